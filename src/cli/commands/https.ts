/** `crypto https`: the same log-in under TLS. */
import type { Register } from '../register.ts';
import { registerWeb } from './web/web.ts';

export const register: Register = (noun, session) => registerWeb(noun, session, 'https');
