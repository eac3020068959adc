import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { fromTwosComplement, i2osp, os2ip } from '../../src/math/index.ts';
import { withCode } from '../with-code.ts';

const bytes = fc.uint8Array({ maxLength: 300, size: 'max' });

describe('os2ip and i2osp', () => {
  it('take the most significant byte first', () => {
    expect(os2ip(fromHex('010203'))).toBe(0x010203n);
    expect(os2ip(fromHex('00ff'))).toBe(255n);
    expect(os2ip(new Uint8Array(0))).toBe(0n);
    expect(toHex(i2osp(0x0102n, 4))).toBe('00000102');
    expect(toHex(i2osp(0xffn, 1))).toBe('ff');
    expect(i2osp(0n, 0)).toEqual(new Uint8Array(0));
  });

  it('agree with the definition, and invert each other', () =>
    fc.assert(
      fc.property(bytes, (drawn) => {
        const x = drawn.reduce((value, byte) => 256n * value + BigInt(byte), 0n);
        expect(os2ip(drawn)).toBe(x);
        expect(i2osp(x, drawn.length)).toEqual(drawn);
      }),
    ));

  it('refuse what does not fit', () => {
    expect(() => i2osp(256n, 1)).toThrow(
      withCode('bad-length', /^x: expected a number of at most 1 bytes, got one of 2$/),
    );
    expect(() => i2osp(1n, 0)).toThrow(withCode('bad-length'));
    expect(() => i2osp(-1n, 4)).toThrow(
      withCode('bad-argument', /^x: expected an integer from 0 up, got -1$/),
    );
    for (const length of [-1, 1.5, Number.NaN, 2 ** 30]) {
      expect(() => i2osp(1n, length)).toThrow(withCode('bad-argument', /^length: /));
    }
  });
});

describe('fromTwosComplement', () => {
  it.each([
    ['', 0n],
    ['00', 0n],
    ['7f', 127n],
    ['80', -128n],
    ['ff', -1n],
    ['00ff', 255n],
    ['ff7f', -129n],
    ['ffffff', -1n],
  ])('%s is %i', (hex, value) => expect(fromTwosComplement(fromHex(hex))).toBe(value));

  it('is os2ip, less 2^(8 * length) where the first bit is set', () =>
    fc.assert(
      fc.property(bytes, (drawn) => {
        const negative = (drawn[0] ?? 0) >= 128;
        expect(fromTwosComplement(drawn)).toBe(os2ip(drawn) - (negative ? 256n ** BigInt(drawn.length) : 0n));
      }),
    ));
});
