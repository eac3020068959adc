/**
 * What a mode does to whole blocks, and how a message of any length goes through it.
 *
 * Every mode is one such function, which keeps its chaining value from call to call: the one-shot and the
 * incremental forms both run it.
 */
import { partialBlock, truncatedBlocks } from '../block/padding.ts';
import { expectBytes } from '../errors.ts';

/** Turns the blocks of `input` into `output`, of equal length, in whole blocks; the two may be the same bytes. */
export type Transform = (input: Uint8Array, output: Uint8Array) => void;

/** A message in ECB or CBC: whole blocks only, else `bad-length`. */
export function encryptWholeBlocks(transform: Transform, msg: Uint8Array, blockSize: number): Uint8Array {
  expectBytes('msg', msg);
  if (msg.length % blockSize !== 0) throw partialBlock('msg', msg.length, blockSize);
  return runAnyLength(transform, msg, blockSize);
}

/** A ciphertext of ECB or CBC: whole blocks only, else `bad-length`. */
export function decryptWholeBlocks(
  transform: Transform,
  ciphertext: Uint8Array,
  blockSize: number,
): Uint8Array {
  expectBytes('ciphertext', ciphertext);
  if (ciphertext.length % blockSize !== 0) throw truncatedBlocks('ciphertext', ciphertext.length, blockSize);
  return runAnyLength(transform, ciphertext, blockSize);
}

/** The modes that take any length: a partial last block keeps its length. */
export function runAnyLength(
  transform: Transform,
  msg: Uint8Array,
  blockSize: number,
  name = 'msg',
): Uint8Array {
  expectBytes(name, msg);
  const result = new Uint8Array(msg.length);
  const whole = msg.length - (msg.length % blockSize);
  transform(msg.subarray(0, whole), result.subarray(0, whole));
  if (whole < msg.length) result.set(runPartialBlock(transform, msg.subarray(whole), blockSize), whole);
  return result;
}

/**
 * The last block, shorter than the others: in the modes that XOR, a byte of output depends on no later byte of
 * input, so zeros can complete the block and be cut off again (SP 800-38A, 6.4 and 6.5; see `cfb.ts` for CFB).
 * A copy, since the bytes cut off are keystream.
 */
export function runPartialBlock(transform: Transform, tail: Uint8Array, blockSize: number): Uint8Array {
  const block = new Uint8Array(blockSize);
  block.set(tail);
  transform(block, block);
  return new Uint8Array(block.subarray(0, tail.length));
}
