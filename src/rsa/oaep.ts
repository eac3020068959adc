/**
 * RSAES-OAEP encryption (RFC 8017, 7.1).
 *
 * The padding that new programs use. It keeps its promise only if every failure to decrypt looks the same, which the
 * error here does; its timing is only as even as JavaScript's bigint, which is not constant in time.
 */
import { CryptoError } from '../errors.ts';
import { expectHash, type Hash, sha1 } from '../hash/index.ts';
import { byteLength, i2osp, os2ip } from '../math/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import { decryptBlock, encryptBlock, modulusLength } from './block.ts';
import { ciphertextNumber, expectRoom } from './block-length.ts';
import { emeOaepDecode, emeOaepEncode, type OaepOptions, oaepOverhead, oaepParameters } from './eme-oaep.ts';
import { expectPrivateKey } from './expect-key.ts';
import type { RsaPrivateKey, RsaPublicKey } from './key.ts';

export interface OaepEncryptOptions extends OaepOptions {
  /** Gives the seed, one digest long, in one call. */
  readonly random?: RandomSource | undefined;
}

/** RSAES-OAEP-ENCRYPT (7.1.1): k bytes. `bad-length` for more than k - 2 hLen - 2 bytes. */
export function oaepEncrypt(
  publicKey: RsaPublicKey,
  msg: Uint8Array,
  options: OaepEncryptOptions = {},
): Uint8Array {
  const k = modulusLength(publicKey);
  const { hash } = oaepParameters(options);
  const { random = systemRandom } = options;
  expectRoom(publicKey, msg, oaepOverhead(hash), `OAEP and ${hash.name}`);
  const em = emeOaepEncode(msg, k, random.bytes(hash.digestLength), options);
  return i2osp(encryptBlock(publicKey, os2ip(em)), k);
}

/**
 * RSAES-OAEP-DECRYPT (7.1.2). `bad-length` unless the ciphertext has k bytes, and for a key too short for the hash;
 * `bad-argument` unless it is below n as a number, which anybody can see; `bad-padding` for every fault inside.
 */
export function oaepDecrypt(
  privateKey: RsaPrivateKey,
  ciphertext: Uint8Array,
  options: OaepOptions = {},
): Uint8Array {
  expectPrivateKey('privateKey', privateKey);
  const { hash } = oaepParameters(options);
  const k = byteLength(privateKey.n);
  if (k < oaepOverhead(hash)) {
    throw new CryptoError(
      'bad-length',
      `privateKey: expected a modulus of at least ${oaepOverhead(hash)} bytes for OAEP and ${hash.name}, got ${k}; use a longer key`,
    );
  }
  const c = ciphertextNumber(privateKey, ciphertext);
  return emeOaepDecode(i2osp(decryptBlock(privateKey, c), k), options);
}

/** The longest message that fits, in bytes: k - 2 hLen - 2; negative where not even an empty one does. */
export function maxOaepLength(publicKey: RsaPublicKey, hash: Hash = sha1): number {
  expectHash(hash);
  return modulusLength(publicKey) - oaepOverhead(hash);
}
