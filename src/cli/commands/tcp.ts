/** `crypto tcp …`: lessons on TCP, each a run of two hosts on a line. Each verb has a file of its own. */
import type { Register } from '../register.ts';
import { registerClose } from './tcp/close.ts';
import { registerHandshake } from './tcp/handshake.ts';
import { registerSynFlood } from './tcp/synflood.ts';
import { registerWindow } from './tcp/window.ts';

export const register: Register = (noun, session) => {
  registerHandshake(noun, session);
  registerClose(noun, session);
  registerWindow(noun, session);
  registerSynFlood(noun, session);
};
