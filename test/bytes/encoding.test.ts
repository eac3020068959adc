import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, fromBase64, fromHex, toBase64, toHex } from '../../src/bytes/index.ts';
import { withCode } from '../with-code.ts';

const bytes = fc.uint8Array({ maxLength: 50 });

describe('hex', () => {
  it('agrees with Buffer, in either case', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const hex = Buffer.from(value).toString('hex');
        expect(toHex(value)).toBe(hex);
        expect(fromHex(hex)).toEqual(value);
        expect(fromHex(hex.toUpperCase())).toEqual(value);
      }),
    );
  });

  it.each([
    ['abc', /key: expected an even number of hex digits, got 3/],
    ['0g', /key: expected hex digits, got "g" at position 1/],
    ['00 11', /got " " at position 2/],
    ['0x00', /got "x" at position 1/],
  ])('refuses %j', (text, message) =>
    expect(() => fromHex(text, 'key')).toThrow(withCode('bad-encoding', message)),
  );
});

describe('base64', () => {
  it('agrees with Buffer', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const text = Buffer.from(value).toString('base64');
        expect(toBase64(value)).toBe(text);
        expect(fromBase64(text)).toEqual(value);
      }),
    );
  });

  it.each(['QQ', 'QQ=', 'QR==', 'Q Q=', '-_-_', '=', 'QUJD*'])('refuses %j', (text) =>
    expect(() => fromBase64(text, 'key')).toThrow(withCode('bad-encoding', /key: expected base64/)),
  );
});

describe('excerpt', () => {
  it('cuts long values', () => {
    expect(excerpt('short')).toBe('"short"');
    expect(excerpt('x'.repeat(100))).toHaveLength(26);
  });
});
