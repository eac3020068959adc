/** The incremental form lies with the bytes, since stream ciphers share it; see `bytes/incremental.ts`. */
export type { Incremental } from '../bytes/incremental.ts';
