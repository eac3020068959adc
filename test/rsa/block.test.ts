import { constants, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { i2osp, os2ip } from '../../src/math/index.ts';
import {
  decryptBlock,
  encryptBlock,
  modulusLength,
  publicKeyOf,
  type RsaPrivateKey,
  type RsaPublicKey,
} from '../../src/rsa/index.ts';
import { withCode } from '../with-code.ts';
import { KEY_1024, KEY_1025, KEY_1026, keyFrom, nodeKey, TOY } from './keys.ts';

const SMALL = keyFrom(4294967291n, 4294967279n, 65537n);

describe('encryptBlock and decryptBlock', () => {
  it('compute what the textbook says', () => {
    expect(encryptBlock(TOY, 65n)).toBe(2790n);
    expect(decryptBlock(TOY, 2790n)).toBe(65n);
    expect(publicKeyOf(TOY)).toEqual({ n: 3233n, e: 17n });
  });

  it('are inverses for every number below n, also those that share a prime with it', () => {
    for (let m = 0n; m < TOY.n; m++) expect(decryptBlock(TOY, encryptBlock(TOY, m))).toBe(m);
  });

  it('give the same with and without the CRT, and for d reduced mod lambda', () => {
    const { crt: _, ...plain } = SMALL;
    const lambda = ((SMALL.crt!.p - 1n) * (SMALL.crt!.q - 1n)) / 2n;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: SMALL.n - 1n }), (c) => {
        const m = decryptBlock(SMALL, c);
        expect(decryptBlock(plain, c)).toBe(m);
        expect(decryptBlock({ ...plain, d: SMALL.d % lambda }, c)).toBe(m);
        expect(encryptBlock(SMALL, m)).toBe(c);
      }),
    );
  });

  it.each([
    [1024, KEY_1024],
    [1025, KEY_1025],
    [1026, KEY_1026],
  ])('agree with node on %i bits', (bits, key) => {
    const k = modulusLength(key);
    expect(k).toBe(Math.ceil(bits / 8));
    const privateKey = nodeKey(key);
    const padding = constants.RSA_NO_PADDING;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: key.n - 1n }), (m) => {
        const c = publicEncrypt({ key: createPublicKey(privateKey), padding }, i2osp(m, k));
        expect(encryptBlock(key, m)).toBe(os2ip(c));
        const back = privateDecrypt({ key: privateKey, padding }, i2osp(m, k));
        expect(decryptBlock(key, m)).toBe(os2ip(back));
      }),
      { numRuns: 10 },
    );
  });

  it('use a key of three primes through n and d, whatever its CRT numbers are', () => {
    const { n, e, d, crt } = TOY;
    const r = 67n;
    const three: RsaPrivateKey = {
      n: n * r,
      e,
      d: keyFrom(crt!.p, crt!.q, e).d,
      crt: crt!,
      otherPrimes: [{ r, d: d % (r - 1n), t: 1n }],
    };
    // d must fit the third prime too: 17 d = 1 mod 60 * 52 * 66.
    const good = { ...three, d: inverse(17n, 60n * 52n * 66n) };
    for (const m of [0n, 1n, 2n, 61n, 67n, 3233n, 100000n, good.n - 1n]) {
      expect(decryptBlock(good, encryptBlock(good, m))).toBe(m);
    }
    expect(() => decryptBlock(three, 2n)).toThrow(withCode('check-failed'));
  });

  it('agree with each other under a large e', () => {
    const key = keyFrom(SMALL.crt!.p, SMALL.crt!.q, SMALL.d);
    expect(encryptBlock(key, 123456789n)).toBe(decryptBlock(SMALL, 123456789n));
    expect(decryptBlock(key, encryptBlock(key, 123456789n))).toBe(123456789n);
  });
});

describe('a key whose numbers do not belong together', () => {
  const { crt, ...plain } = SMALL;

  it.each(['dP', 'dQ', 'qInv'] as const)('gives nothing out for a wrong %s', (name) => {
    const key = { ...plain, crt: { ...crt!, [name]: crt![name] - 2n } };
    expect(() => decryptBlock(key, 12345n)).toThrow(withCode('check-failed', /^privateKey: /));
  });

  it('gives nothing out for a wrong d without the CRT', () => {
    expect(() => decryptBlock({ ...plain, d: plain.d - 2n }, 12345n)).toThrow(withCode('check-failed'));
  });

  it('gives nothing out for another e', () => {
    expect(() => decryptBlock({ ...SMALL, e: 3n }, 12345n)).toThrow(withCode('check-failed'));
  });

  it.each([
    ['p * q is not n', { p: crt!.p + 2n }, /p \* q = n/],
    ['p is 1', { p: 1n, q: plain.n }, /p \* q = n/],
    ['both are negative', { p: -crt!.p, q: -crt!.q }, /p \* q = n/],
    ['dP is 0', { dP: 0n }, /dP and qInv/],
    ['dP is huge', { dP: 1n << 100000n }, /dP and qInv/],
    ['dQ is q', { dQ: crt!.q }, /dP and qInv/],
    ['qInv is negative', { qInv: -1n }, /dP and qInv/],
    ['dP is no bigint', { dP: 5 as unknown as bigint }, /bigints, got a number as dP/],
  ])('is refused where %s', (_, wrong, message) => {
    const key = { ...plain, crt: { ...crt!, ...wrong } };
    expect(() => decryptBlock(key, 2n)).toThrow(withCode('bad-argument', message));
  });

  it.each([0n, -1n, plain.n, 1n << 20000n])('is refused where d is out of its range', (d) => {
    expect(() => decryptBlock({ ...plain, d }, 2n)).toThrow(withCode('bad-argument', /exponent d/));
  });
});

describe('a public key', () => {
  it.each<[string, RsaPublicKey, RegExp]>([
    ['even n', { n: 3234n, e: 17n }, /odd modulus n .* got an even one/],
    ['n = 0', { n: 0n, e: 3n }, /got an even one/],
    ['n = 9', { n: 9n, e: 3n }, /at least 15, got a smaller one/],
    ['negative n', { n: -3233n, e: 17n }, /got a smaller one/],
    ['e = 1', { n: 3233n, e: 1n }, /odd exponent e .* got a smaller one/],
    ['e = 0', { n: 3233n, e: 0n }, /odd exponent e .* got an even one/],
    ['even e', { n: 3233n, e: 18n }, /odd exponent e .* got an even one/],
    ['negative e', { n: 3233n, e: -3n }, /got a smaller one/],
    ['e = n', { n: 3233n, e: 3233n }, /from 3 to n - 1, got a larger one/],
    ['huge e', { n: 3233n, e: (1n << 1000000n) + 1n }, /got a larger one/],
    ['a field that is missing', { n: 3233n } as RsaPublicKey, /bigints, got undefined as e/],
    ['numbers', { n: 3233, e: 17 } as unknown as RsaPublicKey, /bigints, got a number as n/],
  ])('is refused: %s', (_, key, message) => {
    for (const use of [() => encryptBlock(key, 1n), () => modulusLength(key)]) {
      expect(use).toThrow(withCode('bad-argument', message));
    }
  });

  it('may have 16384 bits, and no more', () => {
    expect(modulusLength({ n: (1n << 16384n) - 1n, e: 3n })).toBe(2048);
    expect(() => modulusLength({ n: (1n << 16384n) + 1n, e: 3n })).toThrow(
      withCode('too-large', /at most 16384 bits, got 16385/),
    );
  });
});

describe('a number', () => {
  it.each([3233n, -1n, 1n << 100n])('is refused where it is not below n: %s', (value) => {
    expect(() => encryptBlock(TOY, value)).toThrow(withCode('bad-argument', /^m: .* from 0 to n - 1/));
    expect(() => decryptBlock(TOY, value)).toThrow(withCode('bad-argument', /^c: .* from 0 to n - 1/));
  });
});

function inverse(a: bigint, modulus: bigint): bigint {
  for (let x = 1n; x < modulus; x++) if ((a * x) % modulus === 1n) return x;
  throw new Error('no inverse');
}
