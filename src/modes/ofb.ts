/**
 * Output feedback (NIST SP 800-38A, 6.4).
 *
 * The cipher encrypts its own output over and over, which makes a keystream of the key and the IV alone. An IV
 * used twice is a pad used twice, and a flipped ciphertext bit flips exactly that plaintext bit.
 */
import type { BlockCipher } from '../block/block.ts';
import { runAnyLength, type Transform } from './transform.ts';
import { load, startWords, storeXor, viewOf } from './words.ts';

/**
 * C[i] = P[i] xor O[i], with O[i] = E(O[i-1]) and O[0] = iv, one block never used before under this key
 * (`bad-length` if it is not one block). Any length of message; the same again is the inverse.
 */
export function ofbXor(cipher: BlockCipher, iv: Uint8Array, msg: Uint8Array): Uint8Array {
  return runAnyLength(ofbKeystream(cipher, iv), msg, cipher.blockSize);
}

export function ofbKeystream(cipher: BlockCipher, iv: Uint8Array): Transform {
  const state = startWords(cipher, iv);
  const { blockSize } = cipher;
  const block = new Int32Array(blockSize / 4);
  return (input, output) => {
    const from = viewOf(input);
    const to = viewOf(output);
    for (let at = 0; at < input.length; at += blockSize) {
      cipher.encryptWords(state);
      load(block, from, at);
      storeXor(state, block, to, at);
    }
  };
}
