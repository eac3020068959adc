/** `crypto modes flip|nonce-reuse`: what alteration and reuse do in each mode of operation. */
import type { Register } from '../register.ts';
import { registerFlip } from './modes-flip.ts';
import { registerNonceReuse } from './modes-nonce-reuse.ts';

export const register: Register = (noun, session) => {
  registerFlip(noun, session);
  registerNonceReuse(noun, session);
};
