import { describe, expect, it } from 'vitest';
import { fromHex, utf8 } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import {
  type Answer,
  type Engine,
  isRight,
  referenceEngine,
  runCases,
  said,
  saying,
  scratchEngine,
  type VectorCase,
  type Want,
} from '../../src/vectors/index.ts';

const ABC = utf8('abc');
const DIGEST = sha256(ABC);
const hashCase = (id: string, output: Uint8Array = DIGEST): VectorCase => ({
  id,
  comment: '',
  flags: [],
  checks: [{ request: { op: 'sha256', fields: { msg: ABC } }, want: { kind: 'output', output } }],
});

describe('judging an answer', () => {
  const output = (value: Uint8Array | boolean): Answer => ({ kind: 'output', output: value });
  const error: Answer = { kind: 'error', error: 'no', code: 'bad-padding' };
  const broken: Answer = { kind: 'broken', fault: saying('vectors.fault.internal', { detail: '' }) };
  const want = (value: Uint8Array | boolean): Want => ({ kind: 'output', output: value });

  it.each<[string, string, Answer, Want, boolean]>([
    ['the same bytes', 'md5', output(Uint8Array.of(0, 1)), want(Uint8Array.of(0, 1)), true],
    ['other bytes', 'md5', output(Uint8Array.of(0, 2)), want(Uint8Array.of(0, 1)), false],
    ['fewer bytes', 'md5', output(Uint8Array.of(0)), want(Uint8Array.of(0, 1)), false],
    ['leading zeros of bytes', 'md5', output(Uint8Array.of(1)), want(Uint8Array.of(0, 1)), false],
    [
      'leading zeros of a number',
      'rsa-textbook-encrypt',
      output(Uint8Array.of(1)),
      want(Uint8Array.of(0, 1)),
      true,
    ],
    ['the number zero', 'rsa-textbook-encrypt', output(new Uint8Array(0)), want(Uint8Array.of(0, 0)), true],
    ['a verdict', 'rsa-pkcs1-verify', output(true), want(true), true],
    ['the other verdict', 'rsa-pkcs1-verify', output(true), want(false), false],
    ['an error for false', 'rsa-pkcs1-verify', error, want(false), true],
    ['an error for true', 'rsa-pkcs1-verify', error, want(true), false],
    ['bytes for a verdict', 'rsa-pkcs1-verify', output(Uint8Array.of(1)), want(true), false],
    ['an error where bytes are wanted', 'md5', error, want(ABC), false],
    ['an error where it may refuse', 'md5', error, { kind: 'output', output: ABC, optional: true }, true],
    [
      'other bytes where it may refuse',
      'md5',
      output(DIGEST),
      { kind: 'output', output: ABC, optional: true },
      false,
    ],
    [
      'false where it may refuse',
      'rsa-pkcs1-verify',
      output(false),
      { kind: 'output', output: true, optional: true },
      true,
    ],
    ['a refusal', 'aes-gcm-decrypt', error, { kind: 'refusal' }, true],
    ['false for a refusal', 'rsa-pkcs1-verify', output(false), { kind: 'refusal' }, true],
    ['bytes where a refusal is wanted', 'aes-gcm-decrypt', output(ABC), { kind: 'refusal' }, false],
    ['a fault where a refusal is wanted', 'aes-gcm-decrypt', broken, { kind: 'refusal' }, false],
    ['a fault where it may refuse', 'md5', broken, { kind: 'output', output: ABC, optional: true }, false],
    [
      'what a check accepts',
      'rsa-pkcs1-encrypt',
      output(ABC),
      {
        kind: 'accepted',
        accepts: (got) => got.length === 3,
        as: saying('vectors.fault.internal', { detail: '' }),
      },
      true,
    ],
    [
      'what a check refuses',
      'rsa-pkcs1-encrypt',
      output(DIGEST),
      {
        kind: 'accepted',
        accepts: (got) => got.length === 3,
        as: saying('vectors.fault.internal', { detail: '' }),
      },
      false,
    ],
  ])('%s', (_, op, answer, wanted, right) => expect(isRight(op, answer, wanted)).toBe(right));

  it('holds our own code to the error that the file names, and nobody else', () => {
    const refusal: Want = { kind: 'refusal', code: 'bad-tag' };
    expect(isRight('aes-cbc-pkcs7-decrypt', error, refusal, true)).toBe(false);
    expect(isRight('aes-cbc-pkcs7-decrypt', error, refusal)).toBe(true);
    expect(isRight('aes-cbc-pkcs7-decrypt', error, { kind: 'refusal', code: 'bad-padding' }, true)).toBe(
      true,
    );
  });
});

describe('running cases', () => {
  it('passes, fails and skips, in order', async () => {
    const wrong = hashCase('2', ABC);
    const unknown: VectorCase = {
      ...hashCase('3'),
      checks: [{ request: { op: 'sha3-256', fields: {} }, want: { kind: 'refusal' } }],
    };
    const seen: string[] = [];
    const results = await runCases(
      [hashCase('1'), wrong, unknown, { ...hashCase('4'), checks: [] }],
      scratchEngine,
      {
        onResult: (result) => seen.push(result.case.id),
      },
    );
    expect(results.map(({ status }) => status)).toEqual(['passed', 'failed', 'skipped', 'skipped']);
    expect(seen).toEqual(['1', '2', '3', '4']);
    expect(results[2]).toMatchObject({ why: { say: 'vectors.skip.unknownOperation' } });
  });

  it('takes a lacking field for a fault, never for a refusal', async () => {
    const lacking: VectorCase = {
      ...hashCase('1'),
      checks: [{ request: { op: 'aes-cbc-decrypt', fields: { key: ABC } }, want: { kind: 'refusal' } }],
    };
    for (const engine of [scratchEngine, referenceEngine()]) {
      const [result] = await runCases([lacking], engine);
      expect(result!.status).toBe('failed');
    }
  });

  it('gives as many requests at once as the engine takes, and keeps the order of late answers', async () => {
    let most = 0;
    let now = 0;
    const slow: Engine = {
      name: 'slow',
      window: 3,
      answer: ({ fields }) => {
        most = Math.max(most, ++now);
        const first = (fields.msg as Uint8Array)[0]!;
        return new Promise((resolve) =>
          setTimeout(() => {
            now--;
            resolve({ kind: 'output', output: Uint8Array.of(first) });
          }, 10 - first),
        );
      },
    };
    const cases = [0, 1, 2, 3, 4, 5, 6].map(
      (i): VectorCase => ({
        ...hashCase(String(i)),
        checks: [
          {
            request: { op: 'x', fields: { msg: Uint8Array.of(i) } },
            want: { kind: 'output', output: Uint8Array.of(i) },
          },
        ],
      }),
    );
    const results = await runCases(cases, slow);
    expect(results.map((result) => [result.case.id, result.status])).toEqual(
      cases.map(({ id }) => [id, 'passed']),
    );
    expect(most).toBe(3);
  });

  it('feeds the answers of a Monte Carlo test back, in an engine of either kind', async () => {
    // SHA-256 of SHA-256 of … of "abc", by node:crypto: 5 times.
    const want = fromHex('184f6d6e82554c051b33f15e7ffffecb0cc0f461a29096c41c214e168e34c21d');
    const loop = function* () {
      let msg: Uint8Array = ABC;
      for (let i = 0; i < 5; i++) msg = yield { op: 'sha256', fields: { msg } };
      return msg;
    };
    const vectorCase: VectorCase = {
      ...hashCase('1'),
      checks: [{ op: 'sha256', loop, want: { kind: 'output', output: want } }],
    };
    for (const engine of [scratchEngine, referenceEngine()]) {
      const [result] = await runCases([vectorCase], engine);
      expect(result!.status).toBe('passed');
      const [other] = await runCases(
        [{ ...vectorCase, checks: [{ op: 'sha256', loop, want: { kind: 'output', output: ABC } }] }],
        engine,
      );
      expect(other!.status).toBe('failed');
    }
  });

  it('skips what the reference does not do', async () => {
    const cases: VectorCase[] = [
      {
        ...hashCase('1'),
        checks: [{ request: { op: 'tls12-prf', fields: {} }, want: { kind: 'refusal' } }],
      },
    ];
    const [result] = await runCases(cases, referenceEngine());
    expect(result!.status).toBe('skipped');
    expect(result!.status === 'skipped' && said('en', result!.why)).toBe(
      'tls12-prf: the reference does not do this',
    );
  });
});
