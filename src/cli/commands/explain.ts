/** `crypto explain NAME`: a standard step by step, on values of one's own. */
import type { Register } from '../register.ts';
import { registerExplainAes } from './explain/aes.ts';
import { registerExplainDes } from './explain/des.ts';
import { registerExplainHashes } from './explain/hash.ts';
import { registerExplainHmac } from './explain/hmac.ts';
import { registerExplainMyth } from './explain/myth.ts';
import { registerExplainPrf } from './explain/prf.ts';

const VERBS: readonly Register[] = [
  registerExplainDes,
  registerExplainAes,
  registerExplainHashes,
  registerExplainHmac,
  registerExplainPrf,
  registerExplainMyth,
];

export const register: Register = (noun, session, words) => {
  for (const registerVerb of VERBS) registerVerb(noun, session, words);
};
