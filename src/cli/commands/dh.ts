/** `crypto dh …`: Diffie–Hellman by hand, and the man in the middle. Each verb has a file of its own. */
import type { Register } from '../register.ts';
import { registerExchange } from './dh/exchange.ts';
import { registerGroups } from './dh/groups.ts';
import { registerIntercept } from './dh/intercept.ts';
import { registerPublic } from './dh/public.ts';
import { registerShared } from './dh/shared.ts';

export const register: Register = (noun, session) => {
  registerExchange(noun, session);
  registerIntercept(noun, session);
  registerPublic(noun, session);
  registerShared(noun, session);
  registerGroups(noun, session);
};
