/** The property of lossy.test.ts, thousands of times. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faults, play, runs } from './lossy-run.ts';

describe('tcp over a bad link, long', () => {
  it('brings everything once and in order, and ends, in 3000 runs', () => {
    fc.assert(
      fc.property(runs, (run) => {
        expect(faults(play(run))).toEqual([]);
      }),
      // More than the usual time: half a minute of work, on a machine with nothing else to do.
      { numRuns: Number(process.env.TCP_RUNS ?? 3000), interruptAfterTimeLimit: 800_000 },
    );
  });
});
