/**
 * RSASSA-PSS signatures (RFC 8017, 8.1).
 *
 * Signatures with a proof. A salt makes each of them another, which is why two signatures of one message differ; a salt of
 * no bytes makes them equal again.
 */
import { CryptoError, expectBytes, expectLength } from '../errors.ts';
import { expectHash, type Hash } from '../hash/index.ts';
import { bitLength, byteLength, i2osp, MAX_MODULUS_BITS, os2ip } from '../math/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import { decryptBlock } from './block.ts';
import { expectUpTo } from './block-length.ts';
import { emLength, emsaPssEncode, emsaPssVerify, pssRoom } from './emsa-pss.ts';
import { expectPrivateKey, expectPublicKey } from './expect-key.ts';
import { expectOptions } from './expect-options.ts';
import type { RsaPrivateKey, RsaPublicKey } from './key.ts';
import { openSignature } from './open-signature.ts';
import type { PssVerdict } from './verdict.ts';

export interface PssSignOptions {
  /** That of MGF1; that of the message by default. */
  readonly mgfHash?: Hash | undefined;
  /** In bytes, up to `maxSaltLength`; the length of a digest by default. */
  readonly saltLength?: number | undefined;
  /** Gives the salt in one call. */
  readonly random?: RandomSource | undefined;
}

export interface PssVerifyOptions {
  /** That of MGF1; that of the message by default. */
  readonly mgfHash?: Hash | undefined;
  /** In bytes; the length of a digest by default. 'auto' takes what stands in the block. */
  readonly saltLength?: number | 'auto' | undefined;
}

/** RSASSA-PSS-SIGN (8.1.1): k bytes. `bad-length` for a key too short for a digest of `hash` and the salt. */
export function pssSign(
  privateKey: RsaPrivateKey,
  hash: Hash,
  msg: Uint8Array,
  options: PssSignOptions = {},
): Uint8Array {
  expectHash(hash);
  expectBytes('msg', msg);
  return pssSignDigest(privateKey, hash, hash(msg), options);
}

/** As `pssSign`, of a message whose digest is known. */
export function pssSignDigest(
  privateKey: RsaPrivateKey,
  hash: Hash,
  digest: Uint8Array,
  options: PssSignOptions = {},
): Uint8Array {
  expectPrivateKey('privateKey', privateKey);
  expectHash(hash);
  expectLength('digest', digest, hash.digestLength);
  expectOptions(options);
  const { mgfHash = hash, saltLength = hash.digestLength, random = systemRandom } = options;
  expectUpTo('saltLength', saltLength, MAX_MODULUS_BITS / 8);
  expectSaltFits(privateKey, hash, saltLength);
  const em = emsaPssEncode(hash, digest, blockBits(privateKey), random.bytes(saltLength), mgfHash);
  return i2osp(decryptBlock(privateKey, os2ip(em)), byteLength(privateKey.n));
}

/** RSASSA-PSS-VERIFY (8.1.2). Nothing about the signature is thrown. */
export function pssVerify(
  publicKey: RsaPublicKey,
  hash: Hash,
  msg: Uint8Array,
  signature: Uint8Array,
  options: PssVerifyOptions = {},
): PssVerdict {
  expectHash(hash);
  expectBytes('msg', msg);
  return pssVerifyDigest(publicKey, hash, hash(msg), signature, options);
}

/** As `pssVerify`, for a message whose digest is known. */
export function pssVerifyDigest(
  publicKey: RsaPublicKey,
  hash: Hash,
  digest: Uint8Array,
  signature: Uint8Array,
  options: PssVerifyOptions = {},
): PssVerdict {
  expectHash(hash);
  expectLength('digest', digest, hash.digestLength);
  expectOptions(options);
  const { mgfHash = hash, saltLength = hash.digestLength } = options;
  const opened = openSignature(publicKey, signature);
  if (!opened.valid) return opened;
  const emBits = blockBits(publicKey);
  const whole = i2osp(opened.m, signature.length);
  // With a modulus of 8 i + 1 bits the block is one byte shorter than it (8.1.2, step 2.c).
  const em = whole.subarray(whole.length - emLength(emBits));
  if (em.length < whole.length && whole[0] !== 0) return { valid: false, reason: 'bad-top-bits', em: whole };
  return emsaPssVerify(hash, digest, em, emBits, saltLength, mgfHash);
}

/** The longest salt that fits, in bytes, OpenSSL's `max`; negative where not even a digest of `hash` does. */
export function maxSaltLength(publicKey: RsaPublicKey, hash: Hash): number {
  expectPublicKey('publicKey', publicKey);
  expectHash(hash);
  return pssRoom(blockBits(publicKey), hash);
}

/** emBits = modBits - 1 (8.1.1, step 1). */
function blockBits({ n }: RsaPublicKey): number {
  return bitLength(n) - 1;
}

/** Throws `bad-length` where the key is too short for `hash`, or for the salt beside it. */
export function expectSaltFits(privateKey: RsaPrivateKey, hash: Hash, saltLength: number): void {
  const most = maxSaltLength(privateKey, hash);
  const bits = bitLength(privateKey.n);
  if (most < 0) {
    throw new CryptoError(
      'bad-length',
      `privateKey: expected a modulus of at least ${8 * hash.digestLength + 10} bits for PSS and ${hash.name}, got ${bits}; use a longer key`,
    );
  }
  if (saltLength > most) {
    throw new CryptoError(
      'bad-length',
      `saltLength: expected at most ${most} bytes for a key of ${bits} bits with PSS and ${hash.name}, got ${saltLength}`,
    );
  }
}
