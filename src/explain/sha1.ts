/**
 * SHA-1 as FIPS 180-4 writes it down (6.1): padding, message schedule, eighty rounds in four stages.
 *
 * For reading only, and collisions of SHA-1 have been found: nothing should rely on it any more.
 */
import { toHex } from '../bytes/index.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { padMessage } from './padding.ts';
import { step } from './step.ts';
import { arithmetic, wordsOf } from './words.ts';

const COMPUTATION = 'FIPS 180-4, 6.1.2';
const { add, rotateRight, not, hex } = arithmetic(32);

/** 5.3.1. */
const INITIAL = [0x67452301n, 0xefcdab89n, 0x98badcfen, 0x10325476n, 0xc3d2e1f0n] as const;

type Variables = readonly [a: bigint, b: bigint, c: bigint, d: bigint, e: bigint];

/** 4.1.1 and 4.2.1: the function and the constant of each twenty rounds. */
const STAGES = [
  {
    say: 'explain.sha1.ch',
    K: 0x5a827999n,
    f: (x: bigint, y: bigint, z: bigint) => (x & y) ^ (not(x) & z),
  },
  { say: 'explain.sha1.parity', K: 0x6ed9eba1n, f: (x: bigint, y: bigint, z: bigint) => x ^ y ^ z },
  {
    say: 'explain.sha1.maj',
    K: 0x8f1bbcdcn,
    f: (x: bigint, y: bigint, z: bigint) => (x & y) ^ (x & z) ^ (y & z),
  },
  { say: 'explain.sha1.parity', K: 0xca62c1d6n, f: (x: bigint, y: bigint, z: bigint) => x ^ y ^ z },
] as const;

/** The trace of a digest of 20 bytes. A message is bytes, at most `EXPLAIN_LIMIT` of them. */
export function explainSha1(msg: Uint8Array): Trace {
  const { blocks, steps } = padMessage(msg, {
    blockSize: 64,
    lengthSize: 8,
    littleEndian: false,
    clauses: { bit: 'FIPS 180-4, 5.1.1', length: 'FIPS 180-4, 5.1.1', parse: 'FIPS 180-4, 5.2.1' },
    blockName: 'M',
  });
  let H: Variables = INITIAL;
  steps.push(step('H(0)', 'FIPS 180-4, 5.3.1', 'explain.sha.initial', { value: hexes(H) }));
  blocks.forEach((block, index) => {
    H = processBlock(H, block, index + 1, steps);
  });
  const output = hexes(H);
  const closing = { value: output, i: blocks.length, bits: 160 };
  steps.push(step('digest', COMPUTATION, 'explain.sha.digest', closing));
  return { version: 1, subject: 'SHA-1', inputs: { msg: toHex(msg) }, steps, output };
}

/** H(i) from H(i-1) and M(i): steps 1 to 4 of 6.1.2. */
function processBlock(H: Variables, block: Uint8Array, i: number, steps: TraceStep[]): Variables {
  // 1. Prepare the message schedule.
  const W = wordsOf(block, 32);
  W.forEach((word, t) => {
    steps.push(step(`M(${i}).W[${t}]`, COMPUTATION, 'explain.sha.word', { value: hex(word), i, t }));
  });
  for (let t = 16; t < 80; t++) {
    const sum = W[t - 3]! ^ W[t - 8]! ^ W[t - 14]! ^ W[t - 16]!;
    W[t] = rotateLeft(sum, 1);
    const indices = { t, t3: t - 3, t8: t - 8, t14: t - 14, t16: t - 16 };
    const values = { value: hex(W[t]!), ...indices, sum: hex(sum) };
    steps.push(step(`M(${i}).W[${t}]`, COMPUTATION, 'explain.sha1.schedule', values));
  }

  // 2. and 3. The working variables start as H(i-1), and go through the rounds.
  let [a, b, c, d, e] = H;
  for (let t = 0; t < 80; t++) {
    const { say, K, f } = STAGES[Math.floor(t / 20)]!;
    const before = hexes([a, b, c, d, e]);
    const mixed = f(b, c, d);
    const rotated = rotateLeft(a, 5);
    const T = add(rotated, mixed, e, K, W[t]!);
    const terms = { rotated: hex(rotated), f: hex(mixed), e: hex(e), K: hex(K), W: hex(W[t]!) };
    [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, T];
    const values = { value: hexes([a, b, c, d, e]), t, before, ...terms, T: hex(T), c: hex(c) };
    steps.push(step(`M(${i}).t[${t}]`, COMPUTATION, say, values));
  }

  // 4. The intermediate hash value H(i).
  const working: Variables = [a, b, c, d, e];
  const next: Variables = [add(a, H[0]), add(b, H[1]), add(c, H[2]), add(d, H[3]), add(e, H[4])];
  const values = { value: hexes(next), before: hexes(H), working: hexes(working), i, previous: i - 1 };
  steps.push(step(`H(${i})`, COMPUTATION, 'explain.sha.intermediate', values));
  return next;
}

function hexes(variables: Variables): string {
  return variables.map(hex).join('');
}

/** ROTL^n(x). */
function rotateLeft(x: bigint, n: number): bigint {
  return rotateRight(x, 32 - n);
}
