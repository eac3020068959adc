/** The block ciphers by the names they have on the command line. */
import { aes, type BlockCipher, des, tripleDes } from '../block/index.ts';

export interface CipherChoice {
  readonly create: (key: Uint8Array) => BlockCipher;
  readonly blockSize: 8 | 16;
  /** Lengths a key may have, in bytes. */
  readonly keyLengths: readonly number[];
  /** The length of a drawn key. */
  readonly drawnKeyLength: number;
  /** What is said on every use, where the cipher itself is weak. */
  readonly weakness?: 'cli.weak.des' | 'cli.weak.3des';
}

export type CipherName = 'aes' | '3des' | 'des';

export const CIPHERS: Readonly<Record<CipherName, CipherChoice>> = {
  aes: { create: aes, blockSize: 16, keyLengths: [16, 24, 32], drawnKeyLength: 16 },
  '3des': {
    create: tripleDes,
    blockSize: 8,
    keyLengths: [16, 24],
    drawnKeyLength: 24,
    weakness: 'cli.weak.3des',
  },
  des: { create: des, blockSize: 8, keyLengths: [8], drawnKeyLength: 8, weakness: 'cli.weak.des' },
};

export const CIPHER_NAMES = Object.keys(CIPHERS) as CipherName[];
