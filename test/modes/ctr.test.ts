import { ctr } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, tripleDes } from '../../src/block/index.ts';
import { fromHex } from '../../src/bytes/index.ts';
import { ctrXor, ecbEncrypt } from '../../src/modes/index.ts';
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

describe('ctr', () => {
  it.each(modeCases('aes-ctr', 'valid'))('$id $comment', ({ key, iv, msg, ct }) => {
    expect(ctrXor(aes(key), iv, msg)).toEqual(ct);
    expect(ctrXor(aes(key), iv, ct)).toEqual(msg);
  });

  it.each(modeCases('aes-ctr', 'invalid'))('$id refuses $comment', ({ key, iv, msg, error }) => {
    expect(() => ctrXor(aes(key), iv, msg)).toThrow(withCode(error!, /^counter: expected 16 bytes/));
  });

  it('inverts itself and agrees with the platform and noble', () => {
    fc.assert(
      fc.property(aesKeys, exactly(16), upTo(100), (key, iv, msg) => {
        const ct = ctrXor(aes(key), iv, msg);
        expect(ct).toEqual(platform(`aes-${key.length * 8}-ctr`, key, iv, msg));
        expect(ct).toEqual(ctr(key, iv).encrypt(msg));
        expect(ctrXor(aes(key), iv, ct)).toEqual(msg);
      }),
    );
  });

  it('counts through the whole block: every carry, and back to zero', () => {
    for (let low = 0; low <= 16; low++) {
      // The last `low` bytes are full, so the first increment carries into the byte before them.
      const counter = pattern(16).fill(0xff, 16 - low);
      const msg = new Uint8Array(64);
      const ct = ctrXor(aes(pattern(16)), counter, msg);
      expect(ct).toEqual(platform('aes-128-ctr', pattern(16), counter, msg));
    }
  });

  it('is the encryption of the counters, over blocks of 8 bytes as well', () => {
    const cipher = tripleDes(pattern(24));
    const keystream = ctrXor(cipher, fromHex('fffffffffffffffe'), new Uint8Array(29));
    const counters = 'fffffffffffffffeffffffffffffffff00000000000000000000000000000001';
    expect(keystream).toEqual(ecbEncrypt(cipher, fromHex(counters)).subarray(0, 29));
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
      const ct = ctrXor(aes(key), iv, msg);
      expect(ct).toEqual(platform('aes-128-ctr', key, iv, msg));
      expect(ctrXor(aes(key), iv, atOddOffset(ct))).toEqual(pattern(length));
      expect(fingerprint(key, iv, msg)).toBe(before);
    },
  );
});
