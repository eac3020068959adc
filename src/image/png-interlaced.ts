/**
 * The passes of an interlaced PNG (W3C PNG, section 8), put together for samples of less than 8 bits.
 *
 * fast-png puts them together from 8 bits on; of the smaller ones it is given each pass as a picture.
 */

/** The seven passes: first column, first row, and the steps between them (section 8.1). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
}

/** The passes that have pixels; without interlacing the one of them all. */
export function passesOf(width: number, height: number, interlaced: boolean): Pass[] {
  return (interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const))
    .map(([x, y, stepX, stepY]) => ({
      x,
      y,
      stepX,
      stepY,
      columns: Math.ceil((width - x) / stepX),
      rows: Math.ceil((height - y) / stepY),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
}

/**
 * The samples of all passes, each in its pixel's place. `filtered` holds the rows of one pass after the other;
 * `decode` gives one sample per byte of a picture of this size, which each pass is by itself.
 */
export function mergePasses(
  filtered: Uint8Array,
  { width, height, depth }: { readonly width: number; readonly height: number; readonly depth: number },
  decode: (columns: number, rows: number, filtered: Uint8Array) => ArrayLike<number>,
): Uint8Array {
  const merged = new Uint8Array(width * height);
  let at = 0;
  for (const { x, y, stepX, stepY, columns, rows } of passesOf(width, height, true)) {
    const length = rows * (1 + Math.ceil((columns * depth) / 8));
    const samples = decode(columns, rows, filtered.subarray(at, at + length));
    at += length;
    for (let i = 0, row = 0; row < rows; row++) {
      const start = (y + row * stepY) * width + x;
      for (let column = 0; column < columns; column++) merged[start + column * stepX] = samples[i++]!;
    }
  }
  return merged;
}
