import { describe, expect, it } from 'vitest';
import { modInverse } from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { assembleKey, checkKey, generateKey, type RsaPrivateKey } from '../../src/rsa/index.ts';
import { withCode } from '../with-code.ts';

const key = generateKey(512, { random: seededRandom('check') });
const crt = key.crt!;
const failures = (checked: RsaPrivateKey) =>
  checkKey(checked)
    .filter(({ ok }) => !ok)
    .map(({ name }) => name);

describe('checkKey', () => {
  it('finds nothing wrong with a good key, and lists what it looked at', () => {
    expect(checkKey(key).map(({ name, ok, about }) => [name, ok, about])).toEqual([
      ['modulus', true, 'consistent'],
      ['p-prime', true, 'consistent'],
      ['q-prime', true, 'consistent'],
      ['primes-differ', true, 'consistent'],
      ['exponent', true, 'consistent'],
      ['private-exponent', true, 'consistent'],
      ['dP', true, 'consistent'],
      ['dQ', true, 'consistent'],
      ['qInv', true, 'consistent'],
      ['prime-sizes', true, 'sound'],
      ['distance', true, 'sound'],
      ['private-exponent-size', true, 'sound'],
    ]);
    expect(failures(assembleKey(61n, 53n, 17n))).toEqual([]);
    expect(checkKey(key)[0]!.evidence).toEqual({ n: key.n, product: crt.p * crt.q });
  });

  it('takes d for phi(n) as for lambda(n)', () => {
    expect(failures({ ...assembleKey(61n, 53n, 17n), d: 2753n })).toEqual([]);
  });

  it.each<[string, RsaPrivateKey, string[]]>([
    ['n', { ...key, n: key.n + 2n }, ['modulus']],
    ['e, even', { ...key, e: 4n }, ['exponent', 'private-exponent', 'dP', 'dQ']],
    ['e, too large', { ...key, e: key.n + 2n }, ['exponent', 'private-exponent', 'dP', 'dQ']],
    ['d', { ...key, d: key.d + 2n }, ['private-exponent']],
    ['d, too large', { ...key, d: key.d + (crt.p - 1n) * (crt.q - 1n) }, ['private-exponent']],
    ['dP', { ...key, crt: { ...crt, dP: crt.dP + 2n } }, ['dP']],
    ['dP, not reduced', { ...key, crt: { ...crt, dP: crt.dP + crt.p - 1n } }, ['dP']],
    ['dQ', { ...key, crt: { ...crt, dQ: crt.dQ - 2n } }, ['dQ']],
    ['dQ, not reduced', { ...key, crt: { ...crt, dQ: crt.dQ + crt.q - 1n } }, ['dQ']],
    ['qInv, not reduced', { ...key, crt: { ...crt, qInv: crt.qInv + crt.p } }, ['qInv']],
    ['qInv', { ...key, crt: { ...crt, qInv: crt.qInv + 1n } }, ['qInv']],
    ['p and q, exchanged', { ...key, crt: { ...crt, p: crt.q, q: crt.p } }, ['dP', 'dQ', 'qInv']],
  ])('finds a wrong %s', (_, wrong, names) => expect(failures(wrong)).toEqual(names));

  it('finds primes that are none, are equal, or of different sizes', () => {
    // 55 = 5 * 11 and 59: e and d fit lambda as if 55 were prime.
    expect(failures(assembleKey(59n, 55n, 5n))).toEqual(['q-prime']);
    expect(
      failures({ n: 9409n, e: 5n, d: 77n, crt: { p: 97n, q: 97n, dP: 77n, dQ: 77n, qInv: 1n } }),
    ).toEqual(['primes-differ', 'qInv', 'distance', 'private-exponent-size']);
    expect(failures(assembleKey(65537n, 53n, 17n))).toEqual(['prime-sizes']);
    // 13 bits: p should be at least 91, which is sqrt(2) * 2^6.
    expect(failures(assembleKey(71n, 61n, 11n))).toEqual(['prime-sizes']);
  });

  it('finds primes that are too near, and a d that is too small', () => {
    const p = 2n ** 127n - 1n;
    expect(failures(assembleKey(2n ** 107n - 1n, p, 17n))).toEqual(['prime-sizes']);
    const small = assembleKey(1000003n, 1000033n, 17n);
    const swapped = assembleKey(1000003n, 1000033n, small.d);
    expect(failures(swapped)).toEqual(['private-exponent-size']);
    // The two largest primes of 512 bits.
    expect(failures(assembleKey(2n ** 512n - 569n, 2n ** 512n - 629n, 65537n))).toEqual(['distance']);
  });

  it('judges a key of n, e and d by what e and d undo', () => {
    const { crt: _, ...plain } = key;
    expect(checkKey(plain).map(({ name, ok }) => [name, ok])).toEqual([
      ['exponent', true],
      ['private-exponent', true],
      ['private-exponent-size', true],
    ]);
    expect(failures({ ...plain, d: key.d + 2n })).toEqual(['private-exponent']);
    expect(failures({ ...plain, e: 4n })).toEqual(['exponent', 'private-exponent']);
  });

  it('checks every prime of a key with three', () => {
    const [p, q, r] = [61n, 53n, 59n];
    const three: RsaPrivateKey = {
      n: p * q * r,
      e: 17n,
      d: modInverse(17n, 45240n),
      crt: { p, q, dP: modInverse(17n, 60n), dQ: modInverse(17n, 52n), qInv: modInverse(q, p) },
      otherPrimes: [{ r, d: modInverse(17n, 58n), t: modInverse(p * q, r) }],
    };
    expect(failures(three)).toEqual([]);
    expect(checkKey(three).map(({ name }) => name)).toContain('r-prime');
    const wrong = (change: object) => ({ ...three, otherPrimes: [{ ...three.otherPrimes![0]!, ...change }] });
    expect(failures(wrong({ d: 3n }))).toEqual(['r-d']);
    expect(failures(wrong({ t: 3n }))).toEqual(['r-t']);
    expect(failures(wrong({ r: 57n }))).toEqual(['modulus', 'r-prime', 'private-exponent', 'r-d', 'r-t']);
  });

  it('finds, and does not fall over, numbers as small as 1', () => {
    const ones = { p: 1n, q: 1n, dP: 1n, dQ: 1n, qInv: 1n };
    expect(failures({ n: 1n, e: 1n, d: 1n, crt: ones }).length).toBeGreaterThan(5);
    expect(failures({ n: 1n, e: 1n, d: 1n })).toContain('exponent');
  });

  it('refuses numbers that nothing can be computed with', () => {
    const refused = (change: object) => () => checkKey({ ...key, ...change });
    expect(refused({ n: 0n })).toThrow(
      withCode('bad-argument', /^privateKey: expected positive numbers, got another as n$/),
    );
    expect(refused({ crt: { ...crt, q: -3n } })).toThrow(withCode('bad-argument', /as q$/));
    expect(refused({ d: 1n << 16384n })).toThrow(
      withCode('too-large', /^privateKey: expected numbers of at most 16384 bits/),
    );
    expect(refused({ crt: { p: 3n } })).toThrow(withCode('bad-argument', /CRT numbers/));
    const other = { r: 3n, d: 1n, t: 1n };
    expect(refused({ otherPrimes: Array(17).fill(other) })).toThrow(
      withCode('too-large', /at most 18 primes, got 19/),
    );
    expect(refused({ otherPrimes: [{ r: 3n }] })).toThrow(withCode('bad-argument', /more primes/));
  });
});
