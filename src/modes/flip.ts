/**
 * The experiment "turn ciphertext bits on the way": encrypt, flip, decrypt, compare.
 */
import type { BlockCipher } from '../block/block.ts';
import { unpad } from '../block/padding.ts';
import { concat } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { createDecryptor, createEncryptor, type ModeOptions, takesPadding } from './cipher.ts';
import { type BlockChange, errorSpread, flipBits } from './error-spread.ts';

export interface FlipResult {
  readonly ciphertext: Uint8Array;
  readonly altered: Uint8Array;
  /** The text that was encrypted, in ECB and CBC with its padding. */
  readonly before: Uint8Array;
  /** The text the receiver gets; absent where the mode gives out nothing. */
  readonly after?: Uint8Array;
  /** Empty where nothing is given out. */
  readonly blocks: readonly BlockChange[];
  /** What tells the receiver: a tag, padding that no longer fits (by luck), or nothing. */
  readonly noticed: 'tag' | 'padding' | 'no';
}

/** Flips `bits` of the ciphertext of `msg` (bit 0 is the first byte's most significant; GCM's tag is at the end). */
export function flipCiphertext(
  cipher: BlockCipher,
  options: ModeOptions,
  msg: Uint8Array,
  bits: readonly number[],
): FlipResult {
  expectBytes('msg', msg);
  const ciphertext = whole(createEncryptor(cipher, options), msg);
  const padded = takesPadding(options.mode);
  const padding = padded ? (options.padding ?? 'pkcs7') : 'none';
  const altered = flipBits(ciphertext, bits);
  const bare: ModeOptions = padded ? { ...options, padding: 'none' } : options;
  const before = whole(createDecryptor(cipher, bare), ciphertext);
  const after = attempt(() => whole(createDecryptor(cipher, bare), altered), 'bad-tag');
  if (after === undefined) return { ciphertext, altered, before, blocks: [], noticed: 'tag' };
  const unpadded = padded ? attempt(() => unpad(padding, after, cipher.blockSize), 'bad-padding') : after;
  const blocks = errorSpread(before, after, cipher.blockSize);
  return { ciphertext, altered, before, after, blocks, noticed: unpadded === undefined ? 'padding' : 'no' };
}

function whole(transform: ReturnType<typeof createEncryptor>, msg: Uint8Array): Uint8Array {
  return concat(transform.update(msg), transform.final());
}

function attempt<Value>(run: () => Value, expected: CryptoError['code']): Value | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof CryptoError && error.code === expected) return undefined;
    throw error;
  }
}
