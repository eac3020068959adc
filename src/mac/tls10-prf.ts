/**
 * The pseudorandom function of TLS 1.0 and 1.1 (RFC 2246 and RFC 4346, 5), to read old captures with.
 *
 * It was to hold as long as one of MD5 and SHA-1 did, and so it XORs the two; but each gets only half of the secret,
 * and both were broken in other uses. TLS 1.2 put one sound hash function in their place, which suites can choose
 * (RFC 5246, 1.2); RFC 8996 forbids the versions that used this.
 */
import { xor } from '../bytes/index.ts';
import { md5, sha1 } from '../hash/index.ts';
import { expectPrfArguments, labelledSeed, pHash } from './p-hash.ts';

/**
 * `length` bytes: P_MD5 under the first half of the secret, XOR P_SHA-1 under the second. Of a secret of odd length
 * both halves have the byte in the middle. `label` is ASCII; `too-large` above 16 MiB.
 */
export function tls10Prf(secret: Uint8Array, label: string, seed: Uint8Array, length: number): Uint8Array {
  expectPrfArguments(secret, label, seed, length);
  const half = Math.ceil(secret.length / 2);
  const S1 = secret.subarray(0, half);
  const S2 = secret.subarray(secret.length - half);
  const labelled = labelledSeed(label, seed);
  return xor(pHash(md5, S1, labelled, length), pHash(sha1, S2, labelled, length));
}
