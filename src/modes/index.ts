/**
 * Modes of operation over any `BlockCipher` (NIST SP 800-38A and 800-38D): one function per mode and direction,
 * and `createEncryptor` and `createDecryptor` for messages that come piece by piece.
 */

export type { Incremental } from '../bytes/index.ts';
export { cbcDecrypt, cbcEncrypt } from './cbc.ts';
export { cfbDecrypt, cfbEncrypt } from './cfb.ts';
export {
  createDecryptor,
  createEncryptor,
  ivLength,
  MODES,
  type ModeName,
  type ModeOptions,
  takesPadding,
} from './cipher.ts';
export { ctrXor } from './ctr.ts';
export { ecbDecrypt, ecbEncrypt } from './ecb.ts';
export { type BlockChange, type BlockFate, changedBits, errorSpread, flipBits } from './error-spread.ts';
export { type FlipResult, flipCiphertext } from './flip.ts';
export { createGcm, GCM_TAG_LENGTHS, type GcmCipher, gcmOpen, gcmSeal } from './gcm.ts';
export { type NonceReuse, reuseNonce } from './nonce-reuse.ts';
export { ofbXor } from './ofb.ts';
