import { describe, expect, it } from 'vitest';
import { bitLength, findPrime, gcd, isProbablePrime, primeRounds } from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { withCode } from '../with-code.ts';

const sizes = [...Array.from({ length: 63 }, (_, i) => i + 2), 100, 128, 255, 256, 384];

describe('findPrime', () => {
  it.each(sizes)('finds primes of %i bits whose squares have twice as many', (bits) => {
    const random = seededRandom(`size ${bits}`);
    for (let i = 0; i < (bits < 64 ? 20 : 3); i++) {
      const p = findPrime({ bits, random });
      expect(bitLength(p)).toBe(bits);
      expect(bitLength(p * p)).toBe(2 * bits);
      expect(isProbablePrime(p)).toBe(true);
    }
  });

  it('reaches every prime of the size', () => {
    const random = seededRandom('every');
    const found = new Set(Array.from({ length: 400 }, () => findPrime({ bits: 8, random })));
    const all = Array.from({ length: 74 }, (_, i) => BigInt(182 + i)).filter((n) => isProbablePrime(n));
    expect([...found].sort()).toEqual(all);
  });

  it('keeps p - 1 and the exponent without a common factor', () => {
    for (const exponent of [3n, 15n, 17n, 65537n, 3n * 5n * 7n * 11n * 13n * 17n * 19n * 23n]) {
      const random = seededRandom(`exponent ${exponent}`);
      for (let i = 0; i < 10; i++) {
        expect(gcd(findPrime({ bits: 48, exponent, random }) - 1n, exponent)).toBe(1n);
      }
    }
  });

  it('is the same for the same seed, and another for the next call', () => {
    const prime = (word: string) => findPrime({ bits: 96, random: seededRandom(word) });
    expect(prime('one')).toBe(prime('one'));
    expect(prime('one')).not.toBe(prime('two'));
    const random = seededRandom('one');
    expect(findPrime({ bits: 96, random })).not.toBe(findPrime({ bits: 96, random }));
  });

  it('stays what it was: a seed of a course must give the same keys in the next version', () => {
    expect(findPrime({ bits: 64, random: seededRandom('x64') })).toBe(13197712676973519217n);
    expect(findPrime({ bits: 128, exponent: 65537n, random: seededRandom('x128') })).toBe(
      310075231845477527091018738265420988237n,
    );
  });

  it('counts the candidates it tests, which a sieve keeps few', () => {
    const counts: number[] = [];
    const random = seededRandom('candidates');
    let total = 0;
    for (let i = 0; i < 20; i++) {
      counts.length = 0;
      findPrime({ bits: 256, random, onCandidate: (tried) => counts.push(tried) });
      expect(counts).toEqual(counts.map((_, k) => k + 1));
      total += counts.length;
    }
    // Of odd numbers of 256 bits one in 88 is prime; of those without a factor below 2^14 one in ten.
    expect(total / 20).toBeLessThan(20);
  });

  it('says that there is none, instead of seeking for ever', () => {
    expect(() => findPrime({ bits: 4, exponent: 3n })).toThrow(
      withCode(
        'bad-argument',
        /^exponent: expected one that goes with a prime of 4 bits, got one for which none/,
      ),
    );
  });

  it('refuses sizes and exponents that are none', () => {
    for (const bits of [1, 0, -8, 8193, 16.5, Number.NaN]) {
      expect(() => findPrime({ bits })).toThrow(withCode('bad-argument', /^bits: expected 2 to 8192, got /));
    }
    expect(() => findPrime({ bits: 16, exponent: 0n })).toThrow(withCode('bad-argument', /^exponent: /));
  });
});

describe('primeRounds', () => {
  /** The bound of FIPS 186-5, C.1, on the probability that a random candidate which passes is composite, as log2. */
  function logBound(k: number, t: number): number {
    let best = Number.POSITIVE_INFINITY;
    for (let M = 3; M <= 2 * Math.sqrt(k - 1) - 1; M++) {
      let sum = 0;
      for (let m = 3; m <= M; m++) {
        for (let j = 2; j <= m; j++) sum += 2 ** (m - (m - 1) * t - j - (k - 1) / j);
      }
      const bound = 2.00743 * Math.LN2 * k * (2 ** (-2 - M * t) + ((8 * (Math.PI ** 2 - 6)) / 12) * sum);
      best = Math.min(best, Math.log2(bound));
    }
    return best;
  }

  it('computes what FIPS 186-5, Table B.1 says', () => {
    const needed = (bits: number, log: number) => {
      let t = 1;
      while (logBound(bits, t) > log) t++;
      return t;
    };
    expect([needed(1024, -100), needed(1536, -100), needed(2048, -100)]).toEqual([4, 3, 2]);
    expect([needed(1024, -112), needed(1536, -128), needed(2048, -144)]).toEqual([5, 4, 4]);
  });

  it.each([512, 600, 768, 900, 1024, 1280, 1536, 2000, 2048, 3072, 4096])(
    'leaves less than 2^-128 at %i bits, even for candidates in a row',
    (bits) => {
      // s^2 / 2, with s the integers of one window (Brandt and Damgård).
      const inARow = 2 * Math.log2(8 * bits) - 1;
      expect(logBound(bits, primeRounds(bits)) + inARow).toBeLessThan(-128);
    },
  );

  it('is 64 where the bound is of no use', () => expect(primeRounds(511)).toBe(64));
});
