/** What passes without work counts only beside what takes some. */
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/bytes/index.ts';
import {
  gradeInstance,
  gradeRemarks,
  makeInstance,
  parseAssignment,
  testLines,
} from '../../../src/vectors/assignment/index.ts';
import {
  type Answer,
  type Request,
  scratchEngine,
  type VectorCase,
  type Want,
} from '../../../src/vectors/index.ts';
import { engine, file } from './fakes.ts';

const KEY = utf8('sixteen letters.');
const bytes = (...values: number[]) => Uint8Array.from(values);
const scratch = (request: Request) => scratchEngine.answer(request) as Answer;
const refusal: Want = { kind: 'refusal' };
const output = (value: Uint8Array | boolean): Want => ({ kind: 'output', output: value });

function asked(id: string, op: string, fields: Request['fields'], want: Want): VectorCase {
  return { id, comment: '', flags: [], checks: [{ request: { op, fields }, want }] };
}

const unpad = (id: string, msg: Uint8Array, want: Want) =>
  asked(id, 'pkcs7-unpad', { msg, blockSize: 4 }, want);
const xor = (id: string, msg: Uint8Array, want: Uint8Array) =>
  asked(id, 'xor', { key: bytes(1, 2), msg }, output(want));
const verify = (id: string, tag: Uint8Array, want: boolean) =>
  asked(id, 'hmac-sha256-verify', { key: KEY, msg: KEY, tag }, output(want));

const TAG = engineTag();
const FILES: Readonly<Record<string, readonly VectorCase[]>> = {
  unpad: [
    unpad('1', bytes(9, 9, 2, 2), output(bytes(9, 9))),
    unpad('2', bytes(9, 9, 9, 0), refusal),
    unpad('3', bytes(9, 9, 9, 5), refusal),
  ],
  refusals: [unpad('1', bytes(9, 9, 9, 0), refusal), unpad('2', bytes(9, 9, 9, 5), refusal)],
  xor: [
    xor('1', bytes(), bytes()),
    xor('2', bytes(1, 2), bytes(0, 0)),
    xor('3', bytes(7), bytes(6)),
    xor('4', bytes(7, 7), bytes(6, 5)),
  ],
  verify: [verify('1', TAG, true), verify('2', KEY, false), verify('3', bytes(1), false)],
  good: [verify('1', TAG, true), verify('2', TAG.subarray(0, 16), true)],
};

function engineTag(): Uint8Array {
  const request = { op: 'hmac-sha256', fields: { key: KEY, msg: KEY } };
  const answer = scratch(request);
  return answer.kind === 'output' && answer.output instanceof Uint8Array ? answer.output : bytes();
}

/** Tests of 6 points, on these files. */
async function grade(
  files: readonly string[],
  answer: (request: Request, right: Answer) => Answer = (_, right) => right,
  more = '',
  only?: readonly string[],
) {
  const assignment = parseAssignment(`
title: T
name: t
operations: [pkcs7-unpad, xor, hmac-sha256-verify]
tests:
${files.map((name) => `  - { name: of ${name}, points: 6, vectors: ${name}, ${more} }`).join('\n')}
`);
  const instance = await makeInstance(assignment, { seed: 'a', open: (name) => file(name, FILES[name]!) });
  return gradeInstance(instance, engine(answer), { only });
}

const scores = async (...args: Parameters<typeof grade>) =>
  (await grade(...args)).tests.map(({ score }) => score);

const refuses = (): Answer => ({ kind: 'error', error: 'no' });
const says = (value: Uint8Array | boolean) => (): Answer => ({ kind: 'output', output: value });

describe('a case that passes without work', () => {
  it('counts as any other where the program is right', async () => {
    const graded = await grade(Object.keys(FILES));
    expect(graded.tests.map(({ score, status, unearned }) => [score, status, unearned])).toEqual(
      Object.keys(FILES).map(() => [6, 'passed', 0]),
    );
    expect(gradeRemarks('en', graded)).toEqual(['All tests passed.']);
  });

  it('earns nothing alone: refusals, empty outputs, zeros, and inputs handed back', async () => {
    expect(await scores(Object.keys(FILES), refuses)).toEqual([0, 0, 0, 0, 0]);
    expect(await scores(Object.keys(FILES), says(bytes()))).toEqual([0, 0, 0, 0, 0]);
    expect(await scores(['xor'], says(bytes(0, 0)))).toEqual([0]);
    const echo = ({ fields }: Request): Answer => ({ kind: 'output', output: fields.msg as Uint8Array });
    expect(await scores(['xor'], echo)).toEqual([0]);
  });

  it('counts from the first case on that took work', async () => {
    const onlyShort = ({ fields }: Request, right: Answer): Answer =>
      (fields.msg as Uint8Array).length < 2 ? right : says(bytes())();
    expect(await scores(['xor'], onlyShort)).toEqual([3]);
    const noFives = ({ fields }: Request, right: Answer): Answer =>
      (fields.msg as Uint8Array)[3] === 5 ? says(bytes())() : right;
    expect(await scores(['unpad'], noFives)).toEqual([4]);
    expect(await scores(['unpad'], noFives, 'credit: all')).toEqual([0]);
  });

  it('of verdicts, takes an acceptance and a refusal', async () => {
    expect(await scores(['verify', 'good'], says(true))).toEqual([0, 0]);
    expect(await scores(['verify', 'good'], says(false))).toEqual([0, 0]);
    expect(await scores(['verify', 'good'], refuses)).toEqual([0, 0]);
    const believing = ({ fields }: Request, right: Answer): Answer =>
      (fields.tag as Uint8Array).length === 1 ? says(true)() : right;
    expect(await scores(['verify'], believing)).toEqual([4]);
  });

  it('is measured by the other tests where its own has nothing else', async () => {
    const onlyRefuses = ({ fields }: Request, right: Answer): Answer =>
      right.kind === 'output' && 'blockSize' in fields ? refuses() : right;
    expect(await scores(['refusals', 'xor'], onlyRefuses)).toEqual([6, 6]);
    expect(await scores(['refusals', 'xor'], refuses)).toEqual([0, 0]);
    expect(await scores(['good', 'verify'], says(true))).toEqual([0, 0]);
    // Graded alone, too: then the others are asked, and not reported.
    expect(await scores(['refusals', 'xor'], refuses, '', ['1'])).toEqual([0]);
    expect(await scores(['refusals', 'xor'], onlyRefuses, '', ['1'])).toEqual([6]);
    // There is nothing to measure it by.
    expect(await scores(['refusals'], refuses)).toEqual([6]);
  });

  it('is told of', async () => {
    const graded = await grade(['refusals', 'xor'], refuses, 'visibility: hidden');
    expect(graded.tests[0]).toMatchObject({ passed: 2, failed: 0, unearned: 2, status: 'failed', score: 0 });
    expect(testLines('en', graded.tests[0]!).at(-1)).toMatch(/^passed, but without points so far: 2\. /);
    expect(testLines('zh', graded.tests[0]!).at(-1)).toMatch(/^通过但暂不计分：2 个。/);
  });
});
