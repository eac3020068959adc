/** What somebody who mistyped a name may have meant. */
export { similarTo } from '../bytes/similar.ts';
