/** The literal standards give what the fast code gives, on any input; and refuse what they cannot take. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, decryptBlock, des, encryptBlock } from '../../src/block/index.ts';
import { toHex } from '../../src/bytes/index.ts';
import * as explain from '../../src/explain/index.ts';
import * as hash from '../../src/hash/index.ts';
import { hmac, tls12Prf } from '../../src/mac/index.ts';
import { withCode } from '../with-code.ts';

const { EXPLAIN_LIMIT } = explain;
const bytes = (minLength: number, maxLength = minLength) => fc.uint8Array({ minLength, maxLength });
const ramp = Uint8Array.from({ length: 300 }, (_, i) => (i * 37 + 11) & 255);

describe('block ciphers', () => {
  it.each([16, 24, 32])('aes agrees both ways under a key of %i bytes', (length) => {
    fc.assert(
      fc.property(bytes(length), bytes(16), (key, block) => {
        expect(explain.explainAes(key, block).output).toBe(toHex(encryptBlock(aes(key), block)));
        expect(explain.explainAesDecrypt(key, block).output).toBe(toHex(decryptBlock(aes(key), block)));
      }),
      { numRuns: 30 },
    );
  });

  it('des agrees both ways', () => {
    fc.assert(
      fc.property(bytes(8), bytes(8), (key, block) => {
        expect(explain.explainDes(key, block).output).toBe(toHex(encryptBlock(des(key), block)));
        expect(explain.explainDesDecrypt(key, block).output).toBe(toHex(decryptBlock(des(key), block)));
      }),
      { numRuns: 30 },
    );
  });

  it('the inverse cipher passes through the states of the cipher, backwards (FIPS 197, 5.3)', () => {
    fc.assert(
      fc.property(bytes(24), bytes(16), (key, block) => {
        const there = valuesOf(explain.explainAes(key, block));
        const back = valuesOf(explain.explainAesDecrypt(key, encryptBlock(aes(key), block)));
        for (let round = 1; round <= 12; round++) {
          const mirrored = 13 - round;
          expect(back[`round[${round}].istart`]).toBe(there[`round[${mirrored}].s_row`]);
          expect(back[`round[${round}].is_row`]).toBe(there[`round[${mirrored}].s_box`]);
          expect(back[`round[${round}].is_box`]).toBe(there[`round[${mirrored}].start`]);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('refuse other lengths', () => {
    for (const call of [explain.explainAes, explain.explainAesDecrypt]) {
      expect(() => call(ramp.slice(0, 15), ramp.slice(0, 16))).toThrow(withCode('bad-length', /^key: /));
      expect(() => call(ramp.slice(0, 16), ramp.slice(0, 15))).toThrow(withCode('bad-length', /^block: /));
    }
    for (const call of [explain.explainDes, explain.explainDesDecrypt]) {
      expect(() => call(ramp.slice(0, 7), ramp.slice(0, 8))).toThrow(withCode('bad-length', /^key: /));
      expect(() => call(ramp.slice(0, 8), ramp.slice(0, 16))).toThrow(withCode('bad-length', /^block: /));
    }
  });
});

describe.each([
  ['SHA-224', explain.explainSha224, hash.sha224],
  ['SHA-256', explain.explainSha256, hash.sha256],
  ['SHA-384', explain.explainSha384, hash.sha384],
  ['SHA-512', explain.explainSha512, hash.sha512],
  ['SHA-512/224', explain.explainSha512_224, hash.sha512_224],
  ['SHA-512/256', explain.explainSha512_256, hash.sha512_256],
  ['SHA-1', explain.explainSha1, hash.sha1],
  ['MD5', explain.explainMd5, hash.md5],
] as const)('%s', (name, explained, fast) => {
  it('agrees at the lengths where the padding turns over', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 239, 240]) {
      const msg = ramp.subarray(0, length);
      expect(explained(msg).output, `length ${length}`).toBe(toHex(fast(msg)));
    }
  });

  it('agrees on any message', () => {
    const property = fc.property(bytes(0, 300), (msg) => {
      expect(explained(msg).output).toBe(toHex(fast(msg)));
    });
    fc.assert(property, { numRuns: 10 });
    expect(explained(ramp).subject).toBe(name);
  });

  it('refuses more than can be explained', () => {
    const longest = new Uint8Array(EXPLAIN_LIMIT);
    expect(explained(longest).output).toBe(toHex(fast(longest)));
    expect(() => explained(new Uint8Array(EXPLAIN_LIMIT + 1))).toThrow(
      withCode('too-large', /^msg: expected at most 4096 bytes to explain, got 4097;/),
    );
  });
});

describe('hmac and the prf', () => {
  it('agree on any key and message', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(hash.md5, hash.sha1, hash.sha256, hash.sha512),
        bytes(0, 200),
        bytes(0, 200),
        (H, key, msg) => {
          const { output } = explain.explainHmac(H, key, msg);
          expect(output).toBe(toHex(hmac(H, key, msg)));
          const node = createHmac(H.name.replace('-', '').toLowerCase(), key).update(msg).digest('hex');
          expect(output).toBe(node);
        },
      ),
    );
  });

  it('agree on any secret, label, seed and length', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(hash.sha256, hash.sha384),
        bytes(1, 80),
        fc.string({ minLength: 1 }),
        bytes(1, 80),
        fc.integer({ min: 1, max: 200 }),
        (H, secret, label, seed, length) => {
          const { output } = explain.explainTls12Prf(H, secret, label, seed, length);
          expect(output).toBe(toHex(tls12Prf(H, secret, label, seed, length)));
        },
      ),
    );
  });

  it('refuse what they cannot take', () => {
    const prf = (length: number, seed = ramp) =>
      explain.explainTls12Prf(hash.sha256, ramp, 'x', seed, length);
    for (const length of [0, -1, 1.5, 1025, Number.NaN]) {
      expect(() => prf(length)).toThrow(
        withCode('bad-argument', /^length: expected a whole number from 1 to 1024/),
      );
    }
    const long = new Uint8Array(EXPLAIN_LIMIT + 1);
    expect(() => prf(1, long)).toThrow(withCode('too-large', /^seed: /));
    expect(() => explain.explainHmac(hash.sha256, long, ramp)).toThrow(withCode('too-large', /^key: /));
    expect(() => explain.explainHmac(hash.sha256, ramp, long)).toThrow(withCode('too-large', /^msg: /));
    expect(() => explain.explainHmac('sha256' as never, ramp, ramp)).toThrow(
      withCode('bad-argument', /^hash: expected a hash function such as sha256, got a string$/),
    );
  });
});

function valuesOf({ steps }: ReturnType<typeof explain.explainAes>): Record<string, string | undefined> {
  return Object.fromEntries(steps.map(({ id, values }) => [id, values.value]));
}
