/** Any loss, duplication, reordering and jitter: all data once and in order, both ends CLOSED, no timer left. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faults, play, runs } from './lossy-run.ts';

describe('tcp over a bad link', () => {
  it('brings everything once and in order, and ends', () => {
    fc.assert(
      fc.property(runs, (run) => {
        expect(faults(play(run))).toEqual([]);
      }),
      { numRuns: 60, seed: 9293 },
    );
  });
});
