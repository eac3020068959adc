/**
 * How far a wrong ciphertext bit reaches into the decrypted text (SP 800-38A, appendix D).
 */
import { CryptoError, expectBytes } from '../errors.ts';

/** What became of one block of plaintext: untouched, a few bits turned, or about half of all bits. */
export type BlockFate = 'intact' | 'bits' | 'garbled';

export interface BlockChange {
  /** From 0. */
  readonly index: number;
  readonly fate: BlockFate;
  /** Changed bits of this block, counted from the first bit of the whole text. */
  readonly changedBits: readonly number[];
}

/**
 * A copy of `bytes` with the given bits turned. Bit 0 is the most significant bit of the first byte;
 * `bad-argument` for a bit beyond the end.
 */
export function flipBits(bytes: Uint8Array, bits: readonly number[]): Uint8Array {
  expectBytes('bytes', bytes);
  const flipped = new Uint8Array(bytes);
  for (const bit of bits) {
    if (!Number.isInteger(bit) || bit < 0 || bit >= bytes.length * 8) {
      throw new CryptoError('bad-argument', `bits: expected 0 to ${bytes.length * 8 - 1}, got ${bit}`);
    }
    flipped[bit >> 3]! ^= 0x80 >> (bit & 7);
  }
  return flipped;
}

/** The bits in which two texts of one length differ. */
export function changedBits(before: Uint8Array, after: Uint8Array): number[] {
  expectBytes('before', before);
  expectBytes('after', after);
  const bits: number[] = [];
  for (let i = 0; i < before.length; i++) {
    const difference = before[i]! ^ (after[i] ?? 0);
    for (let bit = 0; bit < 8; bit++) if (difference & (0x80 >> bit)) bits.push(i * 8 + bit);
  }
  return bits;
}

/**
 * Compares two texts of one length block by block. A block with more changed bits than a quarter is called
 * garbled: a block through the cipher loses about half, a chosen change rarely so many.
 */
export function errorSpread(before: Uint8Array, after: Uint8Array, blockSize: number): BlockChange[] {
  expectBytes('before', before);
  expectBytes('after', after);
  const blocks: BlockChange[] = [];
  for (let at = 0, index = 0; at < before.length; at += blockSize, index++) {
    const part = before.subarray(at, at + blockSize);
    const bits = changedBits(part, after.subarray(at, at + blockSize)).map((bit) => bit + at * 8);
    const fate = bits.length === 0 ? 'intact' : bits.length > part.length * 2 ? 'garbled' : 'bits';
    blocks.push({ index, fate, changedBits: bits });
  }
  return blocks;
}
