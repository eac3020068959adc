/**
 * Cipher block chaining (NIST SP 800-38A, 6.2).
 *
 * Each plaintext block is XORed with the previous ciphertext block first, so equal blocks stop looking equal.
 * Nothing is authenticated: a flipped ciphertext bit flips the same bit of the next plaintext block.
 */
import type { BlockCipher } from '../block/block.ts';
import { decryptWholeBlocks, encryptWholeBlocks, type Transform } from './transform.ts';
import { load, loadXor, startWords, store, storeXor, viewOf } from './words.ts';

/**
 * C[i] = E(P[i] xor C[i-1]), with C[0] = iv, one block that nobody can predict. Whole blocks only: the caller
 * pads. `bad-length` for any other length of iv or msg.
 */
export function cbcEncrypt(cipher: BlockCipher, iv: Uint8Array, msg: Uint8Array): Uint8Array {
  return encryptWholeBlocks(cbcEncryption(cipher, iv), msg, cipher.blockSize);
}

/** P[i] = D(C[i]) xor C[i-1], with C[0] = iv. Lengths as for `cbcEncrypt`; the padding stays on. */
export function cbcDecrypt(cipher: BlockCipher, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  return decryptWholeBlocks(cbcDecryption(cipher, iv), ciphertext, cipher.blockSize);
}

export function cbcEncryption(cipher: BlockCipher, iv: Uint8Array): Transform {
  const state = startWords(cipher, iv);
  const { blockSize } = cipher;
  return (input, output) => {
    const from = viewOf(input);
    const to = viewOf(output);
    for (let at = 0; at < input.length; at += blockSize) {
      loadXor(state, from, at);
      cipher.encryptWords(state);
      store(state, to, at);
    }
  };
}

export function cbcDecryption(cipher: BlockCipher, iv: Uint8Array): Transform {
  let previous = startWords(cipher, iv);
  const { blockSize } = cipher;
  const state = new Int32Array(blockSize / 4);
  let current: Int32Array = new Int32Array(blockSize / 4);
  return (input, output) => {
    const from = viewOf(input);
    const to = viewOf(output);
    for (let at = 0; at < input.length; at += blockSize) {
      load(state, from, at);
      load(current, from, at);
      cipher.decryptWords(state);
      storeXor(state, previous, to, at);
      [previous, current] = [current, previous];
    }
  };
}
