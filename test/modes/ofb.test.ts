import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, tripleDes } from '../../src/block/index.ts';
import { ofbXor } from '../../src/modes/index.ts';
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

describe('ofb', () => {
  it.each(modeCases('aes-ofb', 'valid'))('$id $comment', ({ key, iv, msg, ct }) => {
    expect(ofbXor(aes(key), iv, msg)).toEqual(ct);
    expect(ofbXor(aes(key), iv, ct)).toEqual(msg);
  });

  it.each(modeCases('aes-ofb', 'invalid'))('$id refuses $comment', ({ key, iv, msg, error }) => {
    expect(() => ofbXor(aes(key), iv, msg)).toThrow(withCode(error!, /^iv: expected 16 bytes/));
  });

  it('inverts itself and agrees with the platform', () => {
    fc.assert(
      fc.property(aesKeys, exactly(16), upTo(100), (key, iv, msg) => {
        const ct = ofbXor(aes(key), iv, msg);
        expect(ct).toEqual(platform(`aes-${key.length * 8}-ofb`, key, iv, msg));
        expect(ofbXor(aes(key), iv, ct)).toEqual(msg);
      }),
    );
  });

  it('runs over blocks of 8 bytes and agrees with the platform', () => {
    fc.assert(
      fc.property(exactly(24), exactly(8), upTo(40), (key, iv, msg) => {
        const ct = ofbXor(tripleDes(key), iv, msg);
        expect(ct).toEqual(platform('des-ede3-ofb', key, iv, msg));
        expect(ofbXor(tripleDes(key), iv, ct)).toEqual(msg);
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
      const ct = ofbXor(aes(key), iv, msg);
      expect(ct).toEqual(platform('aes-128-ofb', key, iv, msg));
      expect(ofbXor(aes(key), iv, atOddOffset(ct))).toEqual(pattern(length));
      expect(fingerprint(key, iv, msg)).toBe(before);
    },
  );
});
