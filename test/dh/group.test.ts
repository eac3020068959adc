import { describe, expect, it } from 'vitest';
import { customDhGroup, DH_GROUP_NAMES, type DhGroupName, dhGroup } from '../../src/dh/index.ts';
import { bitLength, modPow } from '../../src/math/index.ts';
import { withCode } from '../with-code.ts';

/** The last 64 bits of p before its 64 ones, as RFC 7919, A.1 to A.5 print them. */
const TAILS = {
  ffdhe2048: '886b423861285c97',
  ffdhe3072: '25e41d2b66c62e37',
  ffdhe4096: 'c68a007e5e655f6a',
  ffdhe6144: 'a40e329cd0e40e65',
  ffdhe8192: 'd68c8bb7c5c6424c',
};

describe('dhGroup', () => {
  it.each(Object.entries(TAILS))('%s ends in %s, as RFC 7919 prints it', (name, tail) => {
    const { p, g, order } = dhGroup(name as DhGroupName);
    const hex = p.toString(16);
    expect(bitLength(p)).toBe(Number(name.slice(5)));
    // The first bits of e = 2.718… follow the 64 ones, in all of them.
    expect(hex.slice(0, 48)).toBe('ffffffffffffffffadf85458a2bb4a9aafdc5620273d3cf1');
    expect(hex.slice(-32)).toBe(`${tail}ffffffffffffffff`);
    expect(g).toBe(2n);
    expect(order).toBe((p - 1n) / 2n);
  });

  it('takes private values no shorter than RFC 7919, A.1 to A.5 advise', () => {
    const bits = Object.keys(TAILS).map((name) => dhGroup(name as DhGroupName).privateBits);
    expect(bits).toEqual([225, 275, 325, 375, 400]);
  });

  it('has textbook groups, whose generator reaches every number', () => {
    expect(dhGroup('toy23')).toMatchObject({ p: 23n, g: 5n, order: 22n });
    for (const name of ['toy23', 'toy353'] as const) {
      const { p, g, order } = dhGroup(name);
      const powers = new Set(Array.from({ length: Number(order) }, (_, x) => modPow(g, BigInt(x), p)));
      expect(powers.size).toBe(Number(p - 1n));
    }
  });

  it('is made once', () => {
    for (const name of DH_GROUP_NAMES) expect(dhGroup(name)).toBe(dhGroup(name));
  });

  it('refuses a name that it does not know', () => {
    for (const name of ['modp1', 'toString', undefined]) {
      expect(() => dhGroup(name as DhGroupName)).toThrow(
        withCode('bad-argument', /^name: expected toy23, toy353, ffdhe2048, .* or ffdhe8192, got /),
      );
    }
  });
});

describe('customDhGroup', () => {
  it('knows the order of g modulo a safe prime, and takes p - 1 elsewhere', () => {
    expect(customDhGroup(23n, 5n).order).toBe(22n);
    expect(customDhGroup(23n, 2n).order).toBe(11n);
    expect(customDhGroup(353n, 9n).order).toBe(352n);
    // 2^127 - 1 is prime, (2^127 - 2) / 2 is not.
    expect(customDhGroup(2n ** 127n - 1n, 2n).order).toBe(2n ** 127n - 2n);
    expect(customDhGroup(1019n, 4n)).toEqual({
      name: 'custom',
      p: 1019n,
      g: 4n,
      order: 509n,
      privateBits: 9,
    });
  });

  it('refuses what is no group', () => {
    for (const p of [21n, 3n, 2n, 0n, -23n]) {
      expect(() => customDhGroup(p, 2n)).toThrow(withCode('bad-argument', /^p: expected a prime from 5 up/));
    }
    for (const g of [-5n, 0n, 1n, 22n, 23n]) {
      expect(() => customDhGroup(23n, g)).toThrow(
        withCode('bad-argument', /^g: expected a number from 2 to p - 2/),
      );
    }
    expect(() => customDhGroup(1n << 9000n, 2n)).toThrow(
      withCode('too-large', /^p: expected at most 8192 bits/),
    );
  });
});
