/**
 * MD5 as RFC 1321 writes it down: four rounds of sixteen operations [abcd k s i] on the buffer A, B, C, D.
 *
 * For reading only, and collisions of MD5 take seconds: nothing should rely on it any more.
 */
import { fromHex, toHex } from '../bytes/index.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { padMessage } from './padding.ts';
import { step } from './step.ts';
import { arithmetic } from './words.ts';

const PROCESS = 'RFC 1321, 3.4';
const { add, rotateRight, not, hex } = arithmetic(32);

type Abcd = readonly [A: bigint, B: bigint, C: bigint, D: bigint];

/** 3.3: the bytes 01 23 45 67 89 … in words whose least significant byte comes first. */
const INITIAL: Abcd = [0x67452301n, 0xefcdab89n, 0x98badcfen, 0x10325476n];

/** 3.4: the function of each round, the word X[k] of its operations, and by how much they rotate. */
const ROUNDS = [
  {
    say: 'explain.md5.f',
    f: (x: bigint, y: bigint, z: bigint) => (x & y) | (not(x) & z),
    k: (j: number) => j,
    s: [7, 12, 17, 22],
  },
  {
    say: 'explain.md5.g',
    f: (x: bigint, y: bigint, z: bigint) => (x & z) | (y & not(z)),
    k: (j: number) => (5 * j + 1) % 16,
    s: [5, 9, 14, 20],
  },
  {
    say: 'explain.md5.h',
    f: (x: bigint, y: bigint, z: bigint) => x ^ y ^ z,
    k: (j: number) => (3 * j + 5) % 16,
    s: [4, 11, 16, 23],
  },
  {
    say: 'explain.md5.i',
    f: (x: bigint, y: bigint, z: bigint) => y ^ (x | not(z)),
    k: (j: number) => (7 * j) % 16,
    s: [6, 10, 15, 21],
  },
] as const;

/** The trace of a digest of 16 bytes. A message is bytes, at most `EXPLAIN_LIMIT` of them. */
export function explainMd5(msg: Uint8Array): Trace {
  const { blocks, steps } = padMessage(msg, {
    blockSize: 64,
    lengthSize: 8,
    littleEndian: true,
    clauses: { bit: 'RFC 1321, 3.1', length: 'RFC 1321, 3.2', parse: PROCESS },
    blockName: 'X',
  });
  let buffer = INITIAL;
  steps.push(step('ABCD(0)', 'RFC 1321, 3.3', 'explain.md5.initial', { value: hexes(buffer) }));
  blocks.forEach((block, index) => {
    buffer = processBlock(buffer, block, index + 1, steps);
  });
  const output = toHex(fromHex(buffer.map(reversed).join('')));
  steps.push(step('digest', 'RFC 1321, 3.5', 'explain.md5.digest', { value: output, buffer: hexes(buffer) }));
  return { version: 1, subject: 'MD5', inputs: { msg: toHex(msg) }, steps, output };
}

function processBlock(before: Abcd, block: Uint8Array, i: number, steps: TraceStep[]): Abcd {
  const view = new DataView(block.buffer, block.byteOffset, block.length);
  const X = Array.from({ length: 16 }, (_, k) => BigInt(view.getUint32(4 * k, true)));
  X.forEach((word, k) => {
    steps.push(step(`X(${i}).X[${k}]`, PROCESS, 'explain.md5.word', { value: hex(word), i, k }));
  });

  let [A, B, C, D] = before;
  ROUNDS.forEach(({ say, f, k: wordOf, s: rotations }, round) => {
    for (let j = 0; j < 16; j++) {
      // The operation [abcd k s i] changes a; the letters turn by one place from one operation to the next.
      const number = 16 * round + j + 1;
      const k = wordOf(j);
      const s = rotations[j % 4]!;
      const T = sine(number);
      const mixed = f(B, C, D);
      const sum = add(A, mixed, X[k]!, T);
      const changed = add(B, rotateRight(sum, 32 - s));
      const places = { i: number, k, s, round: round + 1 };
      const terms = { a: hex(A), b: hex(B), f: hex(mixed), X: hex(X[k]!), T: hex(T), sum: hex(sum) };
      const value = hexes(inOrder([changed, B, C, D], j));
      const letters = { before: hexes(inOrder([A, B, C, D], j)), changed: hex(changed) };
      steps.push(step(`X(${i}).i[${number}]`, PROCESS, say, { value, ...places, ...letters, ...terms }));
      [A, B, C, D] = [D, changed, B, C];
    }
  });

  const working: Abcd = [A, B, C, D];
  const after: Abcd = [add(A, before[0]), add(B, before[1]), add(C, before[2]), add(D, before[3])];
  const values = { value: hexes(after), before: hexes(before), working: hexes(working), i, previous: i - 1 };
  steps.push(step(`ABCD(${i})`, PROCESS, 'explain.md5.sum', values));
  return after;
}

/** Operation `j` calls A, D, C, B in turn by the name a: its four words as A, B, C, D. */
function inOrder(abcd: Abcd, j: number): readonly bigint[] {
  return Array.from({ length: 4 }, (_, letter) => abcd[(letter + j) % 4]!);
}

/** 3.4: T[i] is the integer part of 4294967296 times abs(sin(i)), i in radians. */
function sine(i: number): bigint {
  return BigInt(Math.floor(2 ** 32 * Math.abs(Math.sin(i))));
}

function hexes(words: readonly bigint[]): string {
  return words.map(hex).join('');
}

/** 3.5: the low-order byte first. */
function reversed(word: bigint): string {
  return hex(word).replace(/(..)(..)(..)(..)/, '$4$3$2$1');
}
