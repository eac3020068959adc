/**
 * The pseudorandom function of TLS 1.2 (RFC 5246, 5): master secret, keys and Finished are made with it.
 *
 * Label and seed are joined without a separator, so a caller must not let one run into the other.
 */
import { expectHash, type Hash } from '../hash/index.ts';
import { expectPrfArguments, labelledSeed, pHash } from './p-hash.ts';

/**
 * `length` bytes from a secret, under the hash function of the cipher suite: SHA-256 unless the suite says SHA-384.
 * `label` is ASCII, as `master secret`. `too-large` above 16 MiB; the standard has no bound.
 */
export function tls12Prf(
  hash: Hash,
  secret: Uint8Array,
  label: string,
  seed: Uint8Array,
  length: number,
): Uint8Array {
  expectHash(hash);
  expectPrfArguments(secret, label, seed, length);
  return pHash(hash, secret, labelledSeed(label, seed), length);
}
