import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../src/net/index.ts';
import { withCode } from '../with-code.ts';

describe('the virtual clock', () => {
  it('runs timers in order of time, equal ones as they were set, and none that was cancelled', () => {
    const timers = fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 200 });
    fc.assert(
      fc.property(timers, (wanted) => {
        const clock = new VirtualClock();
        const ran: [number, number][] = [];
        const set = wanted.map(([time], i) => clock.at(time, () => ran.push([clock.now, i])));
        for (const [i, [, cancelled]] of wanted.entries()) {
          if (cancelled) set[i]!.cancel();
        }
        expect(clock.pending).toBe(wanted.filter(([, cancelled]) => !cancelled).length);
        clock.run();
        const expected = wanted
          .map(([time, cancelled], i) => ({ time, cancelled, i }))
          .filter(({ cancelled }) => !cancelled)
          .sort((one, other) => one.time - other.time || one.i - other.i)
          .map(({ time, i }) => [time, i]);
        expect(ran).toEqual(expected);
        expect(clock.pending).toBe(0);
      }),
    );
  });

  it('stops at a time, and goes on from there', () => {
    const clock = new VirtualClock();
    const ran: number[] = [];
    for (const time of [5, 10, 15]) clock.at(time, () => ran.push(time));
    clock.run({ until: 10 });
    expect([ran, clock.now, clock.pending]).toEqual([[5, 10], 10, 1]);
    clock.run({ until: 12 });
    expect(clock.now).toBe(12);
    clock.after(1, () => ran.push(13));
    clock.run();
    expect([ran, clock.now]).toEqual([[5, 10, 13, 15], 15]);
  });

  it('ends a run that wakes itself for ever, and takes no time that is past or no integer', () => {
    const clock = new VirtualClock();
    const again = () => void clock.after(1, again);
    again();
    expect(() => clock.run({ events: 1000 })).toThrow(
      withCode('too-large', /^events: expected at most 1000/),
    );
    for (const time of [-1, 0.5, Number.NaN, 2 ** 60]) {
      expect(() => clock.at(time, again)).toThrow(withCode('bad-argument'));
    }
  });

  it('cancels once, and what ran not at all', () => {
    const clock = new VirtualClock();
    const timer = clock.at(1, () => {});
    clock.at(2, () => {});
    timer.cancel();
    timer.cancel();
    expect(clock.pending).toBe(1);
    clock.run();
    timer.cancel();
    expect(clock.pending).toBe(0);
  });
});
