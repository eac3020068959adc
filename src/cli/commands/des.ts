/** `crypto des encrypt|decrypt` */
import { des, desWeakKey } from '../../block/index.ts';
import { MODES } from '../../modes/index.ts';
import type { Register } from '../register.ts';
import { registerBlockCipher } from './block-cipher.ts';

export const register: Register = (noun, session) =>
  registerBlockCipher(noun, session, {
    name: 'des',
    create: des,
    blockSize: 8,
    modes: MODES.filter((mode) => mode !== 'gcm'),
    keyLengths: [8],
    weakness: 'cli.weak.des',
    keyRemark: (key) => (desWeakKey(key) === undefined ? undefined : 'cli.weak.desKey'),
    exampleKey: '0123456789abcdef',
  });
