/**
 * AES by @noble/ciphers, hash functions and what is built on them by @noble/hashes; both have been audited.
 */
import { cbc, cfb, ctr, ecb, gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import type { HashId } from '../hash/index.ts';
import type { ReferenceAead, ReferenceMode } from './reference.ts';

const unpadded = { disablePadding: true };

export const nobleAesEcb = mode((key) => ecb(key, unpadded));
export const nobleAesCbc = mode((key, iv) => cbc(key, iv, unpadded));
export const nobleAesCfb = mode((key, iv) => cfb(key, iv));
export const nobleAesCtr = mode((key, iv) => ctr(key, iv));

/** With a tag of 16 bytes. */
export const nobleAesGcm: ReferenceAead = {
  seal: (key, nonce, msg, aad) => gcm(key, nonce, aad).encrypt(msg),
  open: (key, nonce, sealed, aad) => gcm(key, nonce, aad).decrypt(sealed),
};

export function nobleHash(id: HashId, msg: Uint8Array): Uint8Array {
  return HASHES[id](msg);
}

export function nobleHmac(id: HashId, key: Uint8Array, msg: Uint8Array): Uint8Array {
  return hmac(HASHES[id], key, msg);
}

export function nobleHkdf(
  id: HashId,
  ikm: Uint8Array,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Uint8Array {
  return hkdf(HASHES[id], ikm, salt, info, length);
}

export function noblePbkdf2(
  id: HashId,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Uint8Array {
  return pbkdf2(HASHES[id], password, salt, { c: iterations, dkLen: length });
}

const HASHES = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  'sha512-224': sha512_224,
  'sha512-256': sha512_256,
} as const satisfies Record<HashId, CHash>;

interface NobleCipher {
  encrypt(msg: Uint8Array): Uint8Array;
  decrypt(msg: Uint8Array): Uint8Array;
}

function mode(start: (key: Uint8Array, iv: Uint8Array) => NobleCipher): ReferenceMode {
  return {
    encrypt: (key, iv, msg) => start(key, iv).encrypt(msg),
    decrypt: (key, iv, msg) => start(key, iv).decrypt(msg),
  };
}
