import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, fromUtf8, utf8 } from '../../src/bytes/index.ts';
import { coincidence, hammingDistance, shortestPeriod } from '../../src/classical/key-length.ts';

describe('key length', () => {
  it('counts differing bits per byte', () => {
    // 00^ff: 8 bits, 00^0f: 4, ff^0f: 4.
    expect(hammingDistance(fromHex('00ff'), 1)).toBe(8);
    expect(hammingDistance(fromHex('00ff000f'), 2)).toBe(2);
    expect(hammingDistance(fromHex('00ff0f'), 1)).toBe(6);
    expect(hammingDistance(fromHex('a5a5a5'), 1)).toBe(0);
  });

  it('counts equal bytes', () => {
    expect(coincidence(utf8('abab'), 1)).toBe(0);
    expect(coincidence(utf8('abab'), 2)).toBe(1);
    expect(coincidence(utf8('abcabd'), 3)).toBeCloseTo(2 / 3);
  });

  it('is not a number where no pair is so far apart', () => {
    expect(hammingDistance(utf8('ab'), 2)).toBeNaN();
    expect(coincidence(utf8('ab'), 2)).toBeNaN();
  });

  it('finds the shortest period that divides the key', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (key, times) => {
          const repeated = Uint8Array.from({ length: key.length * times }, (_, i) => key[i % key.length]!);
          expect(shortestPeriod(repeated)).toEqual(shortestPeriod(key));
          expect(repeated.length % shortestPeriod(repeated).length).toBe(0);
        },
      ),
    );
    expect(fromUtf8(shortestPeriod(utf8('ababa')))).toBe('ababa');
    expect(fromUtf8(shortestPeriod(utf8('abab')))).toBe('ab');
  });
});
