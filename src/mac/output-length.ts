/** How many bytes a key derivation may be asked for. */
import { CryptoError } from '../errors.ts';

/** 16 MiB, where the standard's own bound is out of reach: far more than any key, and it fits into memory. */
const MOST_OUTPUT = 2 ** 24;

/** `bad-argument` unless `length` is an integer of at least `least`; `too-large` above `most` bytes. */
export function expectOutputLength(length: number, least: number, most = MOST_OUTPUT): void {
  if (!Number.isSafeInteger(length) || length < least) {
    throw new CryptoError('bad-argument', `length: expected an integer from ${least} up, got ${length}`);
  }
  if (length > most) {
    throw new CryptoError('too-large', `length: expected at most ${most} bytes, got ${length}`);
  }
}
