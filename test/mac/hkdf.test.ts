import { hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { HASHES, type HashId, sha256, sha512 } from '../../src/hash/index.ts';
import { hkdf, hkdfExpand, hkdfExtract } from '../../src/mac/index.ts';
import { samples } from '../samples.ts';
import { type VectorCase, vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

const IDS = Object.keys(HASHES) as HashId[];
const anyBytes = fc.uint8Array({ maxLength: 200 });
const none = new Uint8Array(0);

const hashOf = (test: VectorCase) => HASHES[test.hash as HashId];
const bytesOf = (field: unknown) => fromHex(String(field));

describe('hkdf', () => {
  const cases = vectors('hkdf');

  it.each(cases.filter(({ result }) => result === 'valid'))('$id $hash $comment', (test) => {
    const [ikm, salt, info] = [test.ikm, test.salt, test.info].map(bytesOf) as Three;
    expect(toHex(hkdfExtract(hashOf(test), salt, ikm))).toBe(test.prk);
    expect(toHex(hkdfExpand(hashOf(test), bytesOf(test.prk), info, Number(test.size)))).toBe(test.okm);
    expect(toHex(hkdf(hashOf(test), ikm, salt, info, Number(test.size)))).toBe(test.okm);
  });

  it.each(cases.filter(({ result }) => result === 'invalid'))('$id refuses $comment', (test) => {
    const [ikm, salt, info] = [test.ikm, test.salt, test.info].map(bytesOf) as Three;
    const refused = withCode(test.error!, /^length: /);
    expect(() => hkdf(hashOf(test), ikm, salt, info, Number(test.size))).toThrow(refused);
    expect(() => hkdfExpand(hashOf(test), bytesOf(test.prk), info, Number(test.size))).toThrow(refused);
  });

  it.each(IDS)('agrees with the platform with %s, and leaves its inputs alone', (id) => {
    fc.assert(
      fc.property(anyBytes, anyBytes, anyBytes, fc.nat(300), (ikm, salt, info, length) => {
        const before = [ikm, salt, info].map((bytes) => bytes.slice());
        const reference = hkdfSync(id, ikm, salt, info, length);
        expect(hkdf(HASHES[id], ikm, salt, info, length)).toEqual(new Uint8Array(reference));
        expect([ikm, salt, info]).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('gives nothing where nothing is asked for', () => {
    expect(hkdf(sha256, none, none, none, 0)).toEqual(none);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a length of %d', (length) => {
    expect(() => hkdf(sha256, none, none, none, length)).toThrow(withCode('bad-argument', /^length: /));
  });

  it('refuses to expand a key shorter than the digest', () => {
    expect(() => hkdfExpand(sha256, new Uint8Array(31), none, 16)).toThrow(
      withCode('bad-length', /^prk: expected at least 32 bytes, the output of the extract step, got 31$/),
    );
    expect(hkdfExpand(sha256, new Uint8Array(33), none, 16).length).toBe(16);
  });

  const wycheproof = samples('wycheproof/hkdf_sha512_test.json');
  it.skipIf(!wycheproof)('passes Wycheproof’s HKDF-SHA-512', () => {
    const file = JSON.parse(wycheproof!) as HkdfFile;
    const tests = file.testGroups.flatMap((group) => group.tests);
    expect(tests.length).toBe(file.numberOfTests);
    for (const { tcId, ikm, salt, info, size, okm, result } of tests) {
      const derive = () => toHex(hkdf(sha512, fromHex(ikm), fromHex(salt), fromHex(info), size));
      if (result === 'valid') expect(derive(), `tcId ${tcId}`).toBe(okm);
      else expect(derive, `tcId ${tcId}`).toThrow(withCode('too-large', /^length: /));
    }
  });
});

type Three = [Uint8Array, Uint8Array, Uint8Array];

interface HkdfFile {
  readonly numberOfTests: number;
  readonly testGroups: readonly {
    readonly tests: readonly {
      readonly tcId: number;
      readonly ikm: string;
      readonly salt: string;
      readonly info: string;
      readonly size: number;
      readonly okm: string;
      readonly result: string;
    }[];
  }[];
}
