/**
 * RSASSA-PKCS1-v1_5 signatures (RFC 8017, 8.2).
 *
 * The same message gives the same signature, and no proof ties the scheme to the hardness of RSA, as one does for PSS;
 * it is sound where verifying is strict. So verifying builds the whole block anew and compares it: parsing it let anybody
 * forge signatures under e = 3 (Bleichenbacher, 2006).
 */
import { equalConstantTime } from '../bytes/index.ts';
import { CryptoError, expectBytes, expectLength } from '../errors.ts';
import { expectHash, HASHES, type Hash } from '../hash/index.ts';
import { byteLength, i2osp, os2ip } from '../math/index.ts';
import { decryptBlock } from './block.ts';
import { emsaPkcs1Encode, emsaPkcs1Length } from './emsa-pkcs1.ts';
import { expectPrivateKey } from './expect-key.ts';
import type { RsaPrivateKey, RsaPublicKey } from './key.ts';
import { openSignature } from './open-signature.ts';
import type { Pkcs1Refusal, Pkcs1Verdict } from './verdict.ts';

/** RSASSA-PKCS1-V1_5-SIGN (8.2.1): k bytes. `bad-length` for a key too short for a digest of `hash`. */
export function pkcs1Sign(privateKey: RsaPrivateKey, hash: Hash, msg: Uint8Array): Uint8Array {
  expectHash(hash);
  expectBytes('msg', msg);
  return pkcs1SignDigest(privateKey, hash, hash(msg));
}

/** As `pkcs1Sign`, of a message whose digest is known. */
export function pkcs1SignDigest(privateKey: RsaPrivateKey, hash: Hash, digest: Uint8Array): Uint8Array {
  expectPrivateKey('privateKey', privateKey);
  const k = byteLength(privateKey.n);
  const least = emsaPkcs1Length(hash);
  if (k < least) {
    throw new CryptoError(
      'bad-length',
      `privateKey: expected a modulus of at least ${least} bytes to sign a digest of ${hash.name}, got ${k}; use a longer key`,
    );
  }
  const em = emsaPkcs1Encode(hash, digest, k);
  return i2osp(decryptBlock(privateKey, os2ip(em)), k);
}

/** RSASSA-PKCS1-V1_5-VERIFY (8.2.2). Nothing about the signature is thrown. */
export function pkcs1Verify(
  publicKey: RsaPublicKey,
  hash: Hash,
  msg: Uint8Array,
  signature: Uint8Array,
): Pkcs1Verdict {
  expectHash(hash);
  expectBytes('msg', msg);
  return pkcs1VerifyDigest(publicKey, hash, hash(msg), signature);
}

/** As `pkcs1Verify`, for a message whose digest is known. */
export function pkcs1VerifyDigest(
  publicKey: RsaPublicKey,
  hash: Hash,
  digest: Uint8Array,
  signature: Uint8Array,
): Pkcs1Verdict {
  expectHash(hash);
  expectLength('digest', digest, hash.digestLength);
  const opened = openSignature(publicKey, signature);
  if (!opened.valid) return opened;
  const k = signature.length;
  const needed = emsaPkcs1Length(hash);
  if (k < needed) return { valid: false, reason: 'key-too-short', needed, available: k };
  const em = i2osp(opened.m, k);
  const expected = emsaPkcs1Encode(hash, digest, k);
  return equalConstantTime(em, expected) ? { valid: true, em } : refusal(hash, em, expected);
}

/** Why a block that is not the expected one is none: said after the decision, and never part of it. */
function refusal(hash: Hash, em: Uint8Array, expected: Uint8Array): Pkcs1Refusal {
  const k = em.length;
  const start = k - hash.digestLength;
  if (equalConstantTime(em.subarray(0, start), expected.subarray(0, start))) {
    return {
      valid: false,
      reason: 'other-digest',
      em,
      expected: expected.slice(start),
      found: em.slice(start),
    };
  }
  const other = Object.values(HASHES).find((candidate) => isBlockOf(candidate, em));
  if (other) return { valid: false, reason: 'other-hash', em, found: other.name };
  // Two bytes and the eight of padding that must be there are enough to tell a block from chance.
  return equalConstantTime(em.subarray(0, 10), expected.subarray(0, 10))
    ? { valid: false, reason: 'malformed-block', em, expected }
    : { valid: false, reason: 'not-a-block', em };
}

/** Whether `em` is the block of some digest of `hash`. */
function isBlockOf(hash: Hash, em: Uint8Array): boolean {
  const k = em.length;
  if (k < emsaPkcs1Length(hash)) return false;
  return equalConstantTime(em, emsaPkcs1Encode(hash, em.subarray(k - hash.digestLength), k));
}
