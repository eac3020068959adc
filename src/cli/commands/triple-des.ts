/** `crypto 3des encrypt|decrypt`, with two keys (16 bytes) or three (24 bytes) */
import { tripleDes } from '../../block/index.ts';
import { MODES } from '../../modes/index.ts';
import type { Register } from '../register.ts';
import { registerBlockCipher } from './block-cipher.ts';

export const register: Register = (noun, session) =>
  registerBlockCipher(noun, session, {
    name: '3des',
    create: tripleDes,
    blockSize: 8,
    modes: MODES.filter((mode) => mode !== 'gcm'),
    keyLengths: [16, 24],
    weakness: 'cli.weak.3des',
    exampleKey: '0123456789abcdef23456789abcdef01456789abcdef0123',
  });
