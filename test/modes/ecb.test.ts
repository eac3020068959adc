import { ecb } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, tripleDes } from '../../src/block/index.ts';
import { ecbDecrypt, ecbEncrypt } from '../../src/modes/index.ts';
import { withCode } from '../with-code.ts';
import {
  aesKeys,
  atOddOffset,
  boundaryLengths,
  exactly,
  fingerprint,
  modeCases,
  pattern,
  platform,
} from './cases.ts';

const blocks = (size: number) => fc.integer({ min: 0, max: 6 }).chain((count) => exactly(count * size));

describe('ecb', () => {
  it.each(modeCases('aes-ecb', 'valid'))('$id $comment', ({ key, msg, ct }) => {
    expect(ecbEncrypt(aes(key), msg)).toEqual(ct);
    expect(ecbDecrypt(aes(key), ct)).toEqual(msg);
  });

  it.each(modeCases('aes-ecb', 'invalid'))('$id refuses $comment', ({ key, msg, ct, error }) => {
    expect(() => ecbEncrypt(aes(key), msg)).toThrow(withCode(error!));
    expect(() => ecbDecrypt(aes(key), ct)).toThrow(withCode(error!));
  });

  it('inverts itself and agrees with noble', () => {
    fc.assert(
      fc.property(aesKeys, blocks(16), (key, msg) => {
        const ct = ecbEncrypt(aes(key), msg);
        expect(ct).toEqual(ecb(key, { disablePadding: true }).encrypt(msg));
        expect(ecbDecrypt(aes(key), ct)).toEqual(msg);
      }),
    );
  });

  it('runs over blocks of 8 bytes and agrees with the platform', () => {
    fc.assert(
      fc.property(exactly(24), blocks(8), (key, msg) => {
        const ct = ecbEncrypt(tripleDes(key), msg);
        expect(ct).toEqual(platform('des-ede3-ecb', key, null, msg));
        expect(ecbDecrypt(tripleDes(key), ct)).toEqual(msg);
      }),
    );
  });

  it('takes whole blocks and nothing else', () => {
    const cipher = aes(pattern(16));
    for (const length of boundaryLengths) {
      const attempts = [() => ecbEncrypt(cipher, pattern(length)), () => ecbDecrypt(cipher, pattern(length))];
      for (const attempt of attempts) {
        if (length % 16 === 0) expect(attempt()).toHaveLength(length);
        else
          expect(attempt).toThrow(
            withCode('bad-length', /^(msg|ciphertext): expected whole blocks of 16 bytes/),
          );
      }
    }
  });

  it('reads at odd offsets and changes nothing it was given', () => {
    const [key, msg] = [atOddOffset(pattern(16)), atOddOffset(pattern(48))];
    const before = fingerprint(key, msg);
    const ct = ecbEncrypt(aes(key), msg);
    expect(ct).toEqual(ecbEncrypt(aes(pattern(16)), pattern(48)));
    expect(ecbDecrypt(aes(key), atOddOffset(ct))).toEqual(pattern(48));
    expect(fingerprint(key, msg)).toBe(before);
  });
});
