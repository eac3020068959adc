import { cfb } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, tripleDes } from '../../src/block/index.ts';
import { cfbDecrypt, cfbEncrypt } from '../../src/modes/index.ts';
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
  upTo,
} from './cases.ts';

describe('cfb', () => {
  it.each(modeCases('aes-cfb128', 'valid'))('$id $comment', ({ key, iv, msg, ct }) => {
    expect(cfbEncrypt(aes(key), iv, msg)).toEqual(ct);
    expect(cfbDecrypt(aes(key), iv, ct)).toEqual(msg);
  });

  it.each(modeCases('aes-cfb128', 'invalid'))('$id refuses $comment', ({ key, iv, msg, ct, error }) => {
    expect(() => cfbEncrypt(aes(key), iv, msg)).toThrow(withCode(error!, /^iv: expected 16 bytes/));
    expect(() => cfbDecrypt(aes(key), iv, ct)).toThrow(withCode(error!));
  });

  it('inverts itself and agrees with the platform and noble', () => {
    fc.assert(
      fc.property(aesKeys, exactly(16), upTo(100), (key, iv, msg) => {
        const ct = cfbEncrypt(aes(key), iv, msg);
        expect(ct).toEqual(platform(`aes-${key.length * 8}-cfb`, key, iv, msg));
        expect(ct).toEqual(cfb(key, iv).encrypt(msg));
        expect(cfbDecrypt(aes(key), iv, ct)).toEqual(msg);
      }),
    );
  });

  it('runs over blocks of 8 bytes (CFB-64) and agrees with the platform', () => {
    fc.assert(
      fc.property(exactly(24), exactly(8), upTo(40), (key, iv, msg) => {
        const ct = cfbEncrypt(tripleDes(key), iv, msg);
        expect(ct).toEqual(platform('des-ede3-cfb', key, iv, msg));
        expect(cfbDecrypt(tripleDes(key), iv, ct)).toEqual(msg);
      }),
    );
  });

  it.each(boundaryLengths)(
    'keeps a length of %i, at any offset, and changes nothing it was given',
    (length) => {
      const [key, iv, msg] = [pattern(16), pattern(16, 50), pattern(length)].map(atOddOffset) as [
        Uint8Array,
        Uint8Array,
        Uint8Array,
      ];
      const before = fingerprint(key, iv, msg);
      const ct = cfbEncrypt(aes(key), iv, msg);
      expect(ct).toEqual(platform('aes-128-cfb', key, iv, msg));
      expect(cfbDecrypt(aes(key), iv, atOddOffset(ct))).toEqual(pattern(length));
      expect(fingerprint(key, iv, msg)).toBe(before);
    },
  );
});
