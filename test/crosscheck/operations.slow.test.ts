/** The table again, on many more inputs than the default suite has time for. */
import { describe, expect, it } from 'vitest';
import { checkOperation, isAgreed, operations } from '../../src/crosscheck/index.ts';

describe('the table, at length', () => {
  it.each(operations)('$name agrees with $reference.name', async (row) => {
    const result = await checkOperation(row, { runs: 5000 });
    expect(result.disagreement).toBeUndefined();
    expect(isAgreed(result)).toBe(true);
  });
});
