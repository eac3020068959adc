import { describe, expect, it } from 'vitest';
import { type Hazards, Link, type SeenFrame, type Tap, VirtualClock } from '../../src/net/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { withCode } from '../with-code.ts';

/** Sends `count` frames of one byte from a, one a millisecond; what arrives at b, and what was seen. */
function run(hazards: Hazards, count = 200, tap?: Tap) {
  const clock = new VirtualClock();
  const link = new Link(clock, seededRandom('link'), hazards);
  const arrived: { time: number; byte: number }[] = [];
  const seen: SeenFrame[] = [];
  link.attach('b', (frame) => arrived.push({ time: clock.now, byte: frame[0]! }));
  link.onFrame((frame) => seen.push(frame));
  if (tap) link.addTap(tap);
  for (let i = 0; i < count; i++) clock.at(i * 1000, () => link.send('a', Uint8Array.of(i)));
  clock.run();
  expect(clock.pending).toBe(0);
  return { arrived, seen, link, clock };
}

const bytes = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('a link', () => {
  it('delivers everything, in order, after its delay', () => {
    const { arrived, seen } = run({ delay: 20_000 });
    expect(arrived).toEqual(bytes(200).map((byte) => ({ time: byte * 1000 + 20_000, byte })));
    expect(seen.map(({ number }) => number)).toEqual(bytes(200).map((i) => i + 1));
    expect(new Set(seen.map(({ fate }) => fate))).toEqual(new Set(['delivered']));
  });

  it('loses, doubles and overtakes as it tells', () => {
    const { arrived, seen } = run({ delay: 5000, loss: 0.2, duplicate: 0.2, reorder: 0.2 });
    const lost = seen.filter(({ fate }) => fate === 'lost');
    const doubled = seen.filter(({ fate }) => fate === 'duplicated');
    expect(lost.length).toBeGreaterThan(10);
    expect(doubled.length).toBeGreaterThan(10);
    expect(arrived.length).toBe(200 - lost.length + doubled.length);
    expect(arrived.map(({ byte }) => byte)).not.toEqual(bytes(200));
  });

  it('draws for each hazard alone: the same frames are lost whatever else happens', () => {
    const lost = (hazards: Hazards) =>
      run(hazards)
        .seen.filter(({ fate }) => fate === 'lost')
        .map(({ frame }) => frame[0]);
    const plain = lost({ delay: 1000, loss: 0.1 });
    expect(plain.length).toBeGreaterThan(5);
    expect(lost({ delay: 1000, loss: 0.1, duplicate: 0.5, reorder: 0.5, jitter: 9000 })).toEqual(plain);
  });

  it('draws nothing for frames that are spared, and lets them by', () => {
    const hazards = { delay: 1000, loss: 0.3, duplicate: 0.3, reorder: 0.3 };
    const isOdd = (frame: Uint8Array) => frame[0]! % 2 === 1;
    const spared = run({ ...hazards, spare: isOdd }, 100).seen;
    expect(new Set(spared.filter(({ frame }) => isOdd(frame)).map(({ fate }) => fate))).toEqual(
      new Set(['delivered']),
    );
    const fates = run(hazards, 50).seen.map(({ fate }) => fate);
    expect(spared.filter(({ frame }) => !isOdd(frame)).map(({ fate }) => fate)).toEqual(fates);
    expect(fates).toContain('lost');
  });

  it('keeps the order where only jitter is on', () => {
    const { arrived } = run({ delay: 1000, jitter: 50_000 });
    expect(arrived.map(({ byte }) => byte)).toEqual(bytes(200));
    expect(arrived.some(({ time, byte }) => time > byte * 1000 + 20_000)).toBe(true);
  });

  it('sends one frame after the other where the line is narrow', () => {
    const { arrived } = run({ delay: 0, bitsPerSecond: 800 }, 5);
    expect(arrived.map(({ time }) => time)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
  });

  it('asks a tap before the hazards, and hands it a copy', () => {
    const tap: Tap = {
      see: (frame, towards, now) => {
        expect([towards, now]).toEqual(['b', frame[0]! * 1000]);
        const number = frame[0]!;
        frame[0] = 99;
        if (number === 1) return 'drop';
        return number === 2 ? { replace: [Uint8Array.of(20), Uint8Array.of(21)] } : 'pass';
      },
    };
    const { arrived, seen } = run({ delay: 10 }, 4, tap);
    expect(arrived.map(({ byte }) => byte)).toEqual([0, 20, 21, 3]);
    expect(seen.map(({ fate }) => fate)).toEqual(['delivered', 'dropped', 'altered', 'altered', 'delivered']);
  });

  it('injects past the taps, towards either end, and forgets a tap taken out', () => {
    const { link, clock, arrived, seen } = run({ delay: 10 }, 0);
    const remove = link.addTap({ see: () => 'drop' });
    link.inject('b', Uint8Array.of(7));
    link.send('a', Uint8Array.of(8));
    remove();
    link.send('a', Uint8Array.of(9));
    clock.run();
    expect(arrived.map(({ byte }) => byte)).toEqual([7, 9]);
    expect(seen.map(({ fate, from }) => `${from} ${fate}`)).toEqual([
      'a injected',
      'a dropped',
      'a delivered',
    ]);
  });

  it.each([
    { delay: -1 },
    { delay: 0.5 },
    { delay: 1, loss: 2 },
    { delay: 1, reorder: Number.NaN },
    { delay: 1, bitsPerSecond: 0 },
  ])('refuses %o', (hazards) => {
    expect(() => new Link(new VirtualClock(), seededRandom('link'), hazards)).toThrow(
      withCode('bad-argument'),
    );
  });
});
