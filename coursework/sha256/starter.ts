/**
 * SHA-256 and SHA-224 (FIPS 180-4). Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 *
 * A word is an integer of 32 bits: after every addition, keep it so with >>> 0.
 */
import { createInterface } from 'node:readline';

/** 64 words (4.2.2): compute them from the cube roots of primes, or copy the standard's table. */
const K: number[] = [];
/** 8 words (5.3.3). */
const H0_SHA256: number[] = [];
/** 8 words (5.3.2). */
const H0_SHA224: number[] = [];

/** ROTR (3.2): rotates the word x to the right by n bits. */
function rotr(x: number, n: number): number {
  throw new NotWritten('rotr');
}

/** Ch (4.1.2). */
function ch(x: number, y: number, z: number): number {
  throw new NotWritten('ch');
}

/** Maj (4.1.2). */
function maj(x: number, y: number, z: number): number {
  throw new NotWritten('maj');
}

/** The upper-case sigma 0 of 4.1.2. */
function bigSigma0(x: number): number {
  throw new NotWritten('bigSigma0');
}

function bigSigma1(x: number): number {
  throw new NotWritten('bigSigma1');
}

/** The lower-case sigma 0 of 4.1.2. */
function sigma0(x: number): number {
  throw new NotWritten('sigma0');
}

function sigma1(x: number): number {
  throw new NotWritten('sigma1');
}

/** 5.1.1: a bit 1, then zeros, then the length of msg in bits, as 8 bytes. */
function pad(msg: Uint8Array): Uint8Array {
  throw new NotWritten('pad');
}

/** 6.2.2, step 1: W[0] to W[63]. */
function messageSchedule(block: Uint8Array): number[] {
  throw new NotWritten('messageSchedule');
}

/** 6.2.2, steps 1 to 4: the next hash value. */
function compress(h: number[], block: Uint8Array): number[] {
  throw new NotWritten('compress');
}

/**
 * 6.2: 32 bytes. Report hash values, and the first wrong one is named: step('H(1)', value),
 * and in between step('M(1).W[16]', word as 4 bytes), step('M(1).t[0]', a to h, 32 bytes).
 */
function sha256(msg: Uint8Array): Uint8Array {
  throw new NotWritten('sha256');
}

/** 6.3: other initial values, and 28 bytes of the result. */
function sha224(msg: Uint8Array): Uint8Array {
  throw new NotWritten('sha224');
}

const OPERATIONS: Record<string, (r: Request) => Uint8Array> = {
  sha256: (r) => sha256(data(r, 'msg')),
  sha224: (r) => sha224(data(r, 'msg')),
};

// The protocol: works as it is. See docs/programs.md of the toolkit.

/** Something is still to be written: the question is skipped, and scores nothing. */
class NotWritten extends Error {}

/** The input is not valid. Say so with: throw new Refused('why'). */
class Refused extends Error {}

type Request = Record<string, unknown>;
type Answer = { output: string | boolean; steps?: Step[] } | { error: string } | { skip: string };
type Step = { id: string; value: string };

const steps: Step[] = [];

/** Reports a value on the way, if you like: the grader can then name the first wrong one. */
function step(id: string, value: Uint8Array): void {
  if (steps.length < 2000) steps.push({ id, value: hex(value) });
}

function hex(value: Uint8Array): string {
  return Buffer.from(value).toString('hex');
}

function data(request: Request, name: string): Uint8Array {
  return Uint8Array.from(Buffer.from(request[name] as string, 'hex'));
}

function answerTo(request: Request): Answer {
  const operation = OPERATIONS[request.op as string];
  if (!operation) return { skip: `does not do ${request.op}` };
  steps.length = 0;
  try {
    const output = operation(request);
    const answer = { output: typeof output === 'boolean' ? output : hex(output) };
    return steps.length > 0 ? { ...answer, steps } : answer;
  } catch (problem) {
    if (problem instanceof NotWritten) return { skip: `${problem.message} is not written yet` };
    if (problem instanceof Refused) return { error: problem.message };
    throw problem;
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line) as Request;
  process.stdout.write(`${JSON.stringify({ id: request.id, ...answerTo(request) })}\n`);
});
