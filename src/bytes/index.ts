/** Byte strings: joining, comparing, encodings, and the one reader and writer of wire formats. */
export { concat, concatAll, equalConstantTime, fromUtf8, utf8, xor } from './bytes.ts';
export { excerpt, fromBase64, fromHex, toBase64, toHex } from './encoding.ts';
export type { Incremental } from './incremental.ts';
export { type AnnotatedBytes, Reader, type Recorder } from './reader.ts';
export { Writer } from './writer.ts';
