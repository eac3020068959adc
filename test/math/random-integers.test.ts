import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { randomBelow, randomBits } from '../../src/math/index.ts';
import { type RandomSource, seededRandom } from '../../src/random/index.ts';
import { withCode } from '../with-code.ts';

/** Gives these bytes and no others. */
function fixed(hex: string): RandomSource {
  let rest = fromHex(hex);
  return {
    bytes(length) {
      if (length > rest.length) throw new Error('nothing left');
      const drawn = rest.subarray(0, length);
      rest = rest.subarray(length);
      return drawn;
    },
    substream: () => fixed(hex),
    secret: false,
  };
}

describe('random integers', () => {
  it('are the last bits of the bytes drawn', () => {
    expect(randomBits(12, fixed('fabc'))).toBe(0xabcn);
    expect(randomBits(16, fixed('fabc'))).toBe(0xfabcn);
    expect(randomBits(0, fixed(''))).toBe(0n);
  });

  it('below a limit are drawn again until they are', () => {
    // 4 bits for a limit of 10: f and a are discarded, 9 is taken.
    expect(randomBelow(10n, fixed('0f7a59'))).toBe(9n);
    expect(randomBelow(1n, fixed(''))).toBe(0n);
    expect(randomBelow(256n, fixed('ff'))).toBe(255n);
  });

  it('below a limit are equally likely', () => {
    const random = seededRandom('equally likely');
    const counts = new Map<bigint, number>();
    for (let i = 0; i < 3000; i++) {
      const drawn = randomBelow(6n, random);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([0n, 1n, 2n, 3n, 4n, 5n]);
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(110);
  });

  it('refuse limits and lengths that are none', () => {
    expect(() => randomBelow(0n, fixed(''))).toThrow(withCode('bad-argument', /^limit: /));
    for (const bits of [-1, 1.5, 1e9]) {
      expect(() => randomBits(bits, fixed(''))).toThrow(withCode('bad-argument', /^bits: /));
    }
  });
});
