/**
 * AES, SHA-256 and HMAC by @noble/ciphers and @noble/hashes, which have been audited.
 */
import { cbc, cfb, ctr, ecb, gcm } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
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

export function nobleSha256(msg: Uint8Array): Uint8Array {
  return sha256(msg);
}

export function nobleHmacSha256(key: Uint8Array, msg: Uint8Array): Uint8Array {
  return hmac(sha256, key, msg);
}

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
