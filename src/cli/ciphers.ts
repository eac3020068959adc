/** The block ciphers by the names they have on the command line. */
import { aes, type BlockCipher, des, tripleDes } from '../block/index.ts';

export interface CipherChoice {
  readonly create: (key: Uint8Array) => BlockCipher;
  readonly blockSize: 8 | 16;
  /** Lengths a key may have, in bytes. */
  readonly keyLengths: readonly number[];
  /** The length of a drawn key. */
  readonly drawnKeyLength: number;
}

export const CIPHERS = {
  aes: { create: aes, blockSize: 16, keyLengths: [16, 24, 32], drawnKeyLength: 16 },
  '3des': { create: tripleDes, blockSize: 8, keyLengths: [16, 24], drawnKeyLength: 24 },
  des: { create: des, blockSize: 8, keyLengths: [8], drawnKeyLength: 8 },
} as const satisfies Record<string, CipherChoice>;

export type CipherName = keyof typeof CIPHERS;
export const CIPHER_NAMES = Object.keys(CIPHERS) as CipherName[];
