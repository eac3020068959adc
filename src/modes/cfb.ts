/**
 * Cipher feedback over full blocks (NIST SP 800-38A, 6.3 with s = b): CFB-128 for AES, CFB-64 for DES.
 *
 * The cipher's output is a pad for the plaintext, and the ciphertext is what it encrypts next. Nothing is
 * authenticated: a flipped ciphertext bit flips that plaintext bit, and the next block turns to noise.
 *
 * The standard asks for whole segments (5.2), which are blocks here. Any length goes beyond it, as in OpenSSL.
 */
import type { BlockCipher } from '../block/block.ts';
import { runAnyLength, type Transform } from './transform.ts';
import { load, loadXor, startWords, store, storeXor, viewOf } from './words.ts';

/**
 * C[i] = P[i] xor E(C[i-1]), with C[0] = iv, one block that nobody can predict (`bad-length` if it is not one
 * block). Any length of message, which the ciphertext has too.
 */
export function cfbEncrypt(cipher: BlockCipher, iv: Uint8Array, msg: Uint8Array): Uint8Array {
  return runAnyLength(cfbEncryption(cipher, iv), msg, cipher.blockSize);
}

/** P[i] = C[i] xor E(C[i-1]), with C[0] = iv; as `cfbEncrypt`. */
export function cfbDecrypt(cipher: BlockCipher, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  return runAnyLength(cfbDecryption(cipher, iv), ciphertext, cipher.blockSize, 'ciphertext');
}

export function cfbEncryption(cipher: BlockCipher, iv: Uint8Array): Transform {
  const state = startWords(cipher, iv);
  const { blockSize } = cipher;
  return (input, output) => {
    const from = viewOf(input);
    const to = viewOf(output);
    for (let at = 0; at < input.length; at += blockSize) {
      cipher.encryptWords(state);
      loadXor(state, from, at);
      store(state, to, at);
    }
  };
}

export function cfbDecryption(cipher: BlockCipher, iv: Uint8Array): Transform {
  let state = startWords(cipher, iv);
  const { blockSize } = cipher;
  let current: Int32Array = new Int32Array(blockSize / 4);
  return (input, output) => {
    const from = viewOf(input);
    const to = viewOf(output);
    for (let at = 0; at < input.length; at += blockSize) {
      load(current, from, at);
      cipher.encryptWords(state);
      storeXor(state, current, to, at);
      [state, current] = [current, state];
    }
  };
}
