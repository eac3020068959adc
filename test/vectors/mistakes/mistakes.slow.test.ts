/** The wrong programs of `mistakes.test.ts`, on many requests of every operation in which mistakes are known. */
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../../src/vectors/index.ts';
import { shown } from './inputs.ts';
import { hasPython } from './program.ts';
import { misnamed, tryAll } from './trial.ts';

/** They judge only, or have nothing but the mistakes in handing out. */
const LEFT_OUT = /^certificate-verify$|^rsa-oaep-decrypt$/;

describe.skipIf(!hasPython)('wrong programs in Python', () => {
  const names = OPERATIONS.map(({ name }) => name).filter((name) => !LEFT_OUT.test(name));

  it.each(names)('%s', async (op) => {
    const outcomes = await tryAll({ [op]: 18 });
    expect(
      outcomes.filter(({ made, isRight }) => made === '' && !isRight).map(({ check }) => shown(check)),
    ).toEqual([]);
    expect(outcomes.filter(({ isRight, named }) => isRight && named !== undefined)).toEqual([]);
    expect(misnamed(outcomes).map(({ made, named, check }) => [made, named, shown(check)])).toEqual([]);
  });
});
