/** Samples cut out of a pixel by bit masks, as 16- and 32-bit bitmaps have them (BI_BITFIELDS). */
import { CryptoError } from '../errors.ts';

/** A run of `bits` ones, `shift` places from the right; no bits where the channel is absent. */
export interface BitMask {
  readonly shift: number;
  readonly bits: number;
}

/** `mask` as an unsigned 32-bit integer; `bad-format` unless its ones are adjacent and within `pixelBits`. */
export function bitMask(mask: number, pixelBits: number): BitMask {
  if (mask === 0) return { shift: 0, bits: 0 };
  const shift = 31 - Math.clz32(mask & -mask);
  const run = mask >>> shift;
  const bits = 32 - Math.clz32(run);
  if (run !== 2 ** bits - 1 || shift + bits > pixelBits) {
    throw new CryptoError(
      'bad-format',
      `BMP bit mask: expected adjacent ones within ${pixelBits} bits, got 0x${mask.toString(16)}`,
    );
  }
  return { shift, bits };
}

/** The channel's value in `pixel`, stretched or rounded to 0..255; 0 where it has no bits. */
export function sampleOf(pixel: number, mask: BitMask): number {
  const { shift, bits } = mask;
  if (bits === 0) return 0;
  const maximum = 2 ** bits - 1;
  const value = (pixel >>> shift) & maximum;
  return maximum === 255 ? value : Math.round(((value >>> 0) * 255) / maximum);
}
