/** `crypto https`: the same log-in under TLS; and `crypto https …`, each verb with a file of its own. */
import type { Register } from '../register.ts';
import { registerProxy } from './web/proxy.ts';
import { registerWeb } from './web/web.ts';

export const register: Register = (noun, session) => {
  registerWeb(noun, session, 'https');
  registerProxy(noun, session);
};
