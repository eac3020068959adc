/** `crypto aes encrypt|decrypt` */
import { aes } from '../../block/index.ts';
import { MODES } from '../../modes/index.ts';
import type { Register } from '../register.ts';
import { registerBlockCipher } from './block-cipher.ts';

export const register: Register = (noun, session) =>
  registerBlockCipher(noun, session, {
    name: 'aes',
    create: aes,
    blockSize: 16,
    modes: MODES,
    keyLengths: [16, 24, 32],
    exampleKey: '000102030405060708090a0b0c0d0e0f',
  });
