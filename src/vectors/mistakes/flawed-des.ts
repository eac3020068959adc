/** DES as FIPS 46-3 writes it down, with the mistakes that people make. For comparing with wrong answers only. */

import { E, IP, KEY_SHIFTS, P, PC1, PC2, S_BOXES } from '../../block/des-tables.ts';
import type { BlockCipher } from '../../block/index.ts';
import { fromHex } from '../../bytes/index.ts';
import { expectLength } from '../../errors.ts';
import { bitsOf, hexOf, permute, rotateLeft, xorBits } from '../../explain/bits.ts';
import { cipherOf } from './run-mode.ts';

/** With none of them it is DES. */
export interface DesFlaws {
  /** The least significant bit is number 1: of each byte, or of the whole number of 64 bits. */
  readonly bitsFromRight?: 'byte' | 'number';
  readonly noFinalSwap?: boolean;
  /** Neither IP nor its inverse. */
  readonly noInitialPermutation?: boolean;
  /** IP at the end, too, where its inverse belongs. */
  readonly initialPermutationAtEnd?: boolean;
  readonly noP?: boolean;
  /** Of encryption and of decryption the last. */
  readonly roundTooFew?: boolean;
  /** In place of PC-1: the first 56 bits, or all but the parity bits in their order. */
  readonly noPc1?: 'first' | 'withoutParity';
  readonly rotateOne?: boolean;
  readonly rotateRight?: boolean;
  /** The row from the first two of the six bits, or from the outer two the other way round. */
  readonly boxes?: 'firstTwo' | 'lastFirst';
  /** Decryption with the keys in the order of encryption. */
  readonly keysNotReversed?: boolean;
}

export function flawedDes(key: Uint8Array, flaws: DesFlaws): BlockCipher {
  expectLength('key', key, 8);
  const keys = keysOf(numbered(bitsOf(key), flaws), flaws);
  const reversed = flaws.keysNotReversed ? keys : keys.toReversed();
  return cipherOf(
    8,
    (block) => encipher(block, keys, flaws),
    (block) => encipher(block, reversed, flaws),
  );
}

/** Three ciphers one after the other; the middle one is undone on the way, unless all three encrypt. */
export function chained(
  first: BlockCipher,
  second: BlockCipher,
  third: BlockCipher,
  allEncrypt = false,
): BlockCipher {
  return {
    blockSize: 8,
    encryptWords: (state) => {
      first.encryptWords(state);
      if (allEncrypt) second.encryptWords(state);
      else second.decryptWords(state);
      third.encryptWords(state);
    },
    decryptWords: (state) => {
      third.decryptWords(state);
      if (allEncrypt) second.decryptWords(state);
      else second.encryptWords(state);
      first.decryptWords(state);
    },
  };
}

function encipher(block: Uint8Array, keys: readonly string[], flaws: DesFlaws): Uint8Array {
  const input = numbered(bitsOf(block), flaws);
  const permuted = flaws.noInitialPermutation ? input : permute(input, IP);
  let L = permuted.slice(0, 32);
  let R = permuted.slice(32);
  for (const K of flaws.roundTooFew ? keys.slice(0, -1) : keys)
    [L, R] = [R, xorBits(L, cipherFunction(R, K, flaws))];
  const preoutput = flaws.noFinalSwap ? L + R : R + L;
  const last = flaws.initialPermutationAtEnd ? IP : INVERSE_IP;
  const output = flaws.noInitialPermutation ? preoutput : permute(preoutput, last);
  return fromHex(hexOf(numbered(output, flaws)));
}

function cipherFunction(R: string, K: string, { boxes, noP }: DesFlaws): string {
  const mixed = xorBits(permute(R, E), K);
  const selected = S_BOXES.map((box, i) => {
    const B = mixed.slice(6 * i, 6 * i + 6);
    const [row, column] = {
      right: [B[0]! + B[5]!, B.slice(1, 5)] as const,
      firstTwo: [B.slice(0, 2), B.slice(2)] as const,
      lastFirst: [B[5]! + B[0]!, B.slice(1, 5)] as const,
    }[boxes ?? 'right'];
    return box[16 * Number.parseInt(row, 2) + Number.parseInt(column, 2)]!.toString(2).padStart(4, '0');
  }).join('');
  return noP ? selected : permute(selected, P);
}

function keysOf(key: string, { noPc1, rotateOne, rotateRight }: DesFlaws): string[] {
  const chosen = {
    right: () => permute(key, PC1),
    first: () => key.slice(0, 56),
    withoutParity: () => key.replace(/(.{7})./g, '$1'),
  }[noPc1 ?? 'right']();
  let C = chosen.slice(0, 28);
  let D = chosen.slice(28);
  return KEY_SHIFTS.map((shift) => {
    const places = rotateOne ? 1 : shift;
    const left = rotateRight ? 28 - places : places;
    C = rotateLeft(C, left);
    D = rotateLeft(D, left);
    return permute(C + D, PC2);
  });
}

/** 64 bits in the order in which the program counts them; twice, and they are as they were. */
function numbered(bits: string, { bitsFromRight }: DesFlaws): string {
  if (!bitsFromRight) return bits;
  if (bitsFromRight === 'number') return reversed(bits);
  return bits.replace(/.{8}/g, reversed);
}

function reversed(bits: string): string {
  return [...bits].reverse().join('');
}

const INVERSE_IP = IP.map((_, i) => IP.indexOf(i + 1) + 1);
