import { describe, expect, it } from 'vitest';
import {
  FACTOR_METHODS,
  type FactorMethod,
  factor,
  findPrime,
  isProbablePrime,
} from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { withCode } from '../with-code.ts';

const methodSets: { readonly methods?: readonly FactorMethod[] }[] = [
  {},
  { methods: ['trial-division'] },
  { methods: ['fermat', 'pollard-rho'] },
  { methods: ['pollard-rho', 'fermat'] },
];
const semiprime = (bits: number, word: string) => {
  const random = seededRandom(word);
  return findPrime({ bits: bits / 2, random }) * findPrime({ bits: bits / 2, random });
};

describe('factor', () => {
  it.each(methodSets)('takes every number up to 2000 apart, with %j', (options) => {
    for (let n = 1n; n <= 2000n; n++) {
      const { factors, rest } = factor(n, options);
      expect(factors.every((prime) => isProbablePrime(prime))).toBe(true);
      expect(factors.reduce((product, prime) => product * prime, 1n)).toBe(n);
      expect([...factors].sort((a, b) => Number(a - b))).toEqual(factors);
      expect(rest).toBe(1n);
    }
  });

  it('says which method found it, and after how many steps', () => {
    // By 2, 3, 5, 7, 11, 13, 17, 19, 23, 25, …, 53: 6k - 1 and 6k + 1 up to the smaller prime.
    expect(factor(3233n)).toEqual({ factors: [53n, 61n], rest: 1n, method: 'trial-division', steps: 19 });
    const close = 4294967291n * 4294967279n;
    expect(factor(close)).toMatchObject({ factors: [4294967279n, 4294967291n], method: 'fermat' });
    // Two divisions, by 2 and 3, and the first square.
    expect(factor(close, { methods: ['fermat'] }).steps).toBe(3);
    expect(factor(semiprime(64, 'rho')).method).toBe('pollard-rho');
  });

  it.each([2, 3, 5])('knows the power %i of a large prime', (power) => {
    const prime = 4294967291n;
    expect(factor(prime ** BigInt(power)).factors).toEqual(Array(power).fill(prime));
  });

  it.each([40, 48, 56, 64, 72])('takes a modulus of %i bits apart', (bits) => {
    const n = semiprime(bits, `bits ${bits}`);
    const { factors, steps, rest } = factor(n);
    expect(factors.length).toBe(2);
    expect(factors[0]! * factors[1]!).toBe(n);
    expect(rest).toBe(1n);
    expect(steps).toBeLessThan(2 ** 22);
  });

  it('is the same each time', () => {
    const n = semiprime(60, 'same');
    expect(factor(n)).toEqual(factor(n));
  });

  it('finds two close primes of any size, and says what is left of two others', () => {
    const p = findPrime({ bits: 512, random: seededRandom('close') });
    let q = p + 2n;
    while (!isProbablePrime(q)) q += 2n;
    expect(factor(p * q)).toMatchObject({ factors: [p, q], rest: 1n, method: 'fermat' });
    const n = semiprime(512, 'far');
    expect(factor(6n * n, { maxSteps: 50_000 })).toEqual({
      factors: [2n, 3n],
      rest: n,
      method: 'pollard-rho',
      steps: 50_000,
    });
  });

  it('proves a small prime by division', () => {
    expect(factor(4294967291n)).toMatchObject({ factors: [4294967291n], method: 'trial-division' });
    expect(factor(4294967311n)).toMatchObject({ factors: [4294967311n], method: 'miller-rabin' });
    expect(factor(4294967311n, { methods: ['trial-division'] }).method).toBe('trial-division');
    expect(factor(101n, { methods: ['pollard-rho'] }).method).toBe('miller-rabin');
  });

  it('knows a large prime from a product', () => {
    const p = findPrime({ bits: 256, random: seededRandom('prime') });
    expect(factor(p)).toMatchObject({ factors: [p], rest: 1n, method: 'miller-rabin' });
    expect(factor(12n * p).factors).toEqual([2n, 2n, 3n, p]);
  });

  it('does no more steps than it may, whatever the methods', () => {
    const n = semiprime(128, 'bounded');
    for (const options of [...methodSets, { methods: ['fermat'] as const }]) {
      for (const maxSteps of [1, 100, 5000]) {
        const result = factor(n, { ...options, maxSteps });
        expect(result).toMatchObject({ factors: [], rest: n, steps: maxSteps });
      }
    }
  });

  it('asks whether to go on, and stops when told to', () => {
    const n = semiprime(200, 'stopped');
    const seen: number[] = [];
    const result = factor(n, { goOn: (steps) => seen.push(steps) < 10 });
    expect(seen.length).toBe(10);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(result).toMatchObject({ factors: [], rest: n, steps: seen.at(-1) });
  });

  it('grows with the smaller prime, and rho with its root only', () => {
    const steps = (bits: number, method: FactorMethod) =>
      factor(semiprime(bits, 'growth'), { methods: [method] }).steps;
    expect(steps(40, 'trial-division') / steps(28, 'trial-division')).toBeGreaterThan(30);
    expect(steps(40, 'pollard-rho')).toBeLessThan(10_000);
  });

  it('refuses what it cannot work on', () => {
    for (const n of [0n, -6n])
      expect(() => factor(n)).toThrow(withCode('bad-argument', /^n: expected an integer from 1/));
    expect(() => factor(1n << 20_000n)).toThrow(withCode('too-large', /^n: expected at most 16384 bits/));
    for (const maxSteps of [0, -1, 1.5]) {
      expect(() => factor(6n, { maxSteps })).toThrow(withCode('bad-argument', /^maxSteps: /));
    }
    for (const methods of [[], ['guess' as FactorMethod], 'fermat' as unknown as FactorMethod[]]) {
      expect(() => factor(6n, { methods })).toThrow(withCode('bad-argument', /^methods: expected some of /));
    }
    expect(FACTOR_METHODS.length).toBe(3);
  });
});
