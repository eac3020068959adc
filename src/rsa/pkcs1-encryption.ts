/**
 * RSAES-PKCS1-v1_5 encryption (RFC 8017, 7.2).
 *
 * Nothing tells a changed ciphertext from a good one reliably, and whoever may ask a program whether a padding was right
 * can decrypt with its answers (Bleichenbacher, 1998). New programs use OAEP.
 */

import { isZero } from '../bytes/constant-flow.ts';
import { expectBytes } from '../errors.ts';
import { byteLength, i2osp, os2ip } from '../math/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import { decryptBlock, encryptBlock, modulusLength } from './block.ts';
import { ciphertextNumber, expectRoom } from './block-length.ts';
import {
  emePkcs1Decode,
  emePkcs1DecodeOr,
  emePkcs1Encode,
  nonZeroBytes,
  PKCS1_OVERHEAD,
} from './eme-pkcs1.ts';
import { expectPrivateKey } from './expect-key.ts';
import type { RsaPrivateKey, RsaPublicKey } from './key.ts';

/**
 * RSAES-PKCS1-V1_5-ENCRYPT (7.2.1): k bytes. `bad-length` for more than k - 11 bytes. The padding is drawn from `random`
 * as `nonZeroBytes` says.
 */
export function pkcs1Encrypt(
  publicKey: RsaPublicKey,
  msg: Uint8Array,
  random: RandomSource = systemRandom,
): Uint8Array {
  const k = modulusLength(publicKey);
  expectRoom(publicKey, msg, PKCS1_OVERHEAD, 'PKCS#1 v1.5 padding');
  const em = emePkcs1Encode(msg, nonZeroBytes(random, k - msg.length - 3));
  return i2osp(encryptBlock(publicKey, os2ip(em)), k);
}

/**
 * RSAES-PKCS1-V1_5-DECRYPT (7.2.2). `bad-length` unless the ciphertext has k bytes, `bad-argument` unless it is below n
 * as a number, which anybody can see; `bad-padding` for every fault inside.
 */
export function pkcs1Decrypt(privateKey: RsaPrivateKey, ciphertext: Uint8Array): Uint8Array {
  expectPrivateKey('privateKey', privateKey);
  const c = ciphertextNumber(privateKey, ciphertext);
  return emePkcs1Decode(i2osp(decryptBlock(privateKey, c), byteLength(privateKey.n)));
}

/**
 * The message if the padding is right and the message exactly as long as `fallback`, else `fallback`: what a server does that
 * must not say which (RFC 5246, 7.4.7.1, where `fallback` is a random premaster secret, drawn before). Always a new array.
 *
 * Every ciphertext costs one private operation and is answered, even one of another length than k or not below n; nothing
 * after it branches on what was inside. Whoever calls this goes on with the result, whatever it is. `check-failed` only for a
 * key whose numbers do not belong together.
 */
export function pkcs1DecryptOr(
  privateKey: RsaPrivateKey,
  ciphertext: Uint8Array,
  fallback: Uint8Array,
): Uint8Array {
  expectPrivateKey('privateKey', privateKey);
  expectBytes('ciphertext', ciphertext);
  expectBytes('fallback', fallback);
  const { n } = privateKey;
  const k = byteLength(n);
  const c = os2ip(ciphertext.subarray(-k));
  const wellFormed = isZero(ciphertext.length ^ k) & Number(c < n);
  return emePkcs1DecodeOr(i2osp(decryptBlock(privateKey, c % n), k), fallback, wellFormed);
}

/** The longest message that fits, in bytes: k - 11; negative where not even an empty one does. */
export function maxPkcs1Length(publicKey: RsaPublicKey): number {
  return modulusLength(publicKey) - PKCS1_OVERHEAD;
}
