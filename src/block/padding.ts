/**
 * Paddings: what fills the last block of a message, for the modes that take whole blocks only.
 *
 * An error that tells a stranger whether the padding was right lets him decrypt without the key (the padding
 * oracle): authenticate the ciphertext before anything looks at the padding.
 */
import { CryptoError, expectBytes, orList } from '../errors.ts';

/** The names of the paddings, the usual one first. */
export const PADDINGS = ['pkcs7', 'ansi-x923', 'iso-7816-4', 'zero', 'none'] as const;

/**
 * - `pkcs7` (RFC 5652, 6.3): n bytes of value n.
 * - `ansi-x923` (ANSI X9.23): zeros, then the count of all padding bytes.
 * - `iso-7816-4` (ISO/IEC 9797-1, method 2): 80, then zeros.
 * - `zero` (ISO/IEC 9797-1, method 1): zeros up to the boundary, none if the message ends on it. Ambiguous:
 *   zeros that belong to the message are lost. An empty message stays empty, where the standard makes one block.
 * - `none`: the message must already be whole blocks.
 *
 * The first three always add at least one byte, so a message of whole blocks grows by a block.
 */
export type PaddingName = (typeof PADDINGS)[number];

/**
 * A copy of `bytes` filled up to a multiple of `blockSize` (1 to 255 bytes). Only `none` can refuse a message:
 * `bad-length` if it is not whole blocks.
 */
export function pad(name: PaddingName, bytes: Uint8Array, blockSize: number): Uint8Array {
  const padding = paddingNamed(name, blockSize);
  expectBytes('msg', bytes);
  const missing = blockSize - (bytes.length % blockSize);
  const count = padding.always || missing < blockSize ? missing : 0;
  if (count > 0 && !padding.fill) throw partialBlock('msg', bytes.length, blockSize);
  const padded = new Uint8Array(bytes.length + count);
  padded.set(bytes);
  if (count > 0) padding.fill?.(padded.subarray(bytes.length));
  return padded;
}

/**
 * A copy of `bytes` without its padding. `bad-length` if it is not whole blocks, or empty under a padding that
 * always adds a byte; `bad-padding`, saying what was found, if the last block does not end in that padding.
 */
export function unpad(name: PaddingName, bytes: Uint8Array, blockSize: number): Uint8Array {
  const padding = paddingNamed(name, blockSize);
  expectBytes('padded message', bytes);
  if (bytes.length % blockSize !== 0) throw truncatedBlocks('padded message', bytes.length, blockSize);
  if (bytes.length === 0) {
    if (!padding.always) return new Uint8Array(0);
    throw new CryptoError(
      'bad-length',
      `padded message: expected at least one block of ${blockSize} bytes, got 0 bytes; ${name} always adds a byte`,
    );
  }
  const count = padding.count(bytes.subarray(bytes.length - blockSize));
  if (typeof count === 'number') return new Uint8Array(bytes.subarray(0, bytes.length - count));
  throw new CryptoError(
    'bad-padding',
    `padding: expected ${name}, found ${count}; the key, the IV or the mode may be wrong, or the padding another`,
  );
}

/** The `bad-length` of a message that must be whole blocks and is not. */
export function partialBlock(name: string, length: number, blockSize: number): CryptoError {
  const hint =
    'pad it (pkcs7, ansi-x923, iso-7816-4 or zero), or use a mode that takes any length (cfb, ofb, ctr or gcm)';
  return wholeBlocksExpected(name, length, blockSize, hint);
}

/** The same for what padding and encryption have made, where that advice would be wrong. */
export function truncatedBlocks(name: string, length: number, blockSize: number): CryptoError {
  return wholeBlocksExpected(name, length, blockSize, 'it was cut, or made in another mode or encoding');
}

function wholeBlocksExpected(name: string, length: number, blockSize: number, hint: string): CryptoError {
  const over = length % blockSize;
  return new CryptoError(
    'bad-length',
    `${name}: expected whole blocks of ${blockSize} bytes, got ${length} bytes (${over} over); ${hint}`,
  );
}

interface Padding {
  /** Whether a message that ends on a block boundary is padded as well. */
  readonly always: boolean;
  /** Writes the padding over 1 to blockSize zero bytes. */
  readonly fill?: (tail: Uint8Array) => void;
  /** How many bytes of the last block are padding; or, in words, what was found instead of it. */
  readonly count: (block: Uint8Array) => number | string;
}

const TABLE: Record<PaddingName, Padding> = {
  pkcs7: {
    always: true,
    fill: (tail) => tail.fill(tail.length),
    count: (block) => countedBy(block, block.at(-1)!),
  },
  'ansi-x923': {
    always: true,
    fill: (tail) => tail.fill(tail.length, -1),
    count: (block) => countedBy(block, 0),
  },
  'iso-7816-4': {
    always: true,
    fill: (tail) => tail.fill(0x80, 0, 1),
    count: (block) => {
      const marker = block.findLastIndex((byte) => byte !== 0);
      if (marker < 0) return 'only zeros in the last block where 0x80 and zeros should end it';
      if (block[marker] === 0x80) return block.length - marker;
      return `${hexByte(block[marker]!)} where 0x80 should be the last byte that is not zero`;
    },
  },
  zero: {
    always: false,
    fill: () => {},
    count: (block) => block.length - 1 - block.findLastIndex((byte) => byte !== 0),
  },
  none: { always: false, count: () => 0 },
};

/** The last byte counts the padding; the bytes of the padding before it all have the value `filler`. */
function countedBy(block: Uint8Array, filler: number): number | string {
  const count = block.at(-1)!;
  if (count < 1 || count > block.length) {
    return `the last byte ${hexByte(count)}, which is not a count from 1 to ${block.length}`;
  }
  const wrong = block.subarray(block.length - count, -1).find((byte) => byte !== filler);
  if (wrong === undefined) return count;
  return `${hexByte(wrong)} among the ${count} bytes that the last byte counts, where all should be ${hexByte(filler)}`;
}

function paddingNamed(name: PaddingName, blockSize: number): Padding {
  if (!Number.isInteger(blockSize) || blockSize < 1 || blockSize > 255) {
    throw new CryptoError('bad-argument', `blockSize: expected 1 to 255 bytes, got ${blockSize}`);
  }
  if (!Object.hasOwn(TABLE, name)) {
    throw new CryptoError(
      'bad-argument',
      `padding: expected ${orList(PADDINGS)}, got ${JSON.stringify(name)}`,
    );
  }
  return TABLE[name];
}

function hexByte(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
