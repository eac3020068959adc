/**
 * A picture in memory: 8-bit RGB, rows from the top, and the bounds that every decoder keeps.
 *
 * This is the one form that is encrypted, measured and shown. Colour profiles, gamma and EXIF rotation are
 * not applied: the samples are those of the file.
 */
import { CryptoError } from '../errors.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 3 x width x height bytes: red, green, blue, pixel after pixel, row after row from the top. */
  readonly rgb: Uint8Array;
  /** width x height bytes, 0 is transparent; absent where every pixel is opaque. */
  readonly alpha?: Uint8Array;
  /** What decoding lost. */
  readonly notes: readonly PictureNote[];
}

/** `reduced-to-8-bit`: the file has finer samples, which were rounded. */
export type PictureNote = 'reduced-to-8-bit';

/** 50 million: nearly every camera's picture fits, and comparing it takes about 1 GB of memory. */
export const MAX_PIXELS = 50_000_000;

/** Judges a header before anything is decoded: `bad-format` for an empty picture, `too-large` for an absurd one. */
export function expectDimensions(format: string, width: number, height: number): void {
  if (width < 1 || height < 1) {
    throw new CryptoError(
      'bad-format',
      `${format} header: expected a width and a height of at least 1, got ${width} x ${height}`,
    );
  }
  if (width * height > MAX_PIXELS) {
    throw new CryptoError(
      'too-large',
      `${format} header: expected at most ${MAX_PIXELS / 1e6} million pixels, got ${width} x ${height}`,
    );
  }
}

/** A picture of these samples; an alpha channel that is opaque everywhere says nothing and is left out. */
export function pictureOf(
  width: number,
  height: number,
  rgb: Uint8Array,
  alpha?: Uint8Array,
  notes: readonly PictureNote[] = [],
): Picture {
  const transparent = alpha?.some((value) => value !== 255) ?? false;
  return { width, height, rgb, ...(alpha && transparent && { alpha }), notes };
}

/** A picture of one colour, `0xrrggbb`. */
export function plainPicture(width: number, height: number, colour: number): Picture {
  const rgb = new Uint8Array(3 * width * height);
  for (let at = 0; at < rgb.length; at += 3) setPixel(rgb, at, colour);
  return { width, height, rgb, notes: [] };
}

/** Writes `0xrrggbb` at byte `at` of the samples. */
export function setPixel(rgb: Uint8Array, at: number, colour: number): void {
  rgb[at] = colour >> 16;
  rgb[at + 1] = (colour >> 8) & 255;
  rgb[at + 2] = colour & 255;
}
