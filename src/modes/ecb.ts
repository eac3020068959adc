/**
 * Electronic codebook (NIST SP 800-38A, 6.1).
 *
 * Every block is encrypted by itself: equal plaintext blocks give equal ciphertext blocks, so the shape of the
 * message stays visible. Here to be seen, not to be used.
 */
import { type BlockCipher, expectCipher } from '../block/block.ts';
import { decryptWholeBlocks, encryptWholeBlocks, type Transform } from './transform.ts';
import { load, store, viewOf } from './words.ts';

/** C[i] = E(P[i]). Whole blocks only, else `bad-length`: the caller pads. */
export function ecbEncrypt(cipher: BlockCipher, msg: Uint8Array): Uint8Array {
  return encryptWholeBlocks(ecbEncryption(cipher), msg, cipher.blockSize);
}

/** P[i] = D(C[i]). Whole blocks only, else `bad-length`; the padding stays on. */
export function ecbDecrypt(cipher: BlockCipher, ciphertext: Uint8Array): Uint8Array {
  return decryptWholeBlocks(ecbDecryption(cipher), ciphertext, cipher.blockSize);
}

export function ecbEncryption(cipher: BlockCipher): Transform {
  expectCipher(cipher);
  const { blockSize } = cipher;
  const state = new Int32Array(blockSize / 4);
  return (input, output) => {
    const from = viewOf(input);
    const to = viewOf(output);
    for (let at = 0; at < input.length; at += blockSize) {
      load(state, from, at);
      cipher.encryptWords(state);
      store(state, to, at);
    }
  };
}

export function ecbDecryption(cipher: BlockCipher): Transform {
  expectCipher(cipher);
  const { blockSize } = cipher;
  const state = new Int32Array(blockSize / 4);
  return (input, output) => {
    const from = viewOf(input);
    const to = viewOf(output);
    for (let at = 0; at < input.length; at += blockSize) {
      load(state, from, at);
      cipher.decryptWords(state);
      store(state, to, at);
    }
  };
}
