/**
 * Counter mode (NIST SP 800-38A, 6.5 and B.1).
 *
 * The encrypted counter is a pad for the message. A counter used twice under one key is a pad used twice, and
 * a flipped ciphertext bit flips exactly that plaintext bit.
 */
import type { BlockCipher } from '../block/block.ts';
import { runAnyLength, type Transform } from './transform.ts';
import { copy, loadXor, startWords, store, viewOf } from './words.ts';

/**
 * C[i] = P[i] xor E(T[i]), with T[1] = counter, one block (else `bad-length`), all of which counts and wraps
 * round to zero. Any length of message; the same again is the inverse.
 */
export function ctrXor(cipher: BlockCipher, counter: Uint8Array, msg: Uint8Array): Uint8Array {
  return runAnyLength(ctrKeystream(cipher, counter), msg, cipher.blockSize);
}

export function ctrKeystream(cipher: BlockCipher, counter: Uint8Array): Transform {
  const words = startWords(cipher, counter, 'counter');
  return counterKeystream(cipher, words, cipher.blockSize / 4);
}

/**
 * The keystream from the block `counter` on, of which the last `counting` words are incremented: all of them
 * in CTR, one in GCM.
 */
export function counterKeystream(cipher: BlockCipher, counter: Int32Array, counting: number): Transform {
  const { blockSize } = cipher;
  const next = counter.slice();
  const state = new Int32Array(next.length);
  const lowest = next.length - 1;
  const highest = next.length - counting;
  return (input, output) => {
    const from = viewOf(input);
    const to = viewOf(output);
    for (let at = 0; at < input.length; at += blockSize) {
      copy(next, state);
      for (let word = lowest; word >= highest && ++next[word]! === 0; word--);
      cipher.encryptWords(state);
      loadXor(state, from, at);
      store(state, to, at);
    }
  };
}
