/**
 * SHA-2 as FIPS 180-4 writes it down (6.2 and 6.4), on integers of 32 or 64 bits: padding, message schedule, rounds.
 *
 * For reading: it is slow. `sha256` of `hash` is what computes digests.
 */
import { concatAll, fromHex, toHex, utf8 } from '../bytes/index.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { type BlockLayout, padMessage } from './padding.ts';
import { initialFromFirstPrimes, initialFromNextPrimes, roundConstants } from './sha2-constants.ts';
import { step } from './step.ts';
import { arithmetic, type WordArithmetic, wordsOf } from './words.ts';

/** The trace of a digest of 28 bytes (FIPS 180-4, 6.3). A message is bytes, at most `EXPLAIN_LIMIT` of them. */
export function explainSha224(msg: Uint8Array): Trace {
  const initial = initialFromNextPrimes().map((word) => word & 0xffffffffn);
  return explain(msg, { ...SHORT, name: 'SHA-224', digestLength: 28, clause: '5.3.2', cut: '6.3', initial });
}

/** The trace of a digest of 32 bytes (FIPS 180-4, 6.2). */
export function explainSha256(msg: Uint8Array): Trace {
  const initial = initialFromFirstPrimes(32);
  return explain(msg, { ...SHORT, name: 'SHA-256', digestLength: 32, clause: '5.3.3', initial });
}

/** The trace of a digest of 48 bytes (FIPS 180-4, 6.5). */
export function explainSha384(msg: Uint8Array): Trace {
  const initial = initialFromNextPrimes();
  return explain(msg, { ...LONG, name: 'SHA-384', digestLength: 48, clause: '5.3.4', cut: '6.5', initial });
}

/** The trace of a digest of 64 bytes (FIPS 180-4, 6.4). */
export function explainSha512(msg: Uint8Array): Trace {
  const initial = initialFromFirstPrimes(64);
  return explain(msg, { ...LONG, name: 'SHA-512', digestLength: 64, clause: '5.3.5', initial });
}

/** The trace of a digest of 28 bytes (FIPS 180-4, 6.6). */
export function explainSha512_224(msg: Uint8Array): Trace {
  const name = 'SHA-512/224';
  return explain(msg, {
    ...LONG,
    name,
    digestLength: 28,
    clause: '5.3.6.1',
    cut: '6.6',
    initial: initialOf(name),
  });
}

/** The trace of a digest of 32 bytes (FIPS 180-4, 6.7). */
export function explainSha512_256(msg: Uint8Array): Trace {
  const name = 'SHA-512/256';
  return explain(msg, {
    ...LONG,
    name,
    digestLength: 32,
    clause: '5.3.6.2',
    cut: '6.7',
    initial: initialOf(name),
  });
}

/** What SHA-256 and SHA-512 differ in (FIPS 180-4, 4.1, 4.2 and 5). */
interface Family {
  readonly w: 32 | 64;
  readonly rounds: 64 | 80;
  readonly layout: BlockLayout;
  readonly computation: string;
  /** Rotations of Σ0 and Σ1; those of σ0 and σ1, the last of which is a shift. */
  readonly Sigma0: Triple;
  readonly Sigma1: Triple;
  readonly sigma0: Triple;
  readonly sigma1: Triple;
}

interface Variant extends Family {
  readonly name: string;
  /** In bytes. */
  readonly digestLength: number;
  /** Where H(0) is defined. */
  readonly clause: string;
  /** Where its digest is said to be the first bits of the last hash value only. */
  readonly cut?: string;
  readonly initial: readonly bigint[];
}

type Triple = readonly [number, number, number];

const SHORT: Family = {
  w: 32,
  rounds: 64,
  layout: {
    blockSize: 64,
    lengthSize: 8,
    littleEndian: false,
    clauses: { bit: 'FIPS 180-4, 5.1.1', length: 'FIPS 180-4, 5.1.1', parse: 'FIPS 180-4, 5.2.1' },
    blockName: 'M',
  },
  computation: 'FIPS 180-4, 6.2.2',
  Sigma0: [2, 13, 22],
  Sigma1: [6, 11, 25],
  sigma0: [7, 18, 3],
  sigma1: [17, 19, 10],
};

const LONG: Family = {
  w: 64,
  rounds: 80,
  layout: {
    blockSize: 128,
    lengthSize: 16,
    littleEndian: false,
    clauses: { bit: 'FIPS 180-4, 5.1.2', length: 'FIPS 180-4, 5.1.2', parse: 'FIPS 180-4, 5.2.2' },
    blockName: 'M',
  },
  computation: 'FIPS 180-4, 6.4.2',
  Sigma0: [28, 34, 39],
  Sigma1: [14, 18, 41],
  sigma0: [1, 8, 7],
  sigma1: [19, 61, 6],
};

/** 5.3.6: H(0) of SHA-512/t is the SHA-512 of its name, computed from an H(0) with every byte xored with a5. */
function initialOf(name: string): bigint[] {
  const masked = initialFromFirstPrimes(64).map((word) => word ^ 0xa5a5a5a5a5a5a5a5n);
  const { output } = explain(utf8(name), {
    ...LONG,
    name,
    digestLength: 64,
    clause: '5.3.6',
    initial: masked,
  });
  return wordsOf(fromHex(output), 64);
}

function explain(msg: Uint8Array, variant: Variant): Trace {
  const { w, initial, digestLength, name } = variant;
  const words = arithmetic(w);
  const { blocks, steps } = padMessage(msg, variant.layout);
  let H = initial;
  const clause = `FIPS 180-4, ${variant.clause}`;
  steps.push(step('H(0)', clause, 'explain.sha.initial', { value: H.map(words.hex).join('') }));
  const K = roundConstants(w);
  blocks.forEach((block, index) => {
    H = processBlock(variant, words, K, H, block, index + 1, steps);
  });
  const output = toHex(concatAll(H.map((word) => fromHex(words.hex(word))))).slice(0, 2 * digestLength);
  const closing = { value: output, i: blocks.length, bits: 8 * digestLength };
  const closingClause = variant.cut ? `FIPS 180-4, ${variant.cut}` : variant.computation;
  steps.push(step('digest', closingClause, 'explain.sha.digest', closing));
  return { version: 1, subject: name, inputs: { msg: toHex(msg) }, steps, output };
}

/** H(i) from H(i-1) and M(i): steps 1 to 4 of 6.2.2 and 6.4.2. */
function processBlock(
  family: Family,
  { add, rotateRight, not, hex }: WordArithmetic,
  K: readonly bigint[],
  H: readonly bigint[],
  block: Uint8Array,
  i: number,
  steps: TraceStep[],
): readonly bigint[] {
  const { computation, rounds, w } = family;
  const Sigma = ([m, n, o]: Triple, x: bigint) => rotateRight(x, m) ^ rotateRight(x, n) ^ rotateRight(x, o);
  const sigma = ([m, n, o]: Triple, x: bigint) => rotateRight(x, m) ^ rotateRight(x, n) ^ (x >> BigInt(o));
  const hexes = (variables: readonly bigint[]) => variables.map(hex).join('');

  // 1. Prepare the message schedule.
  const W = wordsOf(block, w);
  W.forEach((word, t) => {
    steps.push(step(`M(${i}).W[${t}]`, computation, 'explain.sha.word', { value: hex(word), i, t }));
  });
  for (let t = 16; t < rounds; t++) {
    const s0 = sigma(family.sigma0, W[t - 15]!);
    const s1 = sigma(family.sigma1, W[t - 2]!);
    W[t] = add(s1, W[t - 7]!, s0, W[t - 16]!);
    const indices = { t, t2: t - 2, t7: t - 7, t15: t - 15, t16: t - 16 };
    const terms = { sigma1: hex(s1), w7: hex(W[t - 7]!), sigma0: hex(s0), w16: hex(W[t - 16]!) };
    const values = { value: hex(W[t]!), ...indices, ...terms };
    steps.push(step(`M(${i}).W[${t}]`, computation, 'explain.sha2.schedule', values));
  }

  // 2. Initialize the eight working variables with H(i-1).
  let [a, b, c, d, e, f, g, h] = H as readonly [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];

  // 3. The rounds.
  for (let t = 0; t < rounds; t++) {
    const before = hexes([a, b, c, d, e, f, g, h]);
    const Sigma1 = Sigma(family.Sigma1, e);
    const Ch = (e & f) ^ (not(e) & g);
    const T1 = add(h, Sigma1, Ch, K[t]!, W[t]!);
    const Sigma0 = Sigma(family.Sigma0, a);
    const Maj = (a & b) ^ (a & c) ^ (b & c);
    const T2 = add(Sigma0, Maj);
    const terms = { h: hex(h), Sigma1: hex(Sigma1), Ch: hex(Ch), K: hex(K[t]!), W: hex(W[t]!) };
    const sums = { Sigma0: hex(Sigma0), Maj: hex(Maj), T1: hex(T1), T2: hex(T2), d: hex(d) };
    [h, g, f, e, d, c, b, a] = [g, f, e, add(d, T1), c, b, a, add(T1, T2)];
    const value = hexes([a, b, c, d, e, f, g, h]);
    const values = { value, t, before, ...terms, ...sums, a: hex(a), e: hex(e) };
    steps.push(step(`M(${i}).t[${t}]`, computation, 'explain.sha2.round', values));
  }

  // 4. The intermediate hash value H(i).
  const working = [a, b, c, d, e, f, g, h];
  const next = working.map((variable, j) => add(variable, H[j]!));
  const values = { value: hexes(next), before: hexes(H), working: hexes(working), i, previous: i - 1 };
  steps.push(step(`H(${i})`, computation, 'explain.sha.intermediate', values));
  return next;
}
