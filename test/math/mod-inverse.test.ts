import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gcd, lcm, modInverse } from '../../src/math/index.ts';
import { withCode } from '../with-code.ts';

const any = fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n });

describe('gcd and lcm', () => {
  it('are those of small numbers', () => {
    for (let a = 1n; a < 25n; a++) {
      for (let b = 1n; b < 25n; b++) {
        let divisor = a;
        while (a % divisor !== 0n || b % divisor !== 0n) divisor--;
        expect(gcd(a, b)).toBe(divisor);
        expect(lcm(a, b)).toBe((a * b) / divisor);
      }
    }
  });

  it('are never negative, and take 0', () => {
    expect([gcd(-12n, 18n), gcd(12n, -18n), gcd(0n, -5n), gcd(-5n, 0n), gcd(0n, 0n)]).toEqual([
      6n,
      6n,
      5n,
      5n,
      0n,
    ]);
    expect([lcm(-4n, 6n), lcm(4n, -6n), lcm(0n, 5n), lcm(0n, 0n)]).toEqual([12n, 12n, 0n, 0n]);
  });

  it('multiply to the product', () =>
    fc.assert(
      fc.property(any, any, (a, b) => {
        const product = a * b;
        expect(gcd(a, b) * lcm(a, b)).toBe(product < 0n ? -product : product);
      }),
    ));
});

describe('modInverse', () => {
  it('gives the exponents of the textbook', () => {
    expect(modInverse(17n, 780n)).toBe(413n);
    expect(modInverse(17n, 3120n)).toBe(2753n);
    expect(modInverse(-17n, 3120n)).toBe(3120n - 2753n);
    expect(modInverse(1n, 2n)).toBe(1n);
    expect(modInverse(5n, 1n)).toBe(0n);
  });

  it('times the number is 1, or there is a common divisor', () =>
    fc.assert(
      fc.property(any, fc.bigInt({ min: 2n, max: 2n ** 200n }), (a, modulus) => {
        if (gcd(a, modulus) === 1n) {
          const inverse = modInverse(a, modulus);
          expect(inverse > 0n && inverse < modulus).toBe(true);
          expect((((a * inverse) % modulus) + modulus) % modulus).toBe(1n);
        } else {
          expect(() => modInverse(a, modulus)).toThrow(withCode('bad-argument', /^a: /));
        }
      }),
    ));

  it('says which divisor is in the way', () => {
    expect(() => modInverse(6n, 9n)).toThrow(
      withCode(
        'bad-argument',
        /^a: expected a number without a common divisor with the modulus, got one that shares 3$/,
      ),
    );
    expect(() => modInverse(0n, 9n)).toThrow(withCode('bad-argument', /shares 9$/));
    expect(() => modInverse(2n, 0n)).toThrow(
      withCode('bad-argument', /^modulus: expected an integer from 1 up/),
    );
    expect(() => modInverse(0n, 2n ** 100n)).toThrow(withCode('bad-argument', /shares one of 101 bits$/));
  });

  it('takes numbers of 32768 bits, and no longer ones', () => {
    const long = 1n << 32768n;
    for (const attempt of [() => gcd(long, 1n), () => lcm(1n, long), () => modInverse(long, 3n)]) {
      expect(attempt).toThrow(withCode('too-large', /expected at most 32768 bits, got 32769$/));
    }
    expect(() => modInverse(3n, long)).toThrow(withCode('too-large', /^modulus/));
    expect(gcd(long - 1n, 3n)).toBe(3n);
  });
});
