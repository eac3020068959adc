/**
 * EMSA-PSS, the probabilistic block that a PSS signature is made from (RFC 8017, 9.1).
 */
import { concat, equalConstantTime, xor } from '../bytes/index.ts';
import { CryptoError, expectBytes, expectLength } from '../errors.ts';
import { expectHash, type Hash } from '../hash/index.ts';
import { MAX_MODULUS_BITS } from '../math/index.ts';
import { expectUpTo } from './block-length.ts';
import { mgf1 } from './mgf1.ts';
import type { PssVerdict } from './verdict.ts';

const TRAILER = 0xbc;

/**
 * EM = maskedDB H bc, of as many bytes as `emBits` bits take (9.1.1); the bits above them are 0. `bad-length` where the
 * digest is not one of `hash`, or digest, salt and two bytes do not fit.
 */
export function emsaPssEncode(
  hash: Hash,
  digest: Uint8Array,
  emBits: number,
  salt: Uint8Array,
  mgfHash: Hash = hash,
): Uint8Array {
  expectHash(hash);
  expectHash(mgfHash);
  expectLength('digest', digest, hash.digestLength);
  expectUpTo('emBits', emBits, MAX_MODULUS_BITS);
  expectBytes('salt', salt);
  const room = pssRoom(emBits, hash);
  if (salt.length > room) {
    throw new CryptoError(
      'bad-length',
      `emBits: expected at least ${8 * (hash.digestLength + salt.length) + 9} for ${hash.name} and a salt of ${salt.length} bytes, got ${emBits}`,
    );
  }
  const H = pssHash(hash, digest, salt);
  const DB = concat(new Uint8Array(room - salt.length), Uint8Array.of(0x01), salt);
  const maskedDB = xor(DB, mgf1(mgfHash, H, DB.length));
  maskedDB[0]! &= topMask(emBits);
  return concat(maskedDB, H, Uint8Array.of(TRAILER));
}

/**
 * What a block is worth (9.1.2). A salt of `saltLength` bytes is asked for; with 'auto' the salt is whatever stands behind
 * the zeros and 0x01 of DB, as OpenSSL does it.
 */
export function emsaPssVerify(
  hash: Hash,
  digest: Uint8Array,
  em: Uint8Array,
  emBits: number,
  saltLength: number | 'auto',
  mgfHash: Hash = hash,
): PssVerdict {
  expectHash(hash);
  expectHash(mgfHash);
  expectLength('digest', digest, hash.digestLength);
  expectUpTo('emBits', emBits, MAX_MODULUS_BITS);
  expectLength('em', em, emLength(emBits));
  if (saltLength !== 'auto') expectUpTo('saltLength', saltLength, MAX_MODULUS_BITS / 8);
  const hLen = hash.digestLength;
  const needed = hLen + (saltLength === 'auto' ? 0 : saltLength) + 2;
  if (em.length < needed) return { valid: false, reason: 'key-too-short', needed, available: em.length };
  if (em.at(-1) !== TRAILER) return { valid: false, reason: 'bad-trailer', em };
  if ((em[0]! & ~topMask(emBits)) !== 0) return { valid: false, reason: 'bad-top-bits', em };

  const maskedDB = em.subarray(0, em.length - hLen - 1);
  const H = em.slice(maskedDB.length, -1);
  const DB = xor(maskedDB, mgf1(mgfHash, H, maskedDB.length));
  DB[0]! &= topMask(emBits);
  const one = DB.findIndex((byte) => byte !== 0);
  if (DB[one] !== 0x01) return { valid: false, reason: 'bad-data-block', em };
  const salt = DB.slice(one + 1);
  if (saltLength !== 'auto' && salt.length !== saltLength) {
    return { valid: false, reason: 'other-salt-length', em, expected: saltLength, found: salt.length };
  }
  const expected = pssHash(hash, digest, salt);
  return equalConstantTime(H, expected)
    ? { valid: true, em, saltLength: salt.length }
    : { valid: false, reason: 'other-digest', em, expected, found: H };
}

/** The length in bytes of a block of `emBits` bits. */
export function emLength(emBits: number): number {
  return Math.ceil(emBits / 8);
}

/** How long a salt may be in a block of `emBits` bits, in bytes; negative where not even the digest fits. */
export function pssRoom(emBits: number, hash: Hash): number {
  return emLength(emBits) - hash.digestLength - 2;
}

/** H = Hash(M'), M' = eight zero bytes, digest, salt (steps 5 and 6). */
function pssHash(hash: Hash, digest: Uint8Array, salt: Uint8Array): Uint8Array {
  return hash(concat(new Uint8Array(8), digest, salt));
}

/** The bits that the first byte of a block of `emBits` bits may have. */
function topMask(emBits: number): number {
  return 0xff >> (8 * emLength(emBits) - emBits);
}
