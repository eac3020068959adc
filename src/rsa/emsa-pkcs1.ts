/**
 * EMSA-PKCS1-v1_5, the block that an RSA signature of PKCS#1 v1.5 is made from (RFC 8017, 9.2).
 */
import { concat } from '../bytes/index.ts';
import { CryptoError, expectLength } from '../errors.ts';
import { expectHash, type Hash } from '../hash/index.ts';
import { expectBlockLength } from './block-length.ts';
import { digestInfoPrefix } from './digest-info.ts';

/**
 * EM = 00 01 ff…ff 00 T, of `emLen` bytes: T is the DigestInfo of `digest`, and there are at least eight bytes ff.
 * `bad-length` where the digest is not one of `hash`, or `emLen` is below `emsaPkcs1Length(hash)`.
 */
export function emsaPkcs1Encode(hash: Hash, digest: Uint8Array, emLen: number): Uint8Array {
  expectHash(hash);
  expectLength('digest', digest, hash.digestLength);
  expectBlockLength('emLen', emLen);
  const least = emsaPkcs1Length(hash);
  if (emLen < least) {
    throw new CryptoError(
      'bad-length',
      `emLen: expected at least ${least} bytes for a digest of ${hash.name}, got ${emLen}; use a longer key`,
    );
  }
  const T = concat(digestInfoPrefix(hash), digest);
  const PS = new Uint8Array(emLen - T.length - 3).fill(0xff);
  return concat(Uint8Array.of(0x00, 0x01), PS, Uint8Array.of(0x00), T);
}

/** The length in bytes of the shortest block for a digest of `hash` (9.2, step 3): tLen + 11. */
export function emsaPkcs1Length(hash: Hash): number {
  return digestInfoPrefix(hash).length + hash.digestLength + 11;
}
