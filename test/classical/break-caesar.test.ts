import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../../src/bytes/index.ts';
import { breakCaesar, caesarDecrypt, caesarEncrypt, countLetters } from '../../src/classical/index.ts';
import { withCode } from '../with-code.ts';
import { texts } from './texts.ts';

const shifts = [...Array(26).keys()];

describe('breakCaesar', () => {
  it.each(Object.entries(texts))('finds the shift of the text %s', (_, text) => {
    for (const shift of [0, 1, 13, 25]) {
      const { candidates, confident } = breakCaesar(caesarEncrypt(shift, utf8(text)));
      expect(candidates[0]).toMatchObject({ shift, text: utf8(text) });
      expect(confident).toBe(true);
    }
  });

  it.each([
    'Meet me at the old bridge.',
    'attack the castle at dawn',
    'DEFEND THE EAST WALL OF THE CASTLE',
    'defendtheeastwallofthecastle',
    'WEARE DISCO VERED FLEEA TONCE',
    'It was a quiet night',
    'Nobody knows.\nNobody asks.\n',
  ])('is sure of a short text: %j', (text) => {
    for (const shift of shifts) {
      const { candidates, confident } = breakCaesar(caesarEncrypt(shift, utf8(text)));
      expect(candidates[0]?.shift).toBe(shift);
      expect(confident).toBe(true);
    }
  });

  it('is sure of text in groups of five, and of text without spaces', () => {
    for (const text of Object.values(texts)) {
      const letters = text
        .toUpperCase()
        .replace(/[^A-Z]/g, '')
        .slice(0, 60);
      for (const spaced of [letters, letters.replace(/.{5}/g, '$& ')]) {
        const { candidates, confident } = breakCaesar(caesarEncrypt(11, utf8(spaced)));
        expect([candidates[0]?.shift, confident]).toEqual([11, true]);
      }
    }
  });

  it('ranks all 26 shifts by score and decrypts each', () => {
    const ciphertext = utf8('Gur dhvpx oebja sbk whzcf bire gur ynml qbt');
    const { candidates, letters, analysed } = breakCaesar(ciphertext);
    expect(candidates.map(({ shift }) => shift).sort((a, b) => a - b)).toEqual(shifts);
    expect(candidates.map(({ score }) => score)).toEqual(
      candidates.map(({ score }) => score).sort((a, b) => a - b),
    );
    for (const { shift, text } of candidates) expect(text).toEqual(caesarDecrypt(shift, ciphertext));
    expect(candidates[0]?.shift).toBe(13);
    expect({ letters, analysed }).toEqual({ letters: 35, analysed: 43 });
  });

  it('does not claim random letters, another cipher, or a handful of letters', () => {
    const random = fc.sample(
      fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz '), minLength: 40 }),
      {
        seed: 4,
        numRuns: 50,
      },
    );
    for (const text of random) expect(breakCaesar(utf8(`q${text}`)).confident).toBe(false);
    // A substitution that is no shift: A and Z, B and Y, … change places.
    const atbash = texts.science.replace(/[a-z]/g, (l) => String.fromCharCode(0xdb - l.charCodeAt(0)));
    expect(breakCaesar(utf8(atbash)).confident).toBe(false);
    expect(breakCaesar(utf8('xq')).confident).toBe(false);
  });

  it('looks at the first 64 KiB only', () => {
    const big = caesarEncrypt(7, utf8(texts.letter.repeat(2000)));
    const { candidates, analysed } = breakCaesar(big);
    expect(candidates[0]?.shift).toBe(7);
    expect(analysed).toBe(65536);
    expect(candidates[0]?.text).toHaveLength(65536);
  });

  it.each(['', '12345 !?', '凯撒'])('refuses a text without letters: %j', (text) => {
    expect(() => breakCaesar(utf8(text))).toThrow(
      withCode('bad-length', /^ciphertext: expected at least one/),
    );
  });
});

describe('countLetters', () => {
  it('counts both cases together, and nothing else', () => {
    const counts = countLetters(utf8('Abba @[`{ Zz é'));
    expect(counts[0]).toBe(2);
    expect(counts[1]).toBe(2);
    expect(counts[25]).toBe(2);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(fromUtf8(utf8('é'))).toBe('é');
  });
});
