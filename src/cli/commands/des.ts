/** `crypto des encrypt|decrypt` */
import { desWeakKey } from '../../block/index.ts';
import { MODES } from '../../modes/index.ts';
import { CIPHERS } from '../ciphers.ts';
import type { Register } from '../register.ts';
import { registerBlockCipher } from './block-cipher.ts';

export const register: Register = (noun, session) =>
  registerBlockCipher(noun, session, {
    name: 'des',
    ...CIPHERS.des,
    modes: MODES.filter((mode) => mode !== 'gcm'),
    keyRemark: (key) => (desWeakKey(key) === undefined ? undefined : 'cli.weak.desKey'),
    exampleKey: '0123456789abcdef',
  });
