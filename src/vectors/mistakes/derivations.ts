/** Mistakes in HKDF (RFC 5869) and PBKDF2 (RFC 8018), over the right HMAC. */
import { concat, xor } from '../../bytes/index.ts';
import { HASHES, type Hash, type HashId } from '../../hash/index.ts';
import { hkdf, hkdfExtract, hmac, pbkdf2 } from '../../mac/index.ts';
import { bytes, bytesOrNone, integer } from '../operations/index.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';

interface HkdfInput {
  readonly hash: Hash;
  readonly ikm: Uint8Array;
  readonly salt: Uint8Array;
  readonly info: Uint8Array;
  readonly size: number;
}

function okm(
  name: MistakeName,
  clause: string,
  derive: (input: HkdfInput) => readonly Uint8Array[],
): WellKnownMistake {
  return {
    name,
    clause: `RFC 5869, ${clause}`,
    ops: /^hkdf-/,
    outputs: (fields, op) =>
      derive({
        hash: HASHES[op.replace('hkdf-', '') as HashId],
        ikm: bytes(fields, 'ikm'),
        salt: bytesOrNone(fields, 'salt'),
        info: bytesOrNone(fields, 'info'),
        size: integer(fields, 'size'),
      }),
  };
}

/** T(i) from T(i-1), by a mistaken rule. */
function expanded(
  { hash, info, size }: HkdfInput,
  prk: Uint8Array,
  input: (T: Uint8Array, info: Uint8Array, i: number) => Uint8Array,
): Uint8Array {
  const out = new Uint8Array(size);
  let T: Uint8Array = new Uint8Array(0);
  for (let i = 1, at = 0; at < size; i++, at += hash.digestLength) {
    T = hmac(hash, prk, input(T, info, i));
    out.set(T.subarray(0, size - at), at);
  }
  return out;
}

const prkOf = ({ hash, salt, ikm }: HkdfInput) => hkdfExtract(hash, salt, ikm);
const rightInput = (T: Uint8Array, info: Uint8Array, i: number) => concat(T, info, Uint8Array.of(i));

export const hkdfMistakes: readonly WellKnownMistake[] = [
  okm('hkdf-salt-and-ikm-swapped', '2.2', ({ hash, ikm, salt, info, size }) => [
    hkdf(hash, salt, ikm, info, size),
  ]),
  okm('hkdf-counter-from-0', '2.3', (input) => [
    expanded(input, prkOf(input), (T, info, i) => rightInput(T, info, i - 1)),
  ]),
  okm('hkdf-extract-left-out', '2.2', (input) => [expanded(input, input.ikm, rightInput)]),
  okm('hkdf-without-previous-block', '2.3', (input) => [
    expanded(input, prkOf(input), (_, info, i) => rightInput(new Uint8Array(0), info, i)),
  ]),
  okm('hkdf-info-left-out', '2.3', (input) => [
    expanded(input, prkOf(input), (T, _, i) => concat(T, Uint8Array.of(i))),
  ]),
  okm('hkdf-counter-of-4-bytes', '2.3', (input) => [
    expanded(input, prkOf(input), (T, info, i) => concat(T, info, Uint8Array.of(0, 0, 0, i))),
  ]),
];

interface Pbkdf2Input {
  readonly hash: Hash;
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly count: number;
  readonly dkLen: number;
}

function dk(name: MistakeName, derive: (input: Pbkdf2Input) => readonly Uint8Array[]): WellKnownMistake {
  return {
    name,
    clause: 'RFC 8018, 5.2',
    ops: /^pbkdf2-/,
    outputs: (fields, op) =>
      derive({
        hash: HASHES[op.replace('pbkdf2-hmac-', '') as HashId],
        password: bytes(fields, 'password'),
        salt: bytes(fields, 'salt'),
        count: integer(fields, 'iterationCount'),
        dkLen: integer(fields, 'dkLen'),
      }),
  };
}

/** With the bytes of the block's number as they are given; `lastOnly`: the U of the last iteration in place of their sum. */
function blocks(
  { hash, password, salt, count, dkLen }: Pbkdf2Input,
  number: (i: number) => Uint8Array,
  lastOnly = false,
): Uint8Array {
  const out = new Uint8Array(dkLen);
  for (let i = 1, at = 0; at < dkLen; i++, at += hash.digestLength) {
    let U = hmac(hash, password, concat(salt, number(i)));
    let sum = U;
    for (let c = 1; c < count; c++) {
      U = hmac(hash, password, U);
      sum = lastOnly ? U : xor(sum, U);
    }
    out.set(sum.subarray(0, dkLen - at), at);
  }
  return out;
}

const bigEndian = (i: number) => Uint8Array.of(0, 0, i >> 8, i);

export const pbkdf2Mistakes: readonly WellKnownMistake[] = [
  dk('pbkdf2-iterations-off-by-one', ({ hash, password, salt, count, dkLen }) =>
    [count + 1, count - 1]
      .filter((other) => other > 0)
      .map((other) => pbkdf2(hash, password, salt, other, dkLen)),
  ),
  dk('pbkdf2-index-from-0', (input) => [blocks(input, (i) => bigEndian(i - 1))]),
  dk('pbkdf2-index-little-endian', (input) => [blocks(input, (i) => bigEndian(i).toReversed())]),
  dk('pbkdf2-index-left-out', (input) => [blocks(input, () => new Uint8Array(0))]),
  dk('pbkdf2-last-iteration-only', (input) => [blocks(input, bigEndian, true)]),
  dk('pbkdf2-password-and-salt-swapped', ({ hash, password, salt, count, dkLen }) => [
    pbkdf2(hash, salt, password, count, dkLen),
  ]),
];
