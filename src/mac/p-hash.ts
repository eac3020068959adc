/**
 * P_hash, which stretches a secret and a seed to any length: the core of TLS's pseudorandom functions up to 1.2
 * (RFC 5246, 5; the same in RFC 2246, 5).
 */
import { concat, utf8 } from '../bytes/index.ts';
import { CryptoError, expectBytes, expectText } from '../errors.ts';
import type { Hash } from '../hash/index.ts';
import { hmac } from './hmac.ts';
import { expectOutputLength } from './output-length.ts';

/** `length` bytes: HMAC(secret, A(1) + seed) + HMAC(secret, A(2) + seed) + … */
export function pHash(hash: Hash, secret: Uint8Array, seed: Uint8Array, length: number): Uint8Array {
  const keyed = hmac.create(hash, secret);
  const output = new Uint8Array(length);
  let A = seed;
  for (let at = 0; at < length; at += hash.digestLength) {
    A = keyed.digestWith(A);
    const block = keyed.digestWith(concat(A, seed));
    output.set(block.subarray(0, length - at), at);
  }
  return output;
}

/** What the functions of all versions feed to P_hash: the label, which is ASCII without a length or an end, and the seed. */
export function labelledSeed(label: string, seed: Uint8Array): Uint8Array {
  return concat(utf8(label), seed);
}

/** Throws unless these are arguments that every version's function takes. */
export function expectPrfArguments(
  secret: Uint8Array,
  label: string,
  seed: Uint8Array,
  length: number,
): void {
  expectBytes('secret', secret);
  expectText('label', label);
  const foreign = /[^\x20-\x7e]/.exec(label);
  if (foreign) {
    throw new CryptoError('bad-argument', `label: expected ASCII, got ${JSON.stringify(foreign[0])}`);
  }
  expectBytes('seed', seed);
  expectOutputLength(length, 0);
}
