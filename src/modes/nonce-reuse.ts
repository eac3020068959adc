/**
 * Two messages under one key and one nonce, in a mode that only makes a keystream (CTR, OFB, GCM).
 *
 * The keystream is then the same twice, and drops out of the XOR of the two ciphertexts: what a one-time pad
 * used twice gives away, however good the cipher (SP 800-38A, appendix B).
 */
import type { BlockCipher } from '../block/block.ts';
import { concat, xor } from '../bytes/index.ts';
import { expectBytes } from '../errors.ts';
import { createEncryptor } from './cipher.ts';

export interface NonceReuse {
  readonly ciphertexts: readonly [Uint8Array, Uint8Array];
  /** ciphertext 1 xor ciphertext 2 = message 1 xor message 2, as long as the shorter one. */
  readonly xored: Uint8Array;
  /** Message 2 as someone computes it who knows message 1 and both ciphertexts, without the key. */
  readonly recovered: Uint8Array;
}

export function reuseNonce(
  cipher: BlockCipher,
  options: { readonly mode: 'ctr' | 'ofb' | 'gcm'; readonly iv: Uint8Array },
  first: Uint8Array,
  second: Uint8Array,
): NonceReuse {
  expectBytes('first', first);
  expectBytes('second', second);
  const encrypt = (msg: Uint8Array) => {
    const encryptor = createEncryptor(cipher, options);
    return concat(encryptor.update(msg), encryptor.final());
  };
  const ciphertexts = [encrypt(first), encrypt(second)] as const;
  const length = Math.min(first.length, second.length);
  const xored = xor(ciphertexts[0].subarray(0, length), ciphertexts[1].subarray(0, length));
  return { ciphertexts, xored, recovered: xor(xored, first.subarray(0, length)) };
}
