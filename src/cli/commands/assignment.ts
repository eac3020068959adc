/** `crypto assignment …`: coursework of one's own. Each verb has a file of its own. */
import type { Register } from '../register.ts';
import { registerBundle } from './assignment/bundle.ts';
import { registerInstance } from './assignment/instance.ts';
import { registerList } from './assignment/list.ts';
import { registerNew } from './assignment/new.ts';

export const register: Register = (noun, session) => {
  registerNew(noun, session);
  registerList(noun, session);
  registerInstance(noun, session);
  registerBundle(noun, session);
};
