/** `crypto http`: the log-in at the bank in the clear; and `crypto http …`, each verb with a file of its own. */
import type { Register } from '../register.ts';
import { registerHsts } from './web/hsts.ts';
import { registerSession } from './web/session.ts';
import { registerWeb } from './web/web.ts';
import { registerWebSocket } from './web/websocket.ts';

export const register: Register = (noun, session) => {
  registerWeb(noun, session, 'http');
  registerSession(noun, session);
  registerHsts(noun, session);
  registerWebSocket(noun, session);
};
