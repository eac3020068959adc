/** Mistakes in DES (FIPS 46-3), which show in 3DES as well, and in 3DES (NIST SP 800-67). */
import { type BlockCipher, des } from '../../block/index.ts';
import { expectLength } from '../../errors.ts';
import { bytes, type Fields } from '../operations/index.ts';
import { mistakeOfCipher } from './cipher-mistake.ts';
import { chained, type DesFlaws, flawedDes } from './flawed-des.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';

const ANY = /^3?des-/;
const TRIPLE = /^3des-/;
const DES_INVERSE = /^des-(ecb|cbc)-(pkcs7-)?decrypt$/;
const TRIPLE_INVERSE = /^3des-(ecb|cbc)-(pkcs7-)?decrypt$/;

function flawed(name: MistakeName, clause: string, ...variants: DesFlaws[]): WellKnownMistake {
  return mistakeOfCipher({
    name,
    clause: `FIPS 46-3, ${clause}`,
    ops: ANY,
    ciphers: (fields) => variants.map((flaws) => cipherWith(fields, (key) => flawedDes(key, flaws))),
  });
}

type Keys = readonly [Uint8Array, Uint8Array, Uint8Array];

function triple(name: MistakeName, ops: RegExp, ...ciphers: ((keys: Keys) => BlockCipher)[]) {
  return mistakeOfCipher({
    name,
    clause: 'NIST SP 800-67 Rev. 2, 3.1',
    ops,
    ciphers: (fields) => ciphers.map((cipher) => cipher(keysOf(fields))),
  });
}

export const desMistakes: readonly WellKnownMistake[] = [
  flawed('des-bits-from-wrong-end', 'Enciphering', { bitsFromRight: 'byte' }, { bitsFromRight: 'number' }),
  flawed('des-no-final-swap', 'Enciphering', { noFinalSwap: true }),
  flawed('des-no-initial-permutation', 'Enciphering', { noInitialPermutation: true }),
  flawed('des-initial-permutation-at-end', 'Enciphering', { initialPermutationAtEnd: true }),
  flawed('des-no-permutation-p', 'The Cipher Function f', { noP: true }),
  flawed('des-s-box-row-and-column', 'The Cipher Function f', { boxes: 'firstTwo' }, { boxes: 'lastFirst' }),
  flawed('des-one-round-too-few', 'Enciphering', { roundTooFew: true }),
  flawed('des-no-pc-1', 'Appendix 1', { noPc1: 'first' }, { noPc1: 'withoutParity' }),
  flawed('des-key-rotated-by-one', 'Appendix 1', { rotateOne: true }),
  flawed('des-key-rotated-right', 'Appendix 1', { rotateRight: true }),
  mistakeOfCipher({
    name: 'des-decryption-keys-not-reversed',
    clause: 'FIPS 46-3, Deciphering',
    ops: DES_INVERSE,
    ciphers: (fields) => [flawedDes(bytes(fields, 'key'), { keysNotReversed: true })],
  }),
  triple('3des-three-encryptions', TRIPLE, ([k1, k2, k3]) => chained(des(k1), des(k2), des(k3), true)),
  triple('3des-keys-in-wrong-order', TRIPLE, ([k1, k2, k3]) => chained(des(k3), des(k2), des(k1))),
  triple('3des-first-key-for-third', TRIPLE, ([k1, k2]) => chained(des(k1), des(k2), des(k1))),
  triple('3des-once-only', TRIPLE, ([k1]) => des(k1)),
  triple('3des-encrypted-to-decrypt', TRIPLE_INVERSE, ([k1, k2, k3]) => {
    const cipher = chained(des(k1), des(k2), des(k3));
    return { ...cipher, decryptWords: cipher.encryptWords };
  }),
];

function cipherWith(fields: Fields, cipher: (key: Uint8Array) => BlockCipher): BlockCipher {
  if (bytes(fields, 'key').length === 8) return cipher(bytes(fields, 'key'));
  return chained(...(keysOf(fields).map(cipher) as [BlockCipher, BlockCipher, BlockCipher]));
}

/** K3 is K1 where there are 16 bytes only. */
function keysOf(fields: Fields): Keys {
  const key = bytes(fields, 'key');
  expectLength('key', key, 16, 24);
  const k1 = key.subarray(0, 8);
  return [k1, key.subarray(8, 16), key.length === 24 ? key.subarray(16) : k1];
}
