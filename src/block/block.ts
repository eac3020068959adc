/**
 * What every block cipher of the toolkit looks like to the modes of operation.
 *
 * A block is handed over as big-endian 32-bit words, in place: this is how the standards write it down, and
 * it is fast, since nothing is allocated per block.
 */
import { CryptoError, expectLength, kindOf } from '../errors.ts';

export interface BlockCipher {
  /** In bytes: 8 for DES and 3DES, 16 for AES. */
  readonly blockSize: 8 | 16;
  /** Replaces the blockSize/4 words of `state` by their encryption. */
  encryptWords(state: Int32Array): void;
  /** Replaces the blockSize/4 words of `state` by their decryption. */
  decryptWords(state: Int32Array): void;
}

/** Throws `bad-argument` unless `cipher` looks like one. */
export function expectCipher(cipher: BlockCipher | undefined): void {
  if (cipher?.blockSize === 8 || cipher?.blockSize === 16) return;
  throw new CryptoError(
    'bad-argument',
    `cipher: expected a block cipher, as aes(key) makes one, got ${kindOf(cipher)}`,
  );
}

/** One block encrypted, byte-wise. */
export function encryptBlock(cipher: BlockCipher, block: Uint8Array): Uint8Array {
  return throughWords(cipher, block, (state) => cipher.encryptWords(state));
}

/** One block decrypted, byte-wise. */
export function decryptBlock(cipher: BlockCipher, block: Uint8Array): Uint8Array {
  return throughWords(cipher, block, (state) => cipher.decryptWords(state));
}

function throughWords(cipher: BlockCipher, block: Uint8Array, run: (state: Int32Array) => void): Uint8Array {
  expectCipher(cipher);
  expectLength('block', block, cipher.blockSize);
  const input = new DataView(block.buffer, block.byteOffset, block.length);
  const state = new Int32Array(cipher.blockSize / 4);
  for (let i = 0; i < state.length; i++) state[i] = input.getInt32(i * 4);
  run(state);
  const result = new DataView(new ArrayBuffer(cipher.blockSize));
  for (let i = 0; i < state.length; i++) result.setInt32(i * 4, state[i]!);
  return new Uint8Array(result.buffer);
}
