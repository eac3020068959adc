import { createPrivateKey, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bitLength, byteLength, i2osp, lcm } from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import {
  assembleKey,
  checkKey,
  decryptBlock,
  defaultExponent,
  encryptBlock,
  generateKey,
  keySearch,
  type PrimeName,
  primeSearch,
} from '../../src/rsa/index.ts';
import { areTooNear, isLargeEnough } from '../../src/rsa/key-search.ts';
import { withCode } from '../with-code.ts';

const sizes = [...Array.from({ length: 49 }, (_, i) => i + 16), 100, 127, 128, 255, 256, 512, 513, 1024];

describe('generateKey', () => {
  it.each(sizes)('makes keys of exactly %i bits that are as they should be', (bits) => {
    for (let i = 0; i < (bits < 100 ? 6 : 1); i++) {
      const key = generateKey(bits, { random: seededRandom(`${bits}.${i}`) });
      expect(bitLength(key.n)).toBe(bits);
      expect(key.e).toBe(bits < 32 ? 17n : 65537n);
      expect(checkKey(key).filter(({ ok }) => !ok)).toEqual([]);
      expect(key.crt!.p > key.crt!.q).toBe(true);
      expect(key.d < lcm(key.crt!.p - 1n, key.crt!.q - 1n)).toBe(true);
      const m = key.n / 3n;
      expect(decryptBlock(key, encryptBlock(key, m))).toBe(m);
    }
  });

  it.each([3n, 17n, 257n, 2n ** 64n + 13n])('takes the exponent %i', (exponent) => {
    const key = generateKey(256, { exponent, random: seededRandom(`${exponent}`) });
    expect(key.e).toBe(exponent);
    expect(checkKey(key).every(({ ok }) => ok)).toBe(true);
  });

  it('makes keys that Node takes', () => {
    const { n, e, d, crt } = generateKey(1024, { random: seededRandom('node') });
    const { p, q, dP, dQ, qInv } = crt!;
    const text = (x: bigint) => Buffer.from(i2osp(x, byteLength(x))).toString('base64url');
    const jwk = Object.fromEntries(
      Object.entries({ n, e, d, p, q, dp: dP, dq: dQ, qi: qInv }).map(([name, x]) => [name, text(x)]),
    );
    const privateKey = createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' });
    const message = Buffer.from('attack at dawn');
    expect(privateDecrypt(privateKey, publicEncrypt(createPublicKey(privateKey), message))).toEqual(message);
  });

  it('gives the same key for the same seed, another without', () => {
    const make = (word: string) => generateKey(128, { random: seededRandom(word) });
    expect(make('a')).toEqual(make('a'));
    expect(make('a').n).not.toBe(make('b').n);
    expect(generateKey(64).n).not.toBe(generateKey(64).n);
  });

  it('stays what it was: a seed of a course must give the same key in the next version', () => {
    expect(generateKey(64, { random: seededRandom('course') }).n).toBe(11269260307077674203n);
  });

  it('tells how many candidates it tried for each prime', () => {
    const seen: Record<PrimeName, number[]> = { p: [], q: [] };
    generateKey(256, {
      random: seededRandom('progress'),
      onProgress: (name, tried) => seen[name].push(tried),
    });
    for (const counts of Object.values(seen)) {
      expect(counts.length).toBeGreaterThan(0);
      expect(counts).toEqual(counts.map((_, i) => i + 1));
    }
  });

  it('refuses sizes and exponents that make no key', () => {
    for (const bits of [15, 8193, 16.5, Number.NaN]) {
      expect(() => generateKey(bits)).toThrow(withCode('bad-argument', /^bits: expected 16 to 8192, got /));
    }
    for (const exponent of [0n, 1n, 2n, -3n, 65536n, 2n ** 256n + 1n]) {
      expect(() => generateKey(512, { exponent })).toThrow(
        withCode(
          'bad-argument',
          /^exponent: expected an odd number from 3 to 2\^256 - 1, got .*; 65537 is usual$/,
        ),
      );
    }
    expect(() => generateKey(16, { exponent: 65537n })).toThrow(
      withCode('bad-argument', /^exponent: expected an odd number from 3 to 2\^15 - 1, got a larger one/),
    );
  });

  it('says so where no two primes go with an exponent', () => {
    // Of the primes of 8 bits from 182 up only 227 has no factor of this in p - 1.
    const exponent = 3n * 5n * 7n * 29n;
    expect(() => generateKey(16, { exponent })).toThrow(
      withCode(
        'bad-argument',
        /^exponent: expected one with which a key of 16 bits can be made, found no two/,
      ),
    );
  });
});

describe('the pieces of the search', () => {
  it('give the same key in whatever order the primes are sought', () => {
    const [bits, e] = [128, 65537n];
    const random = seededRandom('pieces');
    const q = primeSearch(bits, e, random, 'q').next();
    const p = primeSearch(bits, e, random, 'p').next();
    expect(assembleKey(p, q, e)).toEqual(generateKey(bits, { random }));
  });

  it('ask for another q where it is too near p, and for both where d is too small', () => {
    const search = keySearch(16, 17n);
    expect(search.next({}).value).toEqual(['p', 'q']);
    expect(search.next({ p: 193n, q: 193n }).value).toEqual(['q']);
    // 17 * 113 = 1 mod lcm(192, 240), and 113 < 2^8.
    expect(search.next({ q: 241n }).value).toEqual(['p', 'q']);
    expect(search.next({ p: 191n, q: 199n })).toEqual({ done: true, value: assembleKey(191n, 199n, 17n) });
  });

  it('hold the bounds of FIPS 186-5, A.1.1 and A.1.3', () => {
    const p = 2n ** 1023n + 2n ** 1022n;
    expect(areTooNear(p, p + 2n ** 924n, 2048)).toBe(true);
    expect(areTooNear(p + 2n ** 924n, p, 2048)).toBe(true);
    expect(areTooNear(p, p + 2n ** 924n + 1n, 2048)).toBe(false);
    expect(areTooNear(61n, 53n, 12)).toBe(false);
    expect(areTooNear(61n, 61n, 12)).toBe(true);
    expect(isLargeEnough(2n ** 1024n - 1n, 2048)).toBe(false);
    expect(isLargeEnough(2n ** 1024n + 1n, 2048)).toBe(true);
    expect(defaultExponent(2048)).toBe(65537n);
  });

  it('refuse equal primes, and an exponent without an inverse', () => {
    expect(() => assembleKey(61n, 61n, 17n)).toThrow(
      withCode('bad-argument', /^q: expected another prime than p/),
    );
    expect(() => assembleKey(61n, 53n, 3n)).toThrow(withCode('bad-argument', /^a: /));
    expect(assembleKey(53n, 61n, 17n)).toEqual({
      n: 3233n,
      e: 17n,
      d: 413n,
      crt: { p: 61n, q: 53n, dP: 53n, dQ: 49n, qInv: 38n },
    });
  });
});
