import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/bytes/index.ts';
import { englishModel } from '../../src/classical/english.ts';
import { englishBits, englishLetterShares } from '../../src/classical/index.ts';
import { texts } from './texts.ts';

const perByte = (text: string | Uint8Array) => {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  return englishBits(bytes) / bytes.length;
};

describe('english', () => {
  it('is a probability: in every context the 256 bytes add up to 1', () => {
    const { symbols, symbolOf, within, first, second, third } = englishModel();
    const weight = new Float64Array(symbols);
    for (let byte = 0; byte < 256; byte++) weight[symbolOf[byte]!]! += 2 ** within[byte]!;
    for (const table of [first, second, third]) {
      for (let start = 0; start < table.length; start += symbols) {
        let sum = 0;
        for (let symbol = 0; symbol < symbols; symbol++) sum += weight[symbol]! * 2 ** table[start + symbol]!;
        expect(sum).toBeCloseTo(1, 5);
      }
    }
  });

  it.each(Object.entries(texts))('finds the text %s English: under 4 bits a byte', (_, text) => {
    expect(perByte(text)).toBeLessThan(4);
  });

  it('finds the same letters in disorder, other encodings and noise not English', () => {
    const backwards = Array.from(texts.science).reverse().join('');
    expect(perByte(backwards)).toBeGreaterThan(perByte(texts.science) + 1);
    expect(perByte(Uint8Array.from({ length: 4096 }, (_, i) => i & 255))).toBeGreaterThan(8);
    expect(perByte('7gB9xQ0zLpK+3tVw/1sYcRjM5hEoXuD2')).toBeGreaterThan(6);
  });

  it('reads capitals as it reads small letters, and minds the mixture', () => {
    const flipped = texts.chat.replace(/[aeiou]/g, (vowel) => vowel.toUpperCase());
    expect(perByte(texts.chat.toUpperCase())).toBeLessThan(perByte(texts.chat) + 0.3);
    expect(perByte(flipped)).toBeGreaterThan(perByte(texts.chat) + 1);
  });

  it('knows nothing of an empty text', () => expect(englishBits(new Uint8Array(0))).toBe(0));

  it('gives the shares of letters, e and t first', () => {
    const shares = englishLetterShares();
    expect(shares).toHaveLength(26);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    const ranked = [...shares.keys()].sort((a, b) => shares[b]! - shares[a]!);
    expect(ranked.slice(0, 2).map((place) => String.fromCharCode(0x61 + place))).toEqual(['e', 't']);
  });
});
