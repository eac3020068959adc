/**
 * What can be counted in the pixels of a picture, plain or encrypted.
 *
 * Good figures are not security: a picture under a reused nonce has perfect ones and is broken all the same.
 */
import { CryptoError, expectBytes } from '../errors.ts';

export interface Figures {
  /** Whole blocks; a last partial one is not counted. */
  readonly blocks: number;
  readonly distinctBlocks: number;
  /** The share, 0 to 1, of the blocks whose value occurs more than once; 0 where there are no blocks. */
  readonly repeatedShare: number;
  /** Shannon's, over all bytes: bits per byte, 0 to 8. */
  readonly entropy: number;
  /**
   * Pearson's coefficient, -1 to 1, between each sample and the same channel of its right neighbour, over all
   * rows and the three channels together; null where it is not defined (one column, or all samples equal).
   */
  readonly correlation: number | null;
}

/** `rgb` holds rows of `width` pixels from the top; `blockSize` is in bytes, a multiple of 4 (`bad-argument`). */
export function measure(rgb: Uint8Array, width: number, blockSize: number): Figures {
  expectBytes('rgb', rgb);
  if (blockSize < 4 || blockSize % 4 !== 0) {
    throw new CryptoError('bad-argument', `blockSize: expected a multiple of 4 bytes, got ${blockSize}`);
  }
  if (width < 1 || rgb.length % (3 * width) !== 0) {
    throw new CryptoError('bad-argument', `width: expected whole rows in ${rgb.length} bytes, got ${width}`);
  }
  const blocks = Math.floor(rgb.length / blockSize);
  const { distinct, repeated } = countBlocks(rgb, blocks, blockSize / 4);
  return {
    blocks,
    distinctBlocks: distinct,
    repeatedShare: blocks === 0 ? 0 : repeated / blocks,
    entropy: entropyOf(rgb),
    correlation: neighbourCorrelation(rgb, width),
  };
}

/**
 * Counts through a hash table of block numbers, which holds no copy of any block: 64 MiB at most for the 9
 * million AES blocks of the largest picture. A slot is 0, or 1 + the first block of its value, negative once
 * that value has come again.
 */
function countBlocks(rgb: Uint8Array, blocks: number, words: number): { distinct: number; repeated: number } {
  const aligned = rgb.byteOffset % 4 === 0 ? rgb : new Uint8Array(rgb);
  const data = new Int32Array(aligned.buffer, aligned.byteOffset, blocks * words);
  const capacity = 2 ** Math.ceil(Math.log2(1.5 * blocks + 2));
  const slots = new Int32Array(capacity);
  let distinct = 0;
  let repeated = 0;
  for (let block = 0; block < blocks; block++) {
    let slot = hashOf(data, block * words, words) & (capacity - 1);
    let entry = slots[slot]!;
    while (entry !== 0 && !sameBlock(data, (Math.abs(entry) - 1) * words, block * words, words)) {
      slot = (slot + 1) & (capacity - 1);
      entry = slots[slot]!;
    }
    if (entry === 0) {
      slots[slot] = block + 1;
      distinct++;
    } else {
      repeated += entry > 0 ? 2 : 1;
      slots[slot] = -Math.abs(entry);
    }
  }
  return { distinct, repeated };
}

/** Mixes the words as MurmurHash3 does (the constants are its own), which spreads flat colours well. */
function hashOf(data: Int32Array, at: number, words: number): number {
  let hash = 0;
  for (let i = at; i < at + words; i++) {
    let word = Math.imul(data[i]!, 0xcc9e2d51);
    word = (word << 15) | (word >>> 17);
    hash ^= Math.imul(word, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function sameBlock(data: Int32Array, a: number, b: number, words: number): boolean {
  for (let i = 0; i < words; i++) if (data[a + i] !== data[b + i]) return false;
  return true;
}

function entropyOf(bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte]!++;
  let entropy = 0;
  for (const count of counts) {
    if (count > 0) entropy += (count / bytes.length) * Math.log2(bytes.length / count);
  }
  return entropy;
}

/** All sums are integers below 2^53, so nothing is rounded before the last line. */
function neighbourCorrelation(rgb: Uint8Array, width: number): number | null {
  const stride = 3 * width;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumYY = 0;
  let sumXY = 0;
  for (let row = 0; row < rgb.length; row += stride) {
    for (let at = row; at < row + stride - 3; at++) {
      const x = rgb[at]!;
      const y = rgb[at + 3]!;
      sumX += x;
      sumY += y;
      sumXX += x * x;
      sumYY += y * y;
      sumXY += x * y;
    }
  }
  const pairs = (rgb.length / stride) * (stride - 3);
  const meanX = sumX / pairs;
  const meanY = sumY / pairs;
  const varianceX = sumXX / pairs - meanX * meanX;
  const varianceY = sumYY / pairs - meanY * meanY;
  const deviation = Math.sqrt(varianceX * varianceY);
  // All equal: the variance is zero but for rounding, while a single differing sample gives over 1e-9.
  if (!(deviation > 1e-9)) return null;
  return Math.max(-1, Math.min(1, (sumXY / pairs - meanX * meanY) / deviation));
}
