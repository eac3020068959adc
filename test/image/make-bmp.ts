/** Writes bitmaps of every kind by hand, for the decoder to be held against. */

export interface BmpSpec {
  readonly width: number;
  /** Negative for rows from the top. */
  readonly height: number;
  readonly bits: number;
  /** One number per pixel, rows from the top, as it stands in the file: an index or a colour. */
  readonly pixels: readonly number[];
  /** 0xrrggbb */
  readonly palette?: readonly number[];
  readonly headerSize?: number;
  readonly compression?: number;
  /** Red, green, blue and perhaps alpha. */
  readonly masks?: readonly number[];
  readonly gap?: number;
}

export function makeBmp(spec: BmpSpec): Uint8Array {
  const { width, height, bits, palette = [], headerSize = 40, compression = 0, masks = [], gap = 0 } = spec;
  const dib =
    headerSize === 12
      ? [...u32(12), ...u16(width), ...u16(height), ...u16(1), ...u16(bits)]
      : [
          ...[40, width, height].flatMap(u32).with(0, headerSize),
          ...[1, bits].flatMap(u16),
          ...[compression, 0, 0, 0, palette.length, 0, ...masks].flatMap(u32),
        ];
  const padded = [...dib, ...Array<number>(Math.max(0, headerSize - dib.length)).fill(0)];
  const colours = palette.flatMap((colour) => {
    const bytes = [colour & 255, (colour >> 8) & 255, colour >> 16];
    return headerSize === 12 ? bytes : [...bytes, 0];
  });
  const start = 14 + padded.length + colours.length + gap;
  const rows = Array.from({ length: Math.abs(height) }, (_, y) =>
    packRow(spec.pixels.slice(y * width, (y + 1) * width), bits),
  );
  if (height > 0) rows.reverse();
  const body = [...padded, ...colours, ...Array<number>(gap).fill(0xaa), ...rows.flat()];
  return Uint8Array.from([0x42, 0x4d, ...u32(14 + body.length), ...u32(0), ...u32(start), ...body]);
}

function packRow(pixels: readonly number[], bits: number): number[] {
  const bytes =
    bits < 8
      ? (
          pixels
            .map((pixel) => pixel.toString(2).padStart(bits, '0'))
            .join('')
            .match(/.{1,8}/g) ?? []
        ).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
      : pixels.flatMap((pixel) => u32(pixel).slice(0, bits / 8));
  return [...bytes, ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];
}

function u16(value: number): number[] {
  return [value & 255, (value >> 8) & 255];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}
