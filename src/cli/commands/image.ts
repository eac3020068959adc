/** `crypto image compare|encrypt|decrypt`: what encryption does to a picture. */
import type { Register } from '../register.ts';
import { registerCompare } from './image/compare.ts';
import { registerPixels } from './image/pixels.ts';

export const register: Register = (noun, session) => {
  registerCompare(noun, session);
  registerPixels(noun, session, 'encrypt');
  registerPixels(noun, session, 'decrypt');
};
