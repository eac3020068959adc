import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modPow } from '../../src/math/index.ts';
import { withCode } from '../with-code.ts';

/** Bit by bit, from the right. */
function slowly(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = ((base % modulus) + modulus) % modulus;
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

describe('modPow', () => {
  it('is the power, then the remainder, of small numbers', () => {
    for (let base = -5n; base < 20n; base++) {
      for (let exponent = 0n; exponent < 12n; exponent++) {
        for (let modulus = 1n; modulus < 20n; modulus++) {
          const power = ((base ** exponent % modulus) + modulus) % modulus;
          expect(modPow(base, exponent, modulus), `${base}^${exponent} mod ${modulus}`).toBe(power);
        }
      }
    }
  });

  it.each([2, 23, 24, 25, 79, 80, 81, 239, 240, 241, 671, 672, 673, 1024])(
    'is right for exponents of %i bits, which decide the window',
    (bits) => {
      const all = 2n ** BigInt(bits) - 1n;
      const one = 2n ** BigInt(bits - 1);
      const [p, base] = [2n ** 127n - 1n, 3n ** 70n];
      for (const exponent of [all, one, one | 1n, all - 2n, all / 3n, (all / 7n) * 6n]) {
        expect(modPow(base, exponent, p)).toBe(slowly(base, exponent, p));
      }
    },
  );

  it('agrees with squaring bit by bit, whatever the signs and whether the modulus is even or odd', () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }),
        fc.bigInt({ min: 0n, max: 2n ** 300n }),
        fc.bigInt({ min: 1n, max: 2n ** 200n }),
        (base, exponent, modulus) => {
          expect(modPow(base, exponent, modulus)).toBe(slowly(base, exponent, modulus));
        },
      ),
    ));

  it('refuses a modulus below 1 and a negative exponent', () => {
    expect(() => modPow(2n, 3n, 0n)).toThrow(
      withCode('bad-argument', /^modulus: expected an integer from 1 up, got 0$/),
    );
    expect(() => modPow(2n, 3n, -7n)).toThrow(withCode('bad-argument', /^modulus: /));
    expect(() => modPow(2n, -1n, 7n)).toThrow(
      withCode('bad-argument', /^exponent: expected an integer from 0 up, got -1$/),
    );
  });

  it('refuses at once what would take minutes', () => {
    const long = 1n << 1_000_000n;
    expect(() => modPow(2n, 3n, long + 1n)).toThrow(
      withCode('too-large', /^modulus: expected at most 16384 bits/),
    );
    expect(() => modPow(2n, long, 7n)).toThrow(
      withCode('too-large', /^exponent: expected at most 32768 bits/),
    );
    expect(() => modPow(-long, 3n, 7n)).toThrow(withCode('too-large', /^base: expected at most 32768 bits/));
    expect(modPow(3n, 2n, 2n ** 16384n - 1n)).toBe(9n);
    expect(() => modPow(3n, 2n, 2n ** 16384n)).toThrow(withCode('too-large'));
  });
});
