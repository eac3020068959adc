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

  /** CIPHER (5.1) on the columns of the state. All key lengths have an even number of rounds. */
  encryptWords(state: Int32Array): void {
    const w = this.#w;
    const last = w.length - 8;
    let s0 = state[0]! ^ w[0]!;
    let s1 = state[1]! ^ w[1]!;
    let s2 = state[2]! ^ w[2]!;
    let s3 = state[3]! ^ w[3]!;
    let t0 = round(s0, s1, s2, s3, w[4]!);
    let t1 = round(s1, s2, s3, s0, w[5]!);
    let t2 = round(s2, s3, s0, s1, w[6]!);
    let t3 = round(s3, s0, s1, s2, w[7]!);
    for (let k = 8; k <= last; k += 8) {
      s0 = round(t0, t1, t2, t3, w[k]!);
      s1 = round(t1, t2, t3, t0, w[k + 1]!);
      s2 = round(t2, t3, t0, t1, w[k + 2]!);
      s3 = round(t3, t0, t1, t2, w[k + 3]!);
      t0 = round(s0, s1, s2, s3, w[k + 4]!);
      t1 = round(s1, s2, s3, s0, w[k + 5]!);
      t2 = round(s2, s3, s0, s1, w[k + 6]!);
      t3 = round(s3, s0, s1, s2, w[k + 7]!);
    }
    state[0] = lastRound(t0, t1, t2, t3, w[last + 4]!);
    state[1] = lastRound(t1, t2, t3, t0, w[last + 5]!);
    state[2] = lastRound(t2, t3, t0, t1, w[last + 6]!);
    state[3] = lastRound(t3, t0, t1, t2, w[last + 7]!);
  }

  /** EQINVCIPHER (5.3.5): the same shape as CIPHER, with the rows shifted the other way. */
  decryptWords(state: Int32Array): void {
    const dw = this.#dw;
    const last = dw.length - 8;
    let s0 = state[0]! ^ dw[0]!;
    let s1 = state[1]! ^ dw[1]!;
    let s2 = state[2]! ^ dw[2]!;
    let s3 = state[3]! ^ dw[3]!;
    let t0 = inverseRound(s0, s3, s2, s1, dw[4]!);
    let t1 = inverseRound(s1, s0, s3, s2, dw[5]!);
    let t2 = inverseRound(s2, s1, s0, s3, dw[6]!);
    let t3 = inverseRound(s3, s2, s1, s0, dw[7]!);
    for (let k = 8; k <= last; k += 8) {
      s0 = inverseRound(t0, t3, t2, t1, dw[k]!);
      s1 = inverseRound(t1, t0, t3, t2, dw[k + 1]!);
      s2 = inverseRound(t2, t1, t0, t3, dw[k + 2]!);
      s3 = inverseRound(t3, t2, t1, t0, dw[k + 3]!);
      t0 = inverseRound(s0, s3, s2, s1, dw[k + 4]!);
      t1 = inverseRound(s1, s0, s3, s2, dw[k + 5]!);
      t2 = inverseRound(s2, s1, s0, s3, dw[k + 6]!);
      t3 = inverseRound(s3, s2, s1, s0, dw[k + 7]!);
    }
    state[0] = lastInverseRound(t0, t3, t2, t1, dw[last + 4]!);
    state[1] = lastInverseRound(t1, t0, t3, t2, dw[last + 5]!);
    state[2] = lastInverseRound(t2, t1, t0, t3, dw[last + 6]!);
    state[3] = lastInverseRound(t3, t2, t1, t0, dw[last + 7]!);
  }
}

/**
 * One column of a round: its row r comes from the r-th of the given columns (ShiftRows), through SubBytes and
 * MixColumns (the tables), plus the word of the round key (AddRoundKey).
 */
function round(column0: number, column1: number, column2: number, column3: number, roundKey: number): number {
  return (
    T0[column0 >>> 24]! ^
    T1[(column1 >>> 16) & 255]! ^
    T2[(column2 >>> 8) & 255]! ^
    T3[column3 & 255]! ^
    roundKey
  );
}

/** The last round has no MixColumns. */
function lastRound(column0: number, column1: number, column2: number, column3: number, key: number): number {
  return (
    ((SBOX[column0 >>> 24]! << 24) |
      (SBOX[(column1 >>> 16) & 255]! << 16) |
      (SBOX[(column2 >>> 8) & 255]! << 8) |
      SBOX[column3 & 255]!) ^
    key
  );
}

function inverseRound(
  column0: number,
  column1: number,
  column2: number,
  column3: number,
  key: number,
): number {
  return (
    INV_T0[column0 >>> 24]! ^
    INV_T1[(column1 >>> 16) & 255]! ^
    INV_T2[(column2 >>> 8) & 255]! ^
    INV_T3[column3 & 255]! ^
    key
  );
}

function lastInverseRound(
  column0: number,
  column1: number,
  column2: number,
  column3: number,
  key: number,
): number {
  return (
    ((INV_SBOX[column0 >>> 24]! << 24) |
      (INV_SBOX[(column1 >>> 16) & 255]! << 16) |
      (INV_SBOX[(column2 >>> 8) & 255]! << 8) |
      INV_SBOX[column3 & 255]!) ^
    key
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
  return lastRound(word, word, word, word, 0);
}

/** The inverse tables hold INVSBOX then InvMixColumns; SBOX first leaves InvMixColumns alone. */
function invMixColumn(word: number): number {
  const substituted = subWord(word);
  return inverseRound(substituted, substituted, substituted, substituted, 0);
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
const INV_T0 = columnTable(INV_SBOX, 14, 9, 13, 11);
const INV_T1 = columnTable(INV_SBOX, 11, 14, 9, 13);
const INV_T2 = columnTable(INV_SBOX, 13, 11, 14, 9);
const INV_T3 = columnTable(INV_SBOX, 9, 13, 11, 14);

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
