import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, concatAll, equalConstantTime, fromUtf8, utf8, xor } from '../../src/bytes/index.ts';
import { withCode } from '../with-code.ts';

const bytes = fc.uint8Array({ maxLength: 50 });

describe('concat', () => {
  it('agrees with Buffer.concat', () => {
    fc.assert(
      fc.property(fc.array(bytes), (parts) => {
        expect([...concat(...parts)]).toEqual([...Buffer.concat(parts)]);
      }),
    );
  });

  it('takes any number of parts as a list', () => {
    const parts = Array.from({ length: 300_000 }, (_, i) => Uint8Array.of(i & 255));
    const joined = concatAll(parts);
    expect(joined.length).toBe(300_000);
    expect(joined.every((byte, i) => byte === (i & 255))).toBe(true);
  });

  it('copies even a single part', () => {
    const part = Uint8Array.of(1, 2);
    concat(part)[0] = 9;
    expect(part[0]).toBe(1);
  });
});

describe('xor', () => {
  it('undoes itself and leaves its inputs alone', () => {
    fc.assert(
      fc.property(bytes, (a) => {
        const b = a.map((byte) => byte * 7 + 1);
        const before = [...a];
        expect([...xor(xor(a, b), b)]).toEqual(before);
        expect([...a]).toEqual(before);
      }),
    );
  });

  it('refuses unequal lengths', () =>
    expect(() => xor(new Uint8Array(2), new Uint8Array(3))).toThrow(withCode('bad-length', /2 and 3/)));
});

describe('equalConstantTime', () => {
  it('notices every single bit, and the length', () => {
    const a = Uint8Array.from({ length: 20 }, (_, i) => i * 13);
    expect(equalConstantTime(a, new Uint8Array(a))).toBe(true);
    for (let bit = 0; bit < 160; bit++) {
      const b = new Uint8Array(a);
      b[bit >> 3]! ^= 1 << (bit & 7);
      expect(equalConstantTime(a, b)).toBe(false);
    }
    expect(equalConstantTime(a, a.subarray(0, 19))).toBe(false);
  });
});

describe('utf8', () => {
  it('comes back as it was, a byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
    expect(fromUtf8(utf8('\ufeffabc'))).toBe('\ufeffabc');
  });
});
