/** `crypto message …`: the complete message, signed and in an envelope. Each verb has a file of its own. */
import type { Register } from '../register.ts';
import { registerOpen } from './message/open.ts';
import { registerSeal } from './message/seal.ts';

export const register: Register = (noun, session) => {
  registerSeal(noun, session);
  registerOpen(noun, session);
};
