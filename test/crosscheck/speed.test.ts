import { describe, expect, it } from 'vitest';
import { checkOperation, isAgreed, type Operation } from '../../src/crosscheck/index.ts';
import { complement, example, type Message } from './example.ts';

describe('speeds', () => {
  function failsAfter(calls: number, run: Operation['scratch']['run']): typeof run {
    let left = calls;
    return (inputs) => {
      if (left-- <= 0) throw new Error('tired');
      return run(inputs);
    };
  }

  /** A clock on which each run of the scratch side takes 2 ms and each of the reference 4 ms. */
  function clocked(differences: Partial<Operation<Message>> = {}) {
    let time = 0;
    const spending = (ms: number) => (inputs: Message) => {
      time += ms;
      return complement(inputs);
    };
    const row = example({
      scratch: { run: spending(2) },
      reference: { name: 'slower', open: async () => ({ run: spending(4) }), ...differences.reference },
    });
    return { row, now: () => time };
  }

  it('are measured by the clock given, in 10^6 bytes per second', async () => {
    const { row, now } = clocked();
    const result = await checkOperation(row, { runs: 5, now });
    expect([result.scratchSpeed, result.referenceSpeed]).toEqual([0.5, 0.25]);
  });

  it('have inputs that are made for them only', async () => {
    const inputs = () => {
      throw new Error('not now');
    };
    const row = example({ timed: { bytes: 1000, inputs } });
    expect(isAgreed(await checkOperation(row))).toBe(true);
    const { failure } = await checkOperation(row, { now: () => 0 });
    expect(failure).toBe('while it was timed: not now');
  });

  it('are absent without a clock, or where it stands still', async () => {
    for (const now of [undefined, () => 7]) {
      const result = await checkOperation(example(), { runs: 5, now });
      expect(Object.keys(result)).toEqual(['name', 'reference', 'runs', 'agreed']);
    }
  });

  it('cannot be had of what throws then', async () => {
    const { row, now } = clocked();
    const failing = { ...row, scratch: { run: failsAfter(5, row.scratch.run) } };
    const result = await checkOperation(failing, { runs: 5, now });
    expect(result).toMatchObject({ runs: 5, agreed: 5, failure: 'while it was timed: tired' });
    expect(isAgreed(result)).toBe(false);
  });

  it('are absent for a reference that is only a list', async () => {
    const run = { run: complement };
    const { row, now } = clocked({ reference: { name: 'list', published: true, open: async () => run } });
    const result = await checkOperation(row, { runs: 5, now });
    expect(result.scratchSpeed).toBe(0.5);
    expect(result.referenceSpeed).toBeUndefined();
  });
});
