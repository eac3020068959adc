/**
 * AES with SubBytes left out, in rounds and key expansion (FIPS 197, 5.1 and 5.2), and how it is solved.
 *
 * What remains is XOR, moved bytes and fixed multiplications: every ciphertext bit is an XOR of plaintext bits, key
 * bits and constants. One known block gives a key, by linear equations.
 */
import { concatAll, xor } from '../../bytes/index.ts';
import { mixColumns, shiftRows } from '../aes.ts';
import { xtime } from '../aes-field.ts';

const ROUNDS = 10;
const BITS = 128;
const ZERO = new Uint8Array(16);

/** One block under a 16-byte key. */
export function linearAesEncrypt(key: Uint8Array, block: Uint8Array): Uint8Array {
  const roundKeys = expandKey(key);
  let state: Uint8Array = xor(block, roundKeys[0]!);
  for (let round = 1; round <= ROUNDS; round++) {
    state = shiftRows(state, 1);
    if (round < ROUNDS) state = mixColumns(state, [0x02, 0x03, 0x01, 0x01]);
    state = xor(state, roundKeys[round]!);
  }
  return state;
}

/** A key under which `plaintext` becomes `ciphertext`: the solution of 128 equations in 128 bits, if there is one. */
export function solveLinearAes(plaintext: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
  const constant = linearAesEncrypt(ZERO, plaintext);
  const columns = Array.from({ length: BITS }, (_, bit) =>
    xor(linearAesEncrypt(unit(bit), plaintext), constant),
  );
  return solve(columns, xor(ciphertext, constant));
}

/** The key bits whose columns XOR to `sum`, by elimination (Gauss); undefined where none do. */
function solve(columns: readonly Uint8Array[], sum: Uint8Array): Uint8Array | undefined {
  const rows = Array.from({ length: BITS }, (_, row) => ({
    key: packed((bit) => bitOf(columns[bit]!, row)),
    right: bitOf(sum, row),
  }));
  const pivots: number[] = [];
  for (let column = 0; column < BITS; column++) {
    const rank = pivots.length;
    const found = rows.findIndex(({ key }, row) => row >= rank && bitOf(key, column) === 1);
    if (found < 0) continue;
    [rows[rank], rows[found]] = [rows[found]!, rows[rank]!];
    const pivot = rows[rank]!;
    for (const [row, other] of rows.entries()) {
      if (row === rank || bitOf(other.key, column) === 0) continue;
      rows[row] = { key: xor(other.key, pivot.key), right: other.right ^ pivot.right };
    }
    pivots.push(column);
  }
  if (rows.slice(pivots.length).some(({ right }) => right === 1)) return undefined;
  return packed((bit) => rows[pivots.indexOf(bit)]?.right ?? 0);
}

function bitOf(bytes: Uint8Array, bit: number): number {
  return (bytes[bit >> 3]! >> (7 - (bit & 7))) & 1;
}

function packed(bitAt: (bit: number) => number): Uint8Array {
  return Uint8Array.from({ length: BITS / 8 }, (_, byte) => {
    let value = 0;
    for (let bit = 8 * byte; bit < 8 * byte + 8; bit++) value = (value << 1) | bitAt(bit);
    return value;
  });
}

function unit(bit: number): Uint8Array {
  return packed((at) => (at === bit ? 1 : 0));
}

/** KeyExpansion (5.2) for Nk = 4, without SubWord. */
function expandKey(key: Uint8Array): Uint8Array[] {
  const w: Uint8Array[] = Array.from({ length: 4 }, (_, i) => key.slice(4 * i, 4 * i + 4));
  let rcon = 1;
  for (let i = 4; i < 4 * (ROUNDS + 1); i++) {
    let temp = w[i - 1]!;
    if (i % 4 === 0) {
      temp = Uint8Array.of(temp[1]! ^ rcon, temp[2]!, temp[3]!, temp[0]!);
      rcon = xtime(rcon);
    }
    w[i] = xor(w[i - 4]!, temp);
  }
  return Array.from({ length: ROUNDS + 1 }, (_, round) => concatAll(w.slice(4 * round, 4 * round + 4)));
}
