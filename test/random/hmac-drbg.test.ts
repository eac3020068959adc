import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { HmacDrbg } from '../../src/random/index.ts';
import { vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';
import { independentDrbg } from './independent-drbg.ts';

const anyBytes = fc.uint8Array({ maxLength: 100 });

describe('HmacDrbg', () => {
  it.each(vectors('hmac-drbg'))('$id $comment', ({ entropyInput, nonce, personalization, output }) => {
    const inputs = [entropyInput, nonce, personalization].map((hex) => fromHex(String(hex)));
    const drbg = new HmacDrbg(inputs[0]!, inputs[1]!, inputs[2]!);
    const length = String(output).length / 2;
    drbg.generate(length);
    expect(toHex(drbg.generate(length))).toBe(output);
  });

  it('agrees with one built on the platform, over several requests', () => {
    const lengths = fc.array(fc.nat(100), { maxLength: 5 });
    fc.assert(
      fc.property(anyBytes, anyBytes, anyBytes, lengths, (entropy, nonce, personalization, requests) => {
        const drbg = new HmacDrbg(entropy, nonce, personalization);
        const reference = independentDrbg(concat(entropy, nonce, personalization));
        for (const length of requests.filter((length) => length > 0)) {
          expect(toHex(drbg.generate(length))).toBe(reference(length));
        }
      }),
    );
  });

  it('splits what the standard does not allow in one request', () => {
    const seed = Uint8Array.of(1, 2, 3);
    const none = new Uint8Array(0);
    const reference = independentDrbg(seed);
    const expected = reference(65536) + reference(65536) + reference(5);
    expect(toHex(new HmacDrbg(seed, none, none).generate(2 * 65536 + 5))).toBe(expected);
  });

  it('takes no step for no bytes', () => {
    const none = new Uint8Array(0);
    const drbg = new HmacDrbg(none, none, none);
    expect(drbg.generate(0)).toEqual(none);
    expect(drbg.generate(9)).toEqual(new HmacDrbg(none, none, none).generate(9));
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 60])('refuses %d bytes', (length) => {
    const none = new Uint8Array(0);
    expect(() => new HmacDrbg(none, none, none).generate(length)).toThrow(
      withCode('bad-argument', /^length: /),
    );
  });
});
