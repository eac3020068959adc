/** Writes PNG files of every kind by hand (W3C PNG, sections 7 to 11), for the decoder to be held against. */
import { crc32, deflateSync } from 'node:zlib';

export interface PngSpec {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colourType: number;
  /** Samples in reading order, `channels` for each pixel. */
  readonly samples: readonly number[];
  readonly interlaced?: boolean;
  /** Filter of row y; 0 to 4. */
  readonly filter?: (row: number) => number;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
}

export const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function makePng(spec: PngSpec): Uint8Array {
  const { palette, transparency } = spec;
  const data = new Uint8Array(deflateSync(Uint8Array.from(filteredRows(spec))));
  const half = Math.ceil(data.length / 2);
  return join(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    header(spec),
    chunk('tEXt', new TextEncoder().encode('Comment\0by hand')),
    ...(palette ? [chunk('PLTE', Uint8Array.from(palette))] : []),
    ...(transparency ? [chunk('tRNS', Uint8Array.from(transparency))] : []),
    chunk('IDAT', data.subarray(0, half)),
    chunk('IDAT', data.subarray(half)),
    chunk('IEND', new Uint8Array(0)),
  );
}

export function header({
  width,
  height,
  depth,
  colourType,
  interlaced = false,
}: Omit<PngSpec, 'samples'>): Uint8Array {
  const data = new DataView(new ArrayBuffer(13));
  data.setUint32(0, width);
  data.setUint32(4, height);
  data.setUint8(8, depth);
  data.setUint8(9, colourType);
  data.setUint8(12, interlaced ? 1 : 0);
  return chunk('IHDR', new Uint8Array(data.buffer));
}

export function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join(new TextEncoder().encode(type), data);
  return join(u32(data.length), body, u32(crc32(body)));
}

export function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
}

const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function filteredRows(spec: PngSpec): number[] {
  const { width, height, interlaced, filter = () => 0 } = spec;
  const bytes: number[] = [];
  for (const [x0, y0, stepX, stepY] of interlaced ? PASSES : ([[0, 0, 1, 1]] as const)) {
    let previous: number[] = [];
    for (let y = y0; y < height && x0 < width; y += stepY) {
      const columns = Array.from({ length: Math.ceil((width - x0) / stepX) }, (_, i) => x0 + i * stepX);
      const row = packRow(spec, columns, y);
      bytes.push(filter(y), ...filterRow(row, previous, filter(y), pixelBytes(spec)));
      previous = row;
    }
  }
  return bytes;
}

function pixelBytes({ depth, colourType }: PngSpec): number {
  return Math.max(1, (depth * CHANNELS[colourType]!) / 8);
}

function packRow({ width, depth, colourType, samples }: PngSpec, columns: number[], y: number): number[] {
  const channels = CHANNELS[colourType]!;
  const bits = columns
    .flatMap((x) => samples.slice((y * width + x) * channels, (y * width + x + 1) * channels))
    .map((sample) => sample.toString(2).padStart(depth, '0'))
    .join('');
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
}

function filterRow(row: number[], previous: number[], filter: number, step: number): number[] {
  return row.map((value, i) => {
    const left = row[i - step] ?? 0;
    const up = previous[i] ?? 0;
    const upLeft = i < step ? 0 : (previous[i - step] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter]!;
    return (value - guess) & 255;
  });
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [a, b, c] = [left, up, upLeft].map((value) => Math.abs(estimate - value)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
