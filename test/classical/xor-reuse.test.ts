import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8, xor } from '../../src/bytes/index.ts';
import { dragCrib, xorPad, xorReuse } from '../../src/classical/index.ts';
import { withCode } from '../with-code.ts';
import { texts } from './texts.ts';

const pad = fc.sample(fc.uint8Array({ minLength: 600, maxLength: 600 }), { seed: 9, numRuns: 1 })[0]!;
const one = utf8(texts.chat);
const two = utf8(texts.recipe);

describe('xorReuse', () => {
  it('is the XOR of the plaintexts, whatever the pad', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 50, maxLength: 50 }), (anyPad) => {
        const [a, b] = [one.slice(0, 50), two.slice(0, 40)];
        expect(xorReuse(xorPad(anyPad, a), xorPad(anyPad, b)).xored).toEqual(xor(a.slice(0, 40), b));
      }),
    );
  });

  it('finds equal bytes, and letters that meet a space', () => {
    const a = utf8('we  meet At');
    const b = utf8('no Xbodyzin');
    const { equal, letters, lowShare } = xorReuse(xorPad(pad, a), xorPad(pad, b));
    expect(equal).toEqual([2]);
    expect(letters).toEqual([
      { position: 3, letter: 'X' },
      { position: 8, letter: 'z' },
    ]);
    expect(lowShare).toBe(1);
  });

  it('guesses most letters rightly in long texts', () => {
    const { letters } = xorReuse(xorPad(pad, one), xorPad(pad, two));
    const right = letters.filter(({ position, letter }) =>
      [one, two].some((text) => String.fromCharCode(text[position]!) === letter),
    );
    expect(letters.length).toBeGreaterThan(80);
    expect(right.length / letters.length).toBeGreaterThan(0.8);
  });

  it('shows by its high bits that two pads were not the same', () => {
    expect(xorReuse(xorPad(pad, one), xorPad(pad, two)).lowShare).toBe(1);
    expect(xorReuse(xorPad(pad, one), xorPad(pad.slice().reverse(), two)).lowShare).toBeLessThan(0.65);
  });

  it('refuses an empty message', () => {
    expect(() => xorReuse(new Uint8Array(0), one)).toThrow(withCode('bad-length', /^a: /));
    expect(() => xorReuse(one, new Uint8Array(0))).toThrow(withCode('bad-length', /^b: /));
  });
});

describe('dragCrib', () => {
  const { xored } = xorReuse(xorPad(pad, one), xorPad(pad, two));

  it('puts a long crib where it stands, and reads the other message there', () => {
    for (const crib of [' metal detector', 'freezing but i ', 'Preheat the oven']) {
      const [inOne, inTwo] = [fromUtf8(one).indexOf(crib), fromUtf8(two).indexOf(crib)];
      const position = Math.max(inOne, inTwo);
      const other = inOne >= 0 ? two : one;
      expect(dragCrib(xored, utf8(crib))[0]).toMatchObject({
        position,
        fragment: other.slice(position, position + crib.length),
      });
    }
  });

  it('ranks places by score, as many as asked for', () => {
    const places = dragCrib(xored, utf8(' the '), 7);
    expect(places).toHaveLength(7);
    expect(places.map(({ score }) => score)).toEqual(places.map(({ score }) => score).sort((a, b) => a - b));
    for (const { position, fragment } of places) {
      expect(xor(fragment, xored.slice(position, position + 5))).toEqual(utf8(' the '));
    }
  });

  it('takes a crib as long as the messages', () => {
    const whole = one.slice(0, xored.length);
    expect(dragCrib(xored, whole)).toMatchObject([{ position: 0, fragment: two.slice(0, xored.length) }]);
  });

  it('refuses an empty crib, one that is too long, and no places', () => {
    expect(() => dragCrib(xored, new Uint8Array(0))).toThrow(withCode('bad-length', /^crib: /));
    expect(() => dragCrib(utf8('abc'), utf8('abcd'))).toThrow(
      withCode('bad-length', /from 1 to 3 bytes.* got 4/),
    );
    expect(() => dragCrib(xored, utf8('a'), 0)).toThrow(withCode('bad-argument', /^top: /));
  });
});
