/** The pseudorandom functions of TLS 1.2, and of 1.0 and 1.1. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8, xor } from '../../src/bytes/index.ts';
import { HASHES, type HashId, sha256 } from '../../src/hash/index.ts';
import { tls10Prf, tls12Prf } from '../../src/mac/index.ts';
import { type VectorCase, vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

const anyBytes = fc.uint8Array({ maxLength: 200 });
const anyLabel = fc.string({ unit: 'grapheme-ascii', maxLength: 30 });
const none = new Uint8Array(0);

const prf = ({ hash, secret, label, seed, size }: VectorCase) => {
  const inputs = [fromHex(String(secret)), String(label), fromHex(String(seed)), Number(size)] as const;
  return toHex(hash === 'md5-sha1' ? tls10Prf(...inputs) : tls12Prf(HASHES[hash as HashId], ...inputs));
};

/** Another reading of RFC 5246, 5: A(i) from the top each time, and the platform's HMAC. */
function independentPHash(hash: string, secret: Uint8Array, seed: Uint8Array, length: number): Uint8Array {
  const mac = (data: Uint8Array) => new Uint8Array(createHmac(hash, secret).update(data).digest());
  const a = (i: number): Uint8Array => (i === 0 ? seed : mac(a(i - 1)));
  const blocks: Uint8Array[] = [];
  for (let i = 1; concat(...blocks).length < length; i++) blocks.push(mac(concat(a(i), seed)));
  return concat(...blocks).slice(0, length);
}

describe('the pseudorandom functions of TLS', () => {
  const cases = vectors('tls-prf');

  it.each(cases.filter(({ result }) => result === 'valid'))('$id $hash $comment', (test) => {
    expect(prf(test)).toBe(test.output);
  });

  it.each(cases.filter(({ result }) => result === 'invalid'))('$id refuses $comment', (test) => {
    expect(() => prf(test)).toThrow(withCode(test.error!, /^length: /));
    expect(() => prf({ ...test, hash: 'md5-sha1' })).toThrow(withCode(test.error!, /^length: /));
  });

  it.each(['sha256', 'sha384'] as const)('tls12Prf with %s agrees with an independent one', (id) => {
    fc.assert(
      fc.property(anyBytes, anyLabel, anyBytes, fc.nat(200), (secret, label, seed, length) => {
        const before = [secret.slice(), seed.slice()];
        const reference = independentPHash(id, secret, concat(utf8(label), seed), length);
        expect(tls12Prf(HASHES[id], secret, label, seed, length)).toEqual(reference);
        expect([secret, seed]).toEqual(before);
      }),
    );
  });

  it('tls10Prf agrees with an independent one, for secrets of even and odd length', () => {
    fc.assert(
      fc.property(anyBytes, anyLabel, anyBytes, fc.nat(200), (secret, label, seed, length) => {
        const labelled = concat(utf8(label), seed);
        const half = (secret.length + (secret.length % 2)) / 2;
        const reference = xor(
          independentPHash('md5', secret.slice(0, half), labelled, length),
          independentPHash('sha1', half === 0 ? none : secret.slice(-half), labelled, length),
        );
        expect(tls10Prf(secret, label, seed, length)).toEqual(reference);
      }),
    );
  });

  it.each([
    ['tls12Prf', (label: string, length: number) => tls12Prf(sha256, none, label, none, length)],
    ['tls10Prf', (label: string, length: number) => tls10Prf(none, label, none, length)],
  ] as const)('%s refuses labels beyond ASCII, and lengths that are none', (_, call) => {
    expect(() => call('master secret密', 12)).toThrow(
      withCode('bad-argument', /^label: expected ASCII, got "密"$/),
    );
    expect(() => call('a\nb', 12)).toThrow(withCode('bad-argument', /^label: /));
    for (const length of [-1, 0.5, Number.NaN]) {
      expect(() => call('label', length)).toThrow(withCode('bad-argument', /^length: /));
    }
    expect(call('label', 0)).toEqual(none);
  });
});
