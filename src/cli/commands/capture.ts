/** `crypto capture …`: captures of network traffic. Each verb has a file of its own. */
import type { Register } from '../register.ts';
import { registerRead } from './capture/read.ts';

export const register: Register = (noun, session) => {
  registerRead(noun, session);
};
