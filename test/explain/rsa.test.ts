/** RSA written out literally gives what the fast code gives, under documented names, with true numbers. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '../../src/bytes/index.ts';
import {
  explainKeyGeneration,
  explainModPow,
  explainOaepEncrypt,
  explainPkcs1Encrypt,
  explainPkcs1Sign,
  explainPssSign,
  explainTextbook,
} from '../../src/explain/index.ts';
import { HASHES, type Hash, md5, sha1, sha256, sha512 } from '../../src/hash/index.ts';
import { findPrime, modPow } from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import {
  generateKey,
  oaepDecrypt,
  oaepEncrypt,
  pkcs1Encrypt,
  pkcs1SignDigest,
  pssSignDigest,
} from '../../src/rsa/index.ts';
import { catalogues, messageOf, type Trace } from '../../src/trace/index.ts';
import { withCode } from '../with-code.ts';

const key = generateKey(1024, { random: seededRandom('explain') });
const { crt: _, ...short } = key;
/** emBits = 8 i: the block of PSS is one byte shorter than the modulus. */
const odd = generateKey(1025, { random: seededRandom('explain') });
const random = () => seededRandom('draw');
const msg = utf8('a message');
const valueAt = (trace: Trace, id: string) => trace.steps.find((step) => step.id === id)!.values.value!;

const traces: Readonly<Record<string, readonly Trace[]>> = {
  'Modular exponentiation': [explainModPow(7n, 0b1011n, 1000n)],
  'Textbook RSA': [
    explainTextbook({ p: 61n, q: 53n, e: 17n, m: 65n }),
    explainTextbook({ p: 61n, q: 53n, e: 17n, m: 61n }),
  ],
  'Key generation': [explainKeyGeneration(key), explainKeyGeneration(key, { p: 3, q: 4 })],
  'RSAES-PKCS1-v1_5': [explainPkcs1Encrypt(key, msg)],
  'RSAES-OAEP': [explainOaepEncrypt(key, msg)],
  'RSASSA-PKCS1-v1_5': [key, short].map((each) => explainPkcs1Sign(each, sha256, sha256(msg))),
  'RSASSA-PSS': [key, short, odd].map((each) => explainPssSign(each, sha256, sha256(msg))),
};

describe('docs/trace-steps-rsa.md', () => {
  const sections = readFileSync(new URL('../../docs/trace-steps-rsa.md', import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1);
  const anyNumber = (id: string) => id.replace(/\[\w+\]/, '[#]');

  it('has the sections of what is explained', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual(Object.keys(traces));
  });

  it.each(sections.map((section) => [section.split('\n')[0]!, section] as const))(
    '%s: every id, and no other',
    (name, section) => {
      const rows = section.split('\n').filter((line) => line.startsWith('| `'));
      const ids = rows.flatMap((row) =>
        [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map((match) => anyNumber(match[1]!)),
      );
      const found = new Set(traces[name]!.flatMap(({ steps }) => steps.map(({ id }) => anyNumber(id))));
      expect([...found].sort()).toEqual(ids.sort());
    },
  );
});

describe.each(Object.values(traces).flat())('$subject', ({ version, inputs, steps, output }) => {
  it('has plain values, and each id once', () => {
    expect(version).toBe(1);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    for (const value of [...Object.values(inputs), output]) expect(value).toMatch(/^[\da-f]*$/);
    for (const { id, clause, values } of steps) {
      expect(clause, id).toMatch(/^(RFC 8017|FIPS 186-5|HAC|RSA 1978), ./);
      expect(values, id).toHaveProperty('value');
    }
  });

  it.each(['en', 'zh'] as const)('leaves no slot open in %s', (lang) => {
    const texts = steps.map(({ say, values }) => messageOf(lang, say, values));
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  it('has fields that make up their block', () => {
    for (const { values, fields } of steps) {
      if (!fields) continue;
      expect(fields.map(({ value }) => value).join('')).toBe(values.value);
      let end = 0;
      for (const { offset, length, value } of fields) {
        expect([offset, 2 * length]).toEqual([end, value.length]);
        end += length;
      }
    }
  });
});

describe('explainModPow', () => {
  it('squares for each bit, multiplies for each 1, and gives the power', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 1n << 80n),
        fc.bigInt(0n, 1n << 40n),
        fc.bigInt(1n, 1n << 80n),
        (base, exponent, modulus) => {
          const { steps, output } = explainModPow(base, exponent, modulus);
          expect(BigInt(output)).toBe(modPow(base, exponent, modulus));
          const bits = exponent === 0n ? '' : exponent.toString(2);
          expect(steps.filter(({ id }) => id.endsWith('square'))).toHaveLength(bits.length);
          expect(steps.filter(({ id }) => id.endsWith('multiply'))).toHaveLength(
            bits.replaceAll('0', '').length,
          );
          for (const { id, values } of steps) {
            const factor = id.endsWith('square') ? values.before! : values.base!;
            expect((BigInt(values.before!) * BigInt(factor)) % modulus).toBe(BigInt(values.value!));
          }
        },
      ),
    );
  });

  it.each([
    [-1n, 1n, 2n, /^base: expected an integer from 0 up, got -1$/],
    [1n, -1n, 2n, /^exponent: /],
    [1n, 1n, 0n, /^modulus: expected an integer from 1 up, got 0$/],
  ])('refuses %s, %s, %s', (base, exponent, modulus, message) => {
    expect(() => explainModPow(base, exponent, modulus)).toThrow(withCode('bad-argument', message));
  });
});

describe('explainTextbook', () => {
  it('shows both d of p = 61, q = 53, e = 17: 413 and 2753', () => {
    const trace = explainTextbook({ p: 61n, q: 53n, e: 17n, m: 65n });
    const expected = {
      n: '3233',
      phi: '3120',
      lambda: '780',
      d: '413',
      'd.phi': '2753',
      c: '2790',
      m: '65',
      'm.phi': '65',
    };
    expect(Object.fromEntries(Object.keys(expected).map((id) => [id, valueAt(trace, id)]))).toEqual(expected);
    expect(trace.output).toBe('2790');
  });

  it('is true for any primes and message, multiples of a prime included', () => {
    const prime = fc
      .integer({ min: 3, max: 40 })
      .chain((bits) =>
        fc.string().map((word) => findPrime({ bits, exponent: 17n, random: seededRandom(word) })),
      );
    fc.assert(
      fc.property(prime, prime, fc.bigInt(0n, (1n << 90n) - 1n), fc.boolean(), (p, q, any, multiple) => {
        fc.pre(p !== q && p * q > 17n);
        const m = (multiple ? any * p : any) % (p * q);
        const trace = explainTextbook({ p, q, e: 17n, m });
        for (const id of ['m', 'm.phi', 'why']) expect(BigInt(valueAt(trace, id))).toBe(m);
        for (const [name, value] of [
          ['p', p],
          ['q', q],
        ] as const) {
          const {
            value: left,
            residue = '0',
            power = '1',
          } = trace.steps.find(({ id }) => id === `fermat.${name}`)!.values;
          expect([BigInt(left!), left, power]).toEqual([m % value, residue, '1']);
        }
        for (const { id, values } of trace.steps.filter((step) => step.id.startsWith('euclid'))) {
          const { a, quotient, b, value, factor, e } = values;
          expect(BigInt(a!), id).toBe(BigInt(quotient!) * BigInt(b!) + BigInt(value!));
          expect((BigInt(factor!) * BigInt(e!)) % BigInt(valueAt(trace, 'lambda')), id).toBe(BigInt(value!));
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [{ p: 61n, q: 53n, e: 15n, m: 1n }, /^e: .* shares no factor/],
    [{ p: 61n, q: 53n, e: 17n, m: 3233n }, /^m: expected an integer below n = 3233, got 3233$/],
    [{ p: 1n, q: 53n, e: 17n, m: 1n }, /^p: /],
    [{ p: 61n, q: 53n, e: 17n, m: -1n }, /^m: /],
    [{ p: 61n, q: 61n, e: 17n, m: 1n }, /^q: expected another prime than p/],
  ])('refuses %s', (numbers, message) => {
    expect(() => explainTextbook(numbers)).toThrow(withCode('bad-argument', message));
  });
});

describe('explainKeyGeneration', () => {
  it('tells the numbers of the key', () => {
    const trace = explainKeyGeneration(key, { p: 3, q: 4 });
    const { p, q, dP, dQ, qInv } = key.crt!;
    for (const [id, value] of Object.entries({
      n: key.n,
      e: key.e,
      d: key.d,
      p,
      q,
      dP,
      dQ,
      qInv,
      check: 2n,
    })) {
      expect(BigInt(valueAt(trace, id)), id).toBe(value);
    }
    expect(trace.steps.find(({ id }) => id === 'd')!.values.product).toBe('1');
  });

  it('needs both primes', () => {
    expect(() => explainKeyGeneration(short)).toThrow(
      withCode('bad-argument', /^privateKey: expected a key with its two primes, got none$/),
    );
  });
});

describe('the padded blocks', () => {
  const hashes = Object.values(HASHES) as Hash[];
  const messages = fc.uint8Array({ maxLength: 117 });

  it('pkcs1Encrypt, drawing alike', () => {
    fc.assert(
      fc.property(messages, (text) => {
        expect(explainPkcs1Encrypt(key, text, random()).output).toBe(
          toHex(pkcs1Encrypt(key, text, random())),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('oaepEncrypt, with hash, MGF hash and label, drawing alike', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(sha1, sha256, md5),
        fc.constantFrom(...hashes),
        fc.uint8Array(),
        fc.uint8Array({ maxLength: 62 }),
        (hash, mgfHash, label, text) => {
          const options = { hash, mgfHash, label };
          const { output } = explainOaepEncrypt(key, text, { ...options, random: random() });
          expect(output).toBe(toHex(oaepEncrypt(key, text, { ...options, random: random() })));
          expect(oaepDecrypt(key, fromHex(output), options)).toEqual(text);
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each(hashes.map((hash) => [hash.name, hash] as const))('pkcs1Sign with %s', (_name, hash) => {
    for (const each of [key, short]) {
      const { output } = explainPkcs1Sign(each, hash, hash(msg));
      expect(output).toBe(toHex(pkcs1SignDigest(each, hash, hash(msg))));
    }
  });

  it.each(hashes.map((hash) => [hash.name, hash] as const))('pssSign with %s', (_name, hash) => {
    for (const each of [key, short, odd]) {
      for (const options of [{ saltLength: 0 }, { saltLength: 13 }, { saltLength: 62, mgfHash: sha1 }]) {
        const { output } = explainPssSign(each, hash, hash(msg), { ...options, random: random() });
        expect(output).toBe(toHex(pssSignDigest(each, hash, hash(msg), { ...options, random: random() })));
      }
    }
  });

  it('pssSign with a salt as long as the digest by default', () => {
    const { output } = explainPssSign(key, sha256, sha256(msg), { random: random() });
    expect(output).toBe(toHex(pssSignDigest(key, sha256, sha256(msg), { random: random() })));
  });

  it('refuse what does not fit, as the fast code does', () => {
    const small = generateKey(512, { random: seededRandom('small') });
    const long = new Uint8Array(200);
    const pairs: readonly (readonly [() => unknown, () => unknown])[] = [
      [() => explainPkcs1Encrypt(key, long), () => pkcs1Encrypt(key, long)],
      [() => explainOaepEncrypt(key, long), () => oaepEncrypt(key, long)],
      [
        () => explainOaepEncrypt(small, msg, { hash: sha512 }),
        () => oaepEncrypt(small, msg, { hash: sha512 }),
      ],
      [() => explainPkcs1Sign(small, sha512, sha512(msg)), () => pkcs1SignDigest(small, sha512, sha512(msg))],
      [() => explainPssSign(small, sha512, sha512(msg)), () => pssSignDigest(small, sha512, sha512(msg))],
      [
        () => explainPssSign(key, sha256, sha256(msg), { saltLength: 95 }),
        () => pssSignDigest(key, sha256, sha256(msg), { saltLength: 95 }),
      ],
    ];
    for (const [explained, fast] of pairs) expect(messageFrom(explained)).toBe(messageFrom(fast));
  });
});

it('speaks of public keys for secrecy and of private keys for signatures only', () => {
  const told = Object.entries(catalogues.zh).filter(
    ([name]) => name.startsWith('explain.rsa.sign') || name.startsWith('explain.rsa.pss'),
  );
  expect(told.filter(([, text]) => /加密|解密/.test(text))).toEqual([]);
});

function messageFrom(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('nothing was thrown');
}
