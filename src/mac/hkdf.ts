/**
 * HKDF, key derivation from a shared secret (RFC 5869).
 *
 * It spreads the randomness of its input and adds none: a password stays as easy to guess as it was (`pbkdf2`).
 */
import { concat } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { expectHash, type Hash } from '../hash/index.ts';
import { hmac } from './hmac.ts';
import { expectOutputLength } from './output-length.ts';

/**
 * Key material of `length` bytes from input key material `ikm` (clause 2). The salt may be empty; `info` binds the
 * output to its use. `too-large` above 255 times `hash.digestLength`.
 */
export function hkdf(
  hash: Hash,
  ikm: Uint8Array,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Uint8Array {
  return hkdfExpand(hash, hkdfExtract(hash, salt, ikm), info, length);
}

/** The pseudorandom key (PRK) of `hash.digestLength` bytes (clause 2.2). An empty salt stands for as many zeros. */
export function hkdfExtract(hash: Hash, salt: Uint8Array, ikm: Uint8Array): Uint8Array {
  expectHash(hash);
  expectBytes('ikm', ikm);
  expectBytes('salt', salt);
  return hmac(hash, salt, ikm);
}

/** `length` bytes from a pseudorandom key of at least `hash.digestLength` bytes (clause 2.3). Errors as `hkdf`. */
export function hkdfExpand(hash: Hash, prk: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  expectHash(hash);
  expectBytes('prk', prk);
  expectBytes('info', info);
  const { digestLength } = hash;
  // The counter of the blocks is one byte.
  expectOutputLength(length, 0, 255 * digestLength);
  if (prk.length < digestLength) {
    throw new CryptoError(
      'bad-length',
      `prk: expected at least ${digestLength} bytes, the output of the extract step, got ${prk.length}`,
    );
  }
  const keyed = hmac.create(hash, prk);
  const okm = new Uint8Array(length);
  let T: Uint8Array = new Uint8Array(0);
  for (let i = 1, at = 0; at < length; i++, at += digestLength) {
    T = keyed.digestWith(concat(T, info, Uint8Array.of(i)));
    okm.set(T.subarray(0, length - at), at);
  }
  return okm;
}
