/** `crypto cert …`: certificates shown, compared and verified. Each verb has a file of its own. */
import type { Register } from '../register.ts';
import { registerFingerprint } from './cert/fingerprint.ts';
import { registerRequest } from './cert/request.ts';
import { registerShow } from './cert/show.ts';
import { registerTree } from './cert/tree.ts';
import { registerVerify } from './cert/verify.ts';

export const register: Register = (noun, session) => {
  registerShow(noun, session);
  registerFingerprint(noun, session);
  registerTree(noun, session);
  registerVerify(noun, session);
  registerRequest(noun, session);
};
