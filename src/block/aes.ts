/**
 * AES (FIPS 197): the cipher with keys of 128, 192 and 256 bits.
 *
 * The round functions run on whole columns: SubBytes, ShiftRows and MixColumns of one column are four lookups
 * in tables computed below (Rijndael proposal, 5.2.1). Such lookups leave traces in the processor's cache, so
 * a hostile process on the same machine may learn the key: this is for study, not for production.
 */
import { expectLength } from '../errors.ts';
import type { BlockCipher } from './block.ts';

/** AES under a key of 16, 24 or 32 bytes (10, 12 or 14 rounds); any other length is `bad-length`. */
export function aes(key: Uint8Array): BlockCipher {
  expectLength('key', key, 16, 24, 32);
  return new Aes(key);
}

class Aes implements BlockCipher {
  readonly blockSize = 16;
  /** The key schedule w of KEYEXPANSION, four words per round. */
  readonly #w: Int32Array;
  /** The key schedule dw of KEYEXPANSIONEIC, its rounds in the order in which decryption takes them. */
  readonly #dw: Int32Array;

  constructor(key: Uint8Array) {
    this.#w = keyExpansion(key);
    this.#dw = inverseKeyExpansion(this.#w);
  }

  /**
   * CIPHER (5.1). A line is one column of a round: its row r comes from the r-th column on (ShiftRows), through
   * the table of that row (SubBytes, MixColumns), plus a word of the round key (AddRoundKey). Two rounds at a
   * time, written out: all key lengths have an even number of rounds, the last of which has no MixColumns.
   */
  encryptWords(state: Int32Array): void {
    const w = this.#w;
    const last = w.length - 4;
    let s0 = state[0]! ^ w[0]!;
    let s1 = state[1]! ^ w[1]!;
    let s2 = state[2]! ^ w[2]!;
    let s3 = state[3]! ^ w[3]!;
    let t0 = T0[s0 >>> 24]! ^ T1[(s1 >>> 16) & 255]! ^ T2[(s2 >>> 8) & 255]! ^ T3[s3 & 255]! ^ w[4]!;
    let t1 = T0[s1 >>> 24]! ^ T1[(s2 >>> 16) & 255]! ^ T2[(s3 >>> 8) & 255]! ^ T3[s0 & 255]! ^ w[5]!;
    let t2 = T0[s2 >>> 24]! ^ T1[(s3 >>> 16) & 255]! ^ T2[(s0 >>> 8) & 255]! ^ T3[s1 & 255]! ^ w[6]!;
    let t3 = T0[s3 >>> 24]! ^ T1[(s0 >>> 16) & 255]! ^ T2[(s1 >>> 8) & 255]! ^ T3[s2 & 255]! ^ w[7]!;
    for (let k = 8; k < last; k += 8) {
      s0 = T0[t0 >>> 24]! ^ T1[(t1 >>> 16) & 255]! ^ T2[(t2 >>> 8) & 255]! ^ T3[t3 & 255]! ^ w[k]!;
      s1 = T0[t1 >>> 24]! ^ T1[(t2 >>> 16) & 255]! ^ T2[(t3 >>> 8) & 255]! ^ T3[t0 & 255]! ^ w[k + 1]!;
      s2 = T0[t2 >>> 24]! ^ T1[(t3 >>> 16) & 255]! ^ T2[(t0 >>> 8) & 255]! ^ T3[t1 & 255]! ^ w[k + 2]!;
      s3 = T0[t3 >>> 24]! ^ T1[(t0 >>> 16) & 255]! ^ T2[(t1 >>> 8) & 255]! ^ T3[t2 & 255]! ^ w[k + 3]!;
      t0 = T0[s0 >>> 24]! ^ T1[(s1 >>> 16) & 255]! ^ T2[(s2 >>> 8) & 255]! ^ T3[s3 & 255]! ^ w[k + 4]!;
      t1 = T0[s1 >>> 24]! ^ T1[(s2 >>> 16) & 255]! ^ T2[(s3 >>> 8) & 255]! ^ T3[s0 & 255]! ^ w[k + 5]!;
      t2 = T0[s2 >>> 24]! ^ T1[(s3 >>> 16) & 255]! ^ T2[(s0 >>> 8) & 255]! ^ T3[s1 & 255]! ^ w[k + 6]!;
      t3 = T0[s3 >>> 24]! ^ T1[(s0 >>> 16) & 255]! ^ T2[(s1 >>> 8) & 255]! ^ T3[s2 & 255]! ^ w[k + 7]!;
    }
    state[0] = substitute(t0, t1, t2, t3) ^ w[last]!;
    state[1] = substitute(t1, t2, t3, t0) ^ w[last + 1]!;
    state[2] = substitute(t2, t3, t0, t1) ^ w[last + 2]!;
    state[3] = substitute(t3, t0, t1, t2) ^ w[last + 3]!;
  }

  /** EQINVCIPHER (5.3.5): the same shape, with the rows shifted the other way and the inverse tables. */
  decryptWords(state: Int32Array): void {
    const dw = this.#dw;
    const last = dw.length - 4;
    let s0 = state[0]! ^ dw[0]!;
    let s1 = state[1]! ^ dw[1]!;
    let s2 = state[2]! ^ dw[2]!;
    let s3 = state[3]! ^ dw[3]!;
    let t0 = D0[s0 >>> 24]! ^ D1[(s3 >>> 16) & 255]! ^ D2[(s2 >>> 8) & 255]! ^ D3[s1 & 255]! ^ dw[4]!;
    let t1 = D0[s1 >>> 24]! ^ D1[(s0 >>> 16) & 255]! ^ D2[(s3 >>> 8) & 255]! ^ D3[s2 & 255]! ^ dw[5]!;
    let t2 = D0[s2 >>> 24]! ^ D1[(s1 >>> 16) & 255]! ^ D2[(s0 >>> 8) & 255]! ^ D3[s3 & 255]! ^ dw[6]!;
    let t3 = D0[s3 >>> 24]! ^ D1[(s2 >>> 16) & 255]! ^ D2[(s1 >>> 8) & 255]! ^ D3[s0 & 255]! ^ dw[7]!;
    for (let k = 8; k < last; k += 8) {
      s0 = D0[t0 >>> 24]! ^ D1[(t3 >>> 16) & 255]! ^ D2[(t2 >>> 8) & 255]! ^ D3[t1 & 255]! ^ dw[k]!;
      s1 = D0[t1 >>> 24]! ^ D1[(t0 >>> 16) & 255]! ^ D2[(t3 >>> 8) & 255]! ^ D3[t2 & 255]! ^ dw[k + 1]!;
      s2 = D0[t2 >>> 24]! ^ D1[(t1 >>> 16) & 255]! ^ D2[(t0 >>> 8) & 255]! ^ D3[t3 & 255]! ^ dw[k + 2]!;
      s3 = D0[t3 >>> 24]! ^ D1[(t2 >>> 16) & 255]! ^ D2[(t1 >>> 8) & 255]! ^ D3[t0 & 255]! ^ dw[k + 3]!;
      t0 = D0[s0 >>> 24]! ^ D1[(s3 >>> 16) & 255]! ^ D2[(s2 >>> 8) & 255]! ^ D3[s1 & 255]! ^ dw[k + 4]!;
      t1 = D0[s1 >>> 24]! ^ D1[(s0 >>> 16) & 255]! ^ D2[(s3 >>> 8) & 255]! ^ D3[s2 & 255]! ^ dw[k + 5]!;
      t2 = D0[s2 >>> 24]! ^ D1[(s1 >>> 16) & 255]! ^ D2[(s0 >>> 8) & 255]! ^ D3[s3 & 255]! ^ dw[k + 6]!;
      t3 = D0[s3 >>> 24]! ^ D1[(s2 >>> 16) & 255]! ^ D2[(s1 >>> 8) & 255]! ^ D3[s0 & 255]! ^ dw[k + 7]!;
    }
    state[0] = inverseSubstitute(t0, t3, t2, t1) ^ dw[last]!;
    state[1] = inverseSubstitute(t1, t0, t3, t2) ^ dw[last + 1]!;
    state[2] = inverseSubstitute(t2, t1, t0, t3) ^ dw[last + 2]!;
    state[3] = inverseSubstitute(t3, t2, t1, t0) ^ dw[last + 3]!;
  }
}

/** SubBytes on a column whose row r is that of the r-th column given. */
function substitute(column0: number, column1: number, column2: number, column3: number): number {
  return (
    (SBOX[column0 >>> 24]! << 24) |
    (SBOX[(column1 >>> 16) & 255]! << 16) |
    (SBOX[(column2 >>> 8) & 255]! << 8) |
    SBOX[column3 & 255]!
  );
}

/** InvSubBytes, likewise. */
function inverseSubstitute(column0: number, column1: number, column2: number, column3: number): number {
  return (
    (INV_SBOX[column0 >>> 24]! << 24) |
    (INV_SBOX[(column1 >>> 16) & 255]! << 16) |
    (INV_SBOX[(column2 >>> 8) & 255]! << 8) |
    INV_SBOX[column3 & 255]!
  );
}

/** KEYEXPANSION (5.2). */
function keyExpansion(key: Uint8Array): Int32Array {
  const Nk = key.length / 4;
  const Nr = Nk + 6;
  const w = new Int32Array(4 * (Nr + 1));
  const bytes = new DataView(key.buffer, key.byteOffset, key.length);
  for (let i = 0; i < Nk; i++) w[i] = bytes.getInt32(4 * i);
  let rcon = 1;
  for (let i = Nk; i < w.length; i++) {
    let temp = w[i - 1]!;
    if (i % Nk === 0) {
      temp = subWord(rotWord(temp)) ^ (rcon << 24);
      rcon = xTimes(rcon);
    } else if (Nk > 6 && i % Nk === 4) {
      temp = subWord(temp);
    }
    w[i] = w[i - Nk]! ^ temp;
  }
  return w;
}

/** KEYEXPANSIONEIC (5.3.5): InvMixColumns on all round keys but the first and the last; here also reversed. */
function inverseKeyExpansion(w: Int32Array): Int32Array {
  const dw = new Int32Array(w.length);
  for (let i = 0; i < w.length; i += 4) {
    const outer = i === 0 || i === w.length - 4;
    for (let j = 0; j < 4; j++) {
      const word = w[w.length - 4 - i + j]!;
      dw[i + j] = outer ? word : invMixColumn(word);
    }
  }
  return dw;
}

function rotWord(word: number): number {
  return (word << 8) | (word >>> 24);
}

function subWord(word: number): number {
  return substitute(word, word, word, word);
}

/** The inverse tables do INVSBOX, then InvMixColumns: SBOX first leaves InvMixColumns alone. */
function invMixColumn(word: number): number {
  const s = subWord(word);
  return D0[s >>> 24]! ^ D1[(s >>> 16) & 255]! ^ D2[(s >>> 8) & 255]! ^ D3[s & 255]!;
}

/** XTIMES (4.2): multiplication by x modulo x^8 + x^4 + x^3 + x + 1. */
function xTimes(b: number): number {
  return ((b << 1) ^ ((b >>> 7) * 0x11b)) & 255;
}

/** Multiplication in GF(2^8) (4.2). */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let power = a; b > 0; b >>>= 1) {
    if (b & 1) product ^= power;
    power = xTimes(power);
  }
  return product;
}

const SBOX = sBox();
const INV_SBOX = invert(SBOX);

/** Row by row, the columns of the MixColumns matrix (5.1.3) times SBOX: T1 to T3 are T0 turned by a byte. */
const T0 = columnTable(SBOX, 2, 1, 1, 3);
const T1 = columnTable(SBOX, 3, 2, 1, 1);
const T2 = columnTable(SBOX, 1, 3, 2, 1);
const T3 = columnTable(SBOX, 1, 1, 3, 2);

/** The same for the InvMixColumns matrix (5.3.3). */
const D0 = columnTable(INV_SBOX, 14, 9, 13, 11);
const D1 = columnTable(INV_SBOX, 11, 14, 9, 13);
const D2 = columnTable(INV_SBOX, 13, 11, 14, 9);
const D3 = columnTable(INV_SBOX, 9, 13, 11, 14);

/** SBOX (5.1.1): the inverse in GF(2^8), then the affine map b_i + b_(i+4) + ... + b_(i+7) + c_i. */
function sBox(): Uint8Array {
  const box = new Uint8Array(256);
  // 3 generates the multiplicative group and f6 is its inverse, so p runs over all non-zero bytes and q over 1/p.
  let p = 1;
  let q = 1;
  do {
    p = multiply(p, 3);
    q = multiply(q, 0xf6);
    const turns = q * 0x0101;
    box[p] = (q ^ (turns >>> 4) ^ (turns >>> 5) ^ (turns >>> 6) ^ (turns >>> 7) ^ 0x63) & 255;
  } while (p !== 1);
  box[0] = 0x63;
  return box;
}

function invert(box: Uint8Array): Uint8Array {
  const inverse = new Uint8Array(256);
  for (let b = 0; b < 256; b++) inverse[box[b]!] = b;
  return inverse;
}

function columnTable(box: Uint8Array, ...[m0, m1, m2, m3]: [number, number, number, number]): Int32Array {
  const table = new Int32Array(256);
  for (let b = 0; b < 256; b++) {
    const s = box[b]!;
    table[b] = (multiply(s, m0) << 24) | (multiply(s, m1) << 16) | (multiply(s, m2) << 8) | multiply(s, m3);
  }
  return table;
}
