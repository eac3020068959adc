/** `crypto tls …`: TLS 1.2 with RSA key exchange. Each verb has a file of its own. */
import type { Register } from '../register.ts';
import { registerClient } from './tls/client.ts';
import { registerDemo } from './tls/demo.ts';
import { registerServer } from './tls/server.ts';

export const register: Register = (noun, session) => {
  registerDemo(noun, session);
  registerServer(noun, session);
  registerClient(noun, session);
};
