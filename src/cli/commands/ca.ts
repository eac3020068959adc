/** `crypto ca …`: a certificate authority in a folder. Each verb has a file of its own. */
import type { Register } from '../register.ts';
import { registerCrl } from './ca/crl.ts';
import { registerFault } from './ca/fault.ts';
import { registerInit } from './ca/init.ts';
import { registerIssue } from './ca/issue.ts';
import { registerList } from './ca/list.ts';
import { registerRevoke } from './ca/revoke.ts';
import { registerSign } from './ca/sign.ts';

export const register: Register = (noun, session) => {
  registerInit(noun, session);
  registerIssue(noun, session);
  registerSign(noun, session);
  registerRevoke(noun, session);
  registerCrl(noun, session);
  registerList(noun, session);
  registerFault(noun, session);
};
