/** `crypto 3des encrypt|decrypt`, with two keys (16 bytes) or three (24 bytes) */
import { MODES } from '../../modes/index.ts';
import { CIPHERS } from '../ciphers.ts';
import type { Register } from '../register.ts';
import { registerBlockCipher } from './block-cipher.ts';

export const register: Register = (noun, session) =>
  registerBlockCipher(noun, session, {
    name: '3des',
    ...CIPHERS['3des'],
    modes: MODES.filter((mode) => mode !== 'gcm'),
    exampleKey: '0123456789abcdef23456789abcdef01456789abcdef0123',
  });
