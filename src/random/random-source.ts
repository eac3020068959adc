/**
 * Where random bytes come from: a parameter of everything that draws any.
 */
import { CryptoError, expectText } from '../errors.ts';

export interface RandomSource {
  /** The next `length` bytes; `bad-argument` unless it is an integer from 0 up, `too-large` above 2^30. */
  bytes(length: number): Uint8Array;
  /**
   * The source for one consumer, under a name that nobody else uses, such as `rsa.p`. What it gives does not depend on
   * what else is drawn, nor in which order. Asking again for a name starts its stream again. `bad-argument` for an
   * empty name.
   */
  substream(name: string): RandomSource;
  /** False where anybody can recompute the bytes: they must not protect anything. */
  readonly secret: boolean;
}

/** What one call draws at most, in bytes. */
const MAX_BYTES = 2 ** 30;

export function expectByteCount(length: number): void {
  if (!Number.isSafeInteger(length) || length < 0) {
    throw new CryptoError('bad-argument', `length: expected a number of bytes from 0 up, got ${length}`);
  }
  if (length > MAX_BYTES) {
    throw new CryptoError(
      'too-large',
      `length: expected at most ${MAX_BYTES} bytes in one call, got ${length}`,
    );
  }
}

export function expectStreamName(name: string): void {
  expectText('name', name);
  if (name === '') throw new CryptoError('bad-argument', 'name: expected the name of a sub-stream, got none');
}
