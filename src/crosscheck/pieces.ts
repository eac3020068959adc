/** Messages cut into pieces, for the forms of our operations that take them so. */
import fc from 'fast-check';
import { concat, type Incremental } from '../bytes/index.ts';

/**
 * The lengths of the first pieces of a message, one per byte, some of them 0; the rest of it is the last piece.
 * Short, so that a block often comes in several of them.
 */
export function pieceLengths(): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ max: 40, maxLength: 10 });
}

/** `msg` in pieces of these lengths, as far as it goes, and then what is left of it. */
export function cut(msg: Uint8Array, lengths: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const length of lengths) {
    pieces.push(msg.subarray(at, at + length));
    at += length;
  }
  return [...pieces, msg.subarray(at)];
}

/** The message in one piece. */
export const UNCUT = new Uint8Array(0);

/** All that comes out when the pieces go in. */
export function feed(incremental: Incremental, msg: Uint8Array, lengths: Uint8Array): Uint8Array {
  const outputs = cut(msg, lengths).map((piece) => incremental.update(piece));
  return concat(...outputs, incremental.final());
}
