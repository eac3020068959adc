/**
 * DES as FIPS 46-3 writes it down, bit by bit: the initial permutation, sixteen rounds of L, R and f, and its inverse.
 *
 * For reading: it is slow, and DES protects nothing today. Only the tables are shared with `des` of `block`.
 */
import { E, IP, P, S_BOXES } from '../block/des-tables.ts';
import { toHex } from '../bytes/index.ts';
import { expectLength } from '../errors.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { bitsOf, hexOf, permute, xorBits } from './bits.ts';
import { chooseKeys } from './des-key.ts';
import { step } from './step.ts';

const CIPHER_FUNCTION = 'FIPS 46-3, The Cipher Function f';

/** The 8 bytes of `block` encrypted under a key of 8 bytes; other lengths are `bad-length`. */
export function explainDes(key: Uint8Array, block: Uint8Array): Trace {
  return explain(key, block, 'Enciphering');
}

/** The same rounds with the keys from the last to the first: K[16] is used in round 1. */
export function explainDesDecrypt(key: Uint8Array, block: Uint8Array): Trace {
  return explain(key, block, 'Deciphering');
}

function explain(key: Uint8Array, block: Uint8Array, heading: 'Enciphering' | 'Deciphering'): Trace {
  expectLength('key', key, 8);
  expectLength('block', block, 8);
  const clause = `FIPS 46-3, ${heading}`;
  const { keys, steps } = chooseKeys(bitsOf(key));

  const permuted = permute(bitsOf(block), IP);
  let L = permuted.slice(0, 32);
  let R = permuted.slice(32);
  steps.push(step('IP', clause, 'explain.des.ip', { value: hexOf(permuted) }));
  steps.push(step('L[0]', clause, 'explain.des.l0', { value: hexOf(L) }));
  steps.push(step('R[0]', clause, 'explain.des.r0', { value: hexOf(R) }));
  for (let n = 1; n <= 16; n++) {
    const keyNumber = heading === 'Enciphering' ? n : 17 - n;
    const f = cipherFunction(R, keys[keyNumber - 1]!, n, keyNumber, steps);
    const previous = n - 1;
    const left = hexOf(L);
    [L, R] = [R, xorBits(L, f)];
    steps.push(step(`L[${n}]`, clause, 'explain.des.l', { value: hexOf(L), n, previous }));
    steps.push(step(`R[${n}]`, clause, 'explain.des.r', { value: hexOf(R), n, previous, left, f: hexOf(f) }));
  }
  const preoutput = R + L;
  steps.push(step('preoutput', clause, 'explain.des.preoutput', { value: hexOf(preoutput) }));
  const output = hexOf(permute(preoutput, inverseOf(IP)));
  steps.push(step('output', clause, 'explain.des.output', { value: output }));
  return { version: 1, subject: 'DES', inputs: { key: toHex(key), block: toHex(block) }, steps, output };
}

/** f(R, K): 32 bits. */
function cipherFunction(R: string, K: string, n: number, keyNumber: number, steps: TraceStep[]): string {
  const note = (name: string, say: FunctionStep, value: string) =>
    steps.push(step(`round[${n}].${name}`, CIPHER_FUNCTION, say, { value, n, keyNumber }));
  const expanded = permute(R, E);
  note('E', 'explain.des.e', hexOf(expanded));
  note('K', 'explain.des.k', hexOf(K));
  const mixed = xorBits(expanded, K);
  note('B', 'explain.des.b', hexOf(mixed));
  const selected = S_BOXES.map((box, i) => {
    const B = mixed.slice(6 * i, 6 * i + 6);
    const row = Number.parseInt(B[0]! + B[5]!, 2);
    const column = Number.parseInt(B.slice(1, 5), 2);
    const entry = box[16 * row + column]!;
    const value = entry.toString(16);
    const places = { value, box: i + 1, input: Number.parseInt(B, 2), row, column, entry };
    steps.push(step(`round[${n}].S${i + 1}`, CIPHER_FUNCTION, 'explain.des.box', places));
    return entry.toString(2).padStart(4, '0');
  }).join('');
  note('S', 'explain.des.s', hexOf(selected));
  const f = permute(selected, P);
  note('f', 'explain.des.f', hexOf(f));
  return f;
}

type FunctionStep = `explain.des.${'e' | 'k' | 'b' | 's' | 'f'}`;

function inverseOf(table: readonly number[]): readonly number[] {
  return table.map((_, i) => table.indexOf(i + 1) + 1);
}
