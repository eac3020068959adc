import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitLength, byteLength, isqrt } from '../../src/math/index.ts';
import { withCode } from '../with-code.ts';

describe('bitLength and byteLength', () => {
  it('count what a binary number has digits, without its sign', () => {
    expect([0n, 1n, 2n, 3n, 7n, 8n, 15n, 16n, 255n, 256n, -1n, -255n, -256n].map(bitLength)).toEqual([
      0, 1, 2, 2, 3, 4, 4, 5, 8, 9, 1, 8, 9,
    ]);
    expect([0n, 1n, 255n, 256n, 65535n, 65536n, -256n].map(byteLength)).toEqual([0, 1, 1, 2, 2, 3, 2]);
  });

  it('agree with the binary digits of any number', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 300n }), (n) => {
        expect(bitLength(n)).toBe(n.toString(2).length);
        expect(byteLength(n)).toBe(Math.ceil(n.toString(2).length / 8));
      }),
    ));
});

describe('isqrt', () => {
  it('is the integer part of the root', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 500n }), (n) => {
        const root = isqrt(n);
        expect(root * root <= n && (root + 1n) ** 2n > n).toBe(true);
      }),
    ));

  it('is right on either side of every small square, and of large ones', () => {
    for (const root of [0n, 1n, 2n, 3n, 4n, 5n, 15n, 16n, 17n, 2n ** 64n, 2n ** 1024n - 1n, 2n ** 1024n]) {
      expect(isqrt(root * root)).toBe(root);
      expect(isqrt(root * root + 2n * root)).toBe(root);
      if (root > 0n) expect(isqrt(root * root - 1n)).toBe(root - 1n);
    }
  });

  it('refuses a negative number, and one without end', () => {
    expect(() => isqrt(-4n)).toThrow(withCode('bad-argument', /^n: expected an integer from 0 up, got -4$/));
    expect(() => isqrt(1n << 100_000n)).toThrow(
      withCode('too-large', /^n: expected at most 32768 bits, got 100001$/),
    );
  });
});
