/** Assignments, vectors and programs for tests of grading: nothing here starts a process. */
import { type Assignment, parseAssignment } from '../../../src/vectors/assignment/index.ts';
import {
  type Answer,
  type Engine,
  type Request,
  scratchEngine,
  type VectorCase,
  type VectorFile,
} from '../../../src/vectors/index.ts';
import { saying } from '../../../src/vectors/saying.ts';

/** Two tests of AES-ECB, a visible one on vectors and a hidden one on fresh blocks, with this instead of the defaults. */
export function assignment(more = '', first = '', second = ''): Assignment {
  return parseAssignment(`
title: AES in ECB
name: aes
operations: [aes-ecb-encrypt]
${more}
tests:
  - { name: the example, points: 2, vectors: file, message: Look at the order of the bytes., ${first} }
  - { name: fresh, points: 8, visibility: hidden, make: { op: aes-ecb-encrypt, count: 4 }, ${second} }
`);
}

export const file = (name: string, cases: readonly VectorCase[]): VectorFile => ({
  name,
  format: 'crypto-primer',
  algorithm: 'AES',
  cases,
});

/** A case that asks our own code what is right. */
export function encryptCase(id: string, key: Uint8Array, msg: Uint8Array): VectorCase {
  const request = { op: 'aes-ecb-encrypt', fields: { key, msg } };
  const answer = scratchEngine.answer(request) as Extract<Answer, { kind: 'output' }>;
  return {
    id,
    comment: '',
    flags: [],
    checks: [{ request, want: { kind: 'output', output: answer.output } }],
  };
}

export const skippedCase = (id: string): VectorCase => ({
  id,
  comment: '',
  flags: [],
  checks: [],
  skip: saying('vectors.skip.keySize', { bits: 40 }),
});

/** A program that is right, but for what `change` does. */
export function engine(change: (request: Request, right: Answer) => Answer = (_, right) => right): Engine {
  return {
    name: 'exec:fake',
    window: 2,
    answer: async (request) => change(request, await scratchEngine.answer(request)),
  };
}
