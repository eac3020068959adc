/** `crypto aes encrypt|decrypt` */
import { MODES } from '../../modes/index.ts';
import { CIPHERS } from '../ciphers.ts';
import type { Register } from '../register.ts';
import { registerBlockCipher } from './block-cipher.ts';

export const register: Register = (noun, session) =>
  registerBlockCipher(noun, session, {
    name: 'aes',
    ...CIPHERS.aes,
    modes: MODES,
    exampleKey: '000102030405060708090a0b0c0d0e0f',
  });
