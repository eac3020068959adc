import { cbc } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, tripleDes } from '../../src/block/index.ts';
import { cbcDecrypt, cbcEncrypt } from '../../src/modes/index.ts';
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

describe('cbc', () => {
  it.each(modeCases('aes-cbc', 'valid'))('$id $comment', ({ key, iv, msg, ct }) => {
    expect(cbcEncrypt(aes(key), iv, msg)).toEqual(ct);
    expect(cbcDecrypt(aes(key), iv, ct)).toEqual(msg);
  });

  it.each(modeCases('aes-cbc', 'invalid'))('$id refuses $comment', ({ key, iv, msg, ct, error }) => {
    expect(() => cbcEncrypt(aes(key), iv, msg)).toThrow(withCode(error!));
    expect(() => cbcDecrypt(aes(key), iv, ct)).toThrow(withCode(error!));
  });

  it('inverts itself and agrees with noble', () => {
    fc.assert(
      fc.property(aesKeys, exactly(16), blocks(16), (key, iv, msg) => {
        const ct = cbcEncrypt(aes(key), iv, msg);
        expect(ct).toEqual(cbc(key, iv, { disablePadding: true }).encrypt(msg));
        expect(cbcDecrypt(aes(key), iv, ct)).toEqual(msg);
      }),
    );
  });

  it('runs over blocks of 8 bytes and agrees with the platform', () => {
    fc.assert(
      fc.property(exactly(24), exactly(8), blocks(8), (key, iv, msg) => {
        const ct = cbcEncrypt(tripleDes(key), iv, msg);
        expect(ct).toEqual(platform('des-ede3-cbc', key, iv, msg));
        expect(cbcDecrypt(tripleDes(key), iv, ct)).toEqual(msg);
      }),
    );
  });

  it('takes whole blocks and nothing else', () => {
    const cipher = aes(pattern(16));
    const iv = pattern(16, 50);
    for (const length of boundaryLengths) {
      const attempts = [
        () => cbcEncrypt(cipher, iv, pattern(length)),
        () => cbcDecrypt(cipher, iv, pattern(length)),
      ];
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
    const [key, iv, msg] = [atOddOffset(pattern(16)), atOddOffset(pattern(16, 50)), atOddOffset(pattern(48))];
    const before = fingerprint(key, iv, msg);
    const ct = cbcEncrypt(aes(key), iv, msg);
    expect(ct).toEqual(cbcEncrypt(aes(pattern(16)), iv, pattern(48)));
    expect(cbcDecrypt(aes(key), iv, atOddOffset(ct))).toEqual(pattern(48));
    expect(fingerprint(key, iv, msg)).toBe(before);
  });
});
