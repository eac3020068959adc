import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8, xor } from '../../src/bytes/index.ts';
import { createPad, createXor, xorPad, xorRepeating } from '../../src/classical/index.ts';
import { withCode } from '../with-code.ts';

const anyKey = fc.uint8Array({ minLength: 1, maxLength: 50 });
const anyBytes = fc.uint8Array({ maxLength: 200 });

describe('xorRepeating', () => {
  it('starts the key over where it ends', () => {
    expect(toHex(xorRepeating(fromHex('0f f0 aa'.replaceAll(' ', '')), fromHex('0000000000ff00')))).toBe(
      '0ff0aa0ff0550f',
    );
  });

  it('is its own inverse and goes on at an offset', () => {
    fc.assert(
      fc.property(anyKey, anyBytes, fc.nat(200), (key, msg, cut) => {
        const whole = xorRepeating(key, msg);
        expect(xorRepeating(key, whole)).toEqual(msg);
        expect(xorRepeating(key, msg.subarray(cut), Math.min(cut, msg.length))).toEqual(whole.slice(cut));
      }),
    );
  });

  it('gives the same piece by piece, even if the caller wipes the key', () => {
    fc.assert(
      fc.property(anyKey, fc.array(anyBytes, { maxLength: 5 }), (key, chunks) => {
        const mine = key.slice();
        const stream = createXor(mine);
        mine.fill(0);
        const pieces = chunks.map((chunk) => stream.update(chunk));
        expect(concat(...pieces, stream.final())).toEqual(xorRepeating(key, concat(...chunks)));
      }),
    );
  });

  it('refuses an empty key', () => {
    expect(() => xorRepeating(new Uint8Array(0), utf8('a'))).toThrow(withCode('bad-length', /^key: /));
    expect(() => createXor(new Uint8Array(0))).toThrow(withCode('bad-length', /^key: /));
  });

  it.each([-1, 0.5])('refuses the offset %d', (offset) => {
    expect(() => xorRepeating(utf8('k'), utf8('a'), offset)).toThrow(withCode('bad-argument', /^offset: /));
  });
});

describe('xorPad', () => {
  it('uses as much of the pad as the message is long', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (msg, spare) => {
        const pad = msg.map((byte) => (byte * 7 + 3) & 255);
        const padded = xorPad(concat(pad, spare), msg);
        expect(padded).toEqual(xor(pad, msg));
      }),
    );
  });

  it('gives the same piece by piece, up to the last byte of the pad', () => {
    fc.assert(
      fc.property(fc.array(anyBytes, { maxLength: 5 }), (chunks) => {
        const msg = concat(...chunks);
        const pad = msg.map((byte, i) => byte ^ i);
        const stream = createPad(pad);
        const pieces = chunks.map((chunk) => stream.update(chunk));
        expect(concat(...pieces, stream.final())).toEqual(xorPad(pad, msg));
        expect(() => stream.update(utf8('!'))).toThrow(withCode('bad-length', /^pad: .*repeating key/));
      }),
    );
  });

  it('takes an empty pad for an empty message', () => {
    expect(xorPad(new Uint8Array(0), new Uint8Array(0))).toEqual(new Uint8Array(0));
  });

  it('refuses a pad that is too short, and says why', () => {
    expect(() => xorPad(new Uint8Array(4), new Uint8Array(5))).toThrow(
      withCode('bad-length', /^pad: expected at least the 5 bytes .* got 4; .*repeating key/),
    );
  });
});
