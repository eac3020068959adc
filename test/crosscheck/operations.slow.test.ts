/** The table again, on many more inputs than the default suite has time for. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkOperation, isAgreed, operations } from '../../src/crosscheck/index.ts';

/** jsbn takes its time, and longer on a busy machine: that is no disagreement. */
beforeAll(() => fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 800_000 }));

describe('the table, at length', () => {
  it.each(operations)('$name agrees with $reference.name', async (row) => {
    const result = await checkOperation(row, { runs: 5000 });
    expect(result.disagreement).toBeUndefined();
    expect(isAgreed(result)).toBe(true);
  });
});
