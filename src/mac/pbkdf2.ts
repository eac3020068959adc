/**
 * PBKDF2, a key from a password, made slow on purpose (RFC 8018, 5.2).
 *
 * Slow for the owner is slow for the thief, but he has many processors, and this needs no memory: a weak password
 * falls all the same. Take hundreds of thousands of iterations, and a salt of its own for each password.
 */
import { concat } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { expectHash, type Hash } from '../hash/index.ts';
import { hmac } from './hmac.ts';
import { expectOutputLength } from './output-length.ts';

/** More would take about an hour, and who reads a key file did not choose the number in it. */
const MOST_ITERATIONS = 1_000_000_000;

/**
 * A key of `length` bytes under HMAC with `hash`. `bad-argument` unless there is at least one iteration and one byte;
 * `too-large` above 10^9 iterations or 16 MiB (the standard's own bound, 2^32 - 1 blocks, lies higher).
 */
export function pbkdf2(
  hash: Hash,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Uint8Array {
  expectHash(hash);
  expectBytes('password', password);
  expectBytes('salt', salt);
  expectIterations(iterations);
  expectOutputLength(length, 1);
  const keyed = hmac.create(hash, password);
  const { digestLength } = hash;
  const derived = new Uint8Array(length);
  for (let i = 1, at = 0; at < length; i++, at += digestLength) {
    let U = keyed.digestWith(concat(salt, int(i)));
    const T = U.slice();
    for (let c = 1; c < iterations; c++) {
      U = keyed.digestWith(U);
      for (let j = 0; j < digestLength; j++) T[j]! ^= U[j]!;
    }
    derived.set(T.subarray(0, length - at), at);
  }
  return derived;
}

/** INT(i): four bytes, the most significant first. */
function int(i: number): Uint8Array {
  return Uint8Array.of(i >>> 24, i >>> 16, i >>> 8, i);
}

function expectIterations(iterations: number): void {
  if (!Number.isSafeInteger(iterations) || iterations < 1) {
    throw new CryptoError('bad-argument', `iterations: expected an integer from 1 up, got ${iterations}`);
  }
  if (iterations > MOST_ITERATIONS) {
    throw new CryptoError('too-large', `iterations: expected at most ${MOST_ITERATIONS}, got ${iterations}`);
  }
}
