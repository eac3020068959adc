/**
 * Writes tiny JPEG files by hand (ITU-T T.81): every 8 x 8 block is of one value, so only DC coefficients occur.
 *
 * The one Huffman table codes categories 0 to 8 in four bits each; the AC table has the end of block only.
 */

export interface JpegSpec {
  readonly width: number;
  readonly height: number;
  /** Values of component i's blocks, in scan order, 0 to 255. */
  readonly blocks: readonly (readonly number[])[];
  readonly ids?: readonly number[];
  /** Blocks (MCUs) between restart markers. */
  readonly interval?: number;
  /** Each component in a scan of its own. */
  readonly separate?: boolean;
  readonly adobeTransform?: number;
  readonly frameMarker?: number;
  readonly precision?: number;
}

const SOI = [0xff, 0xd8];
const EOI = [0xff, 0xd9];

export function makeJpeg(spec: JpegSpec): Uint8Array {
  const { width, height, blocks, interval = 0, separate = false, adobeTransform } = spec;
  const ids = spec.ids ?? blocks.map((_, i) => i + 1);
  const frame = [
    spec.precision ?? 8,
    ...u16(height),
    ...u16(width),
    ids.length,
    ...ids.flatMap((id) => [id, 0x11, 0]),
  ];
  const groups = separate ? ids.map((_, i) => [i]) : [ids.map((_, i) => i)];
  return Uint8Array.from([
    ...SOI,
    ...(adobeTransform === undefined
      ? []
      : segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, adobeTransform])),
    ...segment(0xfe, ascii('made by hand')),
    // A DC step of 8 makes one unit of DC one unit of grey.
    ...segment(0xdb, [0, 8, ...Array<number>(63).fill(1)]),
    ...segment(0xc4, [0x00, 0, 0, 0, 9, ...Array<number>(12).fill(0), 0, 1, 2, 3, 4, 5, 6, 7, 8]),
    ...segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    ...segment(spec.frameMarker ?? 0xc0, frame),
    ...(interval ? segment(0xdd, u16(interval)) : []),
    ...groups.flatMap((group) => [
      ...segment(0xda, [group.length, ...group.flatMap((i) => [ids[i]!, 0]), 0, 63, 0]),
      ...scanData(
        group.map((i) => blocks[i]!),
        interval,
      ),
    ]),
    ...EOI,
  ]);
}

export function segment(marker: number, body: readonly number[]): number[] {
  return [0xff, marker, ...u16(body.length + 2), ...body];
}

function scanData(components: readonly (readonly number[])[], interval: number): number[] {
  const bytes: number[] = [];
  const count = components[0]!.length;
  const step = interval || count;
  for (let start = 0, restart = 0; start < count; start += step, restart++) {
    if (start > 0) bytes.push(0xff, 0xd0 + ((restart - 1) % 8));
    const previous = components.map(() => 128);
    let bits = '';
    for (let block = start; block < Math.min(count, start + step); block++) {
      for (const [i, values] of components.entries()) {
        bits += `${dcBits(values[block]! - previous[i]!)}0`;
        previous[i] = values[block]!;
      }
    }
    for (const byte of bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? []) {
      bytes.push(Number.parseInt(byte, 2));
      if (bytes.at(-1) === 0xff) bytes.push(0);
    }
  }
  return bytes;
}

/** F.1.2.1: the category in four bits, then that many bits, ones' complement for negative differences. */
function dcBits(difference: number): string {
  const category = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const code = category.toString(2).padStart(4, '0');
  if (category === 0) return code;
  const value = difference > 0 ? difference : difference + 2 ** category - 1;
  return code + value.toString(2).padStart(category, '0');
}

function u16(value: number): number[] {
  return [value >> 8, value & 255];
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
