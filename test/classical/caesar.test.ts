import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromUtf8, utf8 } from '../../src/bytes/index.ts';
import { caesarDecrypt, caesarEncrypt, createCaesar } from '../../src/classical/index.ts';
import { withCode } from '../with-code.ts';

const anyShift = fc.integer({ min: -1000, max: 1000 });
const anyBytes = fc.uint8Array({ maxLength: 200 });

describe('caesar', () => {
  it.each([
    [3, 'Veni, vidi, vici!', 'Yhql, ylgl, ylfl!'],
    [23, 'THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG', 'QEB NRFZH YOLTK CLU GRJMP LSBO QEB IXWV ALD'],
    [13, 'azAZ mnMN @[`{', 'nmNM zaZA @[`{'],
    [1, 'zZ 09 — “é” 凯撒', 'aA 09 — “é” 凯撒'],
    [0, 'unchanged', 'unchanged'],
  ])('shift %i turns %s into %s', (shift, plain, cipher) => {
    expect(fromUtf8(caesarEncrypt(shift, utf8(plain)))).toBe(cipher);
    expect(fromUtf8(caesarDecrypt(shift, utf8(cipher)))).toBe(plain);
  });

  it('inverts itself, adds up, and counts modulo 26', () => {
    fc.assert(
      fc.property(anyShift, anyShift, anyBytes, (a, b, msg) => {
        expect(caesarDecrypt(a, caesarEncrypt(a, msg))).toEqual(msg);
        expect(caesarEncrypt(b, caesarEncrypt(a, msg))).toEqual(caesarEncrypt(a + b, msg));
        expect(caesarEncrypt(a + 26, msg)).toEqual(caesarEncrypt(a, msg));
      }),
    );
  });

  it('leaves every byte alone that is no letter, and the input too', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const shifted = caesarEncrypt(5, all);
    const isLetter = (byte: number) => /[A-Za-z]/.test(String.fromCharCode(byte));
    for (const byte of all) expect(shifted[byte] === byte).toBe(!isLetter(byte));
    expect([...all]).toEqual([...all.keys()]);
  });

  it('gives the same piece by piece', () => {
    fc.assert(
      fc.property(anyShift, fc.array(anyBytes, { maxLength: 5 }), (shift, chunks) => {
        const caesar = createCaesar(shift);
        const pieces = chunks.map((chunk) => caesar.update(chunk));
        expect(concat(...pieces, caesar.final())).toEqual(caesarEncrypt(shift, concat(...chunks)));
      }),
    );
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('refuses a shift of %d', (shift) => {
    expect(() => caesarEncrypt(shift, utf8('a'))).toThrow(withCode('bad-argument', /^shift: /));
    expect(() => createCaesar(shift)).toThrow(withCode('bad-argument', /^shift: /));
  });
});
