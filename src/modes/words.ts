/** A block as the ciphers take it, big-endian words, read from and written to bytes at any offset. */
import { type BlockCipher, expectCipher } from '../block/block.ts';
import { expectLength } from '../errors.ts';

/** The words of the one block that a mode starts from: `bad-argument` or `bad-length` if it is anything else. */
export function startWords(cipher: BlockCipher, iv: Uint8Array, name = 'iv'): Int32Array {
  expectCipher(cipher);
  expectLength(name, iv, cipher.blockSize);
  return wordsOf(iv);
}

/** The words of one block, copied. */
export function wordsOf(block: Uint8Array): Int32Array {
  const words = new Int32Array(block.length / 4);
  load(words, viewOf(block), 0);
  return words;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/*
 * Each of these takes 2 or 4 words at byte `at`. A branch, not a loop: they are the inner loop of every mode.
 */

/** words = input */
export function load(words: Int32Array, input: DataView, at: number): void {
  words[0] = input.getInt32(at);
  words[1] = input.getInt32(at + 4);
  if (words.length === 2) return;
  words[2] = input.getInt32(at + 8);
  words[3] = input.getInt32(at + 12);
}

/** words = words xor input */
export function loadXor(words: Int32Array, input: DataView, at: number): void {
  words[0]! ^= input.getInt32(at);
  words[1]! ^= input.getInt32(at + 4);
  if (words.length === 2) return;
  words[2]! ^= input.getInt32(at + 8);
  words[3]! ^= input.getInt32(at + 12);
}

/** output = words */
export function store(words: Int32Array, output: DataView, at: number): void {
  output.setInt32(at, words[0]!);
  output.setInt32(at + 4, words[1]!);
  if (words.length === 2) return;
  output.setInt32(at + 8, words[2]!);
  output.setInt32(at + 12, words[3]!);
}

/** output = words xor other */
export function storeXor(words: Int32Array, other: Int32Array, output: DataView, at: number): void {
  output.setInt32(at, words[0]! ^ other[0]!);
  output.setInt32(at + 4, words[1]! ^ other[1]!);
  if (words.length === 2) return;
  output.setInt32(at + 8, words[2]! ^ other[2]!);
  output.setInt32(at + 12, words[3]! ^ other[3]!);
}

/** to = from */
export function copy(from: Int32Array, to: Int32Array): void {
  to[0] = from[0]!;
  to[1] = from[1]!;
  if (from.length === 2) return;
  to[2] = from[2]!;
  to[3] = from[3]!;
}
