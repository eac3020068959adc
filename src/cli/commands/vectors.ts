/** `crypto vectors run|list|make`: test vectors, of everybody's formats and of one's own. */
import type { Register } from '../register.ts';
import { registerList } from './vectors/list.ts';
import { registerMake } from './vectors/make.ts';
import { registerRun } from './vectors/run.ts';

export const register: Register = (noun, session) => {
  registerRun(noun, session);
  registerList(noun, session);
  registerMake(noun, session);
};
