/** Fresh vectors: what is made is read back and holds for our own code; the same seed gives the same file everywhere. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/random/index.ts';
import {
  countResults,
  madeOperations,
  makeVectors,
  OPERATIONS,
  readVectors,
  runFile,
  scratchEngine,
} from '../../../src/vectors/index.ts';

/** Cases that suffice for valid and invalid ones of every kind, and take no time. */
const COUNT = 12;

const make = (op: string, count = COUNT, seed = 'make') =>
  makeVectors(op, { count, random: seededRandom(seed) });

describe('fresh vectors', () => {
  it('are made for every operation', () => {
    expect(madeOperations()).toEqual(OPERATIONS.map(({ name }) => name));
  });

  it.each(madeOperations())('%s: our own code passes all', async (op) => {
    const made = await make(op);
    const [file] = readVectors([{ name: op, text: JSON.stringify(made) }]);
    expect(file!.format).toBe('crypto-primer');
    const { results } = await runFile(file!, scratchEngine);
    expect(countResults(results)).toEqual({ total: COUNT, passed: COUNT, failed: 0, skipped: 0 });
    expect(made.numberOfTests).toBe(COUNT);
    const { tests } = made.testGroups[0];
    expect(new Set(tests.map(({ tcId, comment, flags, result, ...rest }) => JSON.stringify(rest))).size).toBe(
      COUNT,
    );
    for (const flag of tests.flatMap(({ flags }) => flags)) expect(made.notes).toHaveProperty(flag);
  });

  it.each(
    madeOperations().filter((op) =>
      /(verify|unpad|pkcs7-decrypt|gcm-decrypt|pkcs1-decrypt|oaep-decrypt|prime-test)$/.test(op),
    ),
  )('%s: some are refused, some are not', async (op) => {
    const { tests } = (await make(op)).testGroups[0];
    expect(new Set(tests.map(({ result }) => result))).toEqual(new Set(['valid', 'invalid']));
  });

  it.each([
    ['aes-cbc-pkcs7-decrypt', 'f91577c9b10f3587'],
    ['hmac-sha256', 'c443cb98c514f0f7'],
    ['rsa-oaep-decrypt', 'b2fec413aa3a0737'],
  ])('%s: the same seed gives the same bytes', async (op, digest) => {
    const text = JSON.stringify(await make(op));
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(digest);
    expect(JSON.stringify(await make(op, COUNT, 'other'))).not.toBe(text);
  });

  it('of a smaller count are the beginning of a larger one', async () => {
    const few = (await make('aes-ctr-encrypt', 3)).testGroups[0].tests;
    expect((await make('aes-ctr-encrypt', 9)).testGroups[0].tests.slice(0, 3)).toEqual(few);
  });

  it('without a source come from the system', async () => {
    const [one, other] = await Promise.all([
      makeVectors('xor', { count: 4 }),
      makeVectors('xor', { count: 4 }),
    ]);
    expect(one).not.toEqual(other);
  });

  it('say where they come from', async () => {
    const { source, header } = await make('aes-cbc-encrypt', 1);
    expect([source, ...header]).toEqual([
      'made by crypto vectors make',
      'Inputs were drawn at random; outputs by @noble/ciphers.',
    ]);
  });

  it.each([0, 10_001, 1.5, Number.NaN, '3' as never])('count %s is refused', async (count) => {
    await expect(makeVectors('xor', { count })).rejects.toMatchObject({ code: 'bad-argument' });
  });

  it.each(['nope', 'constructor', ''])('operation "%s" is refused', async (op) => {
    await expect(makeVectors(op, { count: 1 })).rejects.toMatchObject({ code: 'bad-argument' });
  });
});
