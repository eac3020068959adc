/** Hash functions: a message of any length becomes a digest of fixed length. */
export type { Hash, HashState } from './hash.ts';
export { sha256 } from './sha256.ts';
