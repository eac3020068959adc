/** `crypto http`: the log-in at the bank in the clear. */
import type { Register } from '../register.ts';
import { registerWeb } from './web/web.ts';

export const register: Register = (noun, session) => registerWeb(noun, session, 'http');
