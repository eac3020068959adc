import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, fromUtf8, toHex, utf8 } from '../../src/bytes/index.ts';
import { breakRepeatingXor, xorRepeating } from '../../src/classical/index.ts';
import { withCode } from '../with-code.ts';
import { texts } from './texts.ts';

const randomKeys = fc.sample(fc.uint8Array({ minLength: 40, maxLength: 40 }), { seed: 2, numRuns: 12 });

function breakText(key: Uint8Array, text: string, length: number) {
  const clear = utf8(text).slice(0, length);
  const broken = breakRepeatingXor(xorRepeating(key, clear));
  return { clear, broken, best: broken.candidates[0]! };
}

describe('breakRepeatingXor', () => {
  const cases = Object.entries(texts).flatMap(([name, text], i) =>
    [i % 2 === 0 ? 3 : 20, 40].map((length) => ({
      name,
      text,
      length,
      key: randomKeys[i]!.slice(0, length),
    })),
  );

  it.each(cases)('recovers a random key of $length bytes from 400 bytes of $name', ({ text, key }) => {
    const { best, broken, clear } = breakText(key, text, 400);
    expect(toHex(best.key)).toBe(toHex(key));
    expect(best.text).toEqual(clear);
    expect(broken.confident).toBe(true);
    expect(broken.keyLengths[0]!.length % key.length).toBe(0);
  });

  it.each([
    'k',
    'ICE',
    'secret',
    'Secret Pass Phrase',
    'correct horse battery staple',
    'the quick brown fox jumps over the dog',
  ])('recovers the key %j, one case flip of which would be as good a letter', (key) => {
    for (const text of [texts.chat, texts.telegram]) {
      expect(fromUtf8(breakText(utf8(key), text, 400).best.key)).toBe(key);
    }
  });

  it.each(['20', '00', '2020', '0020', 'ff', '80', '0a', '20000000000020'])(
    'recovers the key %s, which changes little but case',
    (hex) => {
      const { best } = breakText(fromHex(hex), texts.letter, 300);
      expect(toHex(best.key)).toBe(hex === '2020' ? '20' : hex);
    },
  );

  it('needs no more than 6 or 7 bytes to a column', () => {
    for (const [i, text] of [texts.chat, texts.science, texts.recipe, texts.letter].entries()) {
      expect(toHex(breakText(randomKeys[i]!, text, 260).best.key)).toBe(toHex(randomKeys[i]!));
    }
  });

  it('names nearly all that is wrong in long keys found in 200 to 240 bytes', () => {
    let [right, unnamed] = [0, 0];
    for (const [i, text] of [texts.chat, texts.science, texts.recipe, texts.story].entries()) {
      const key = randomKeys[i]!.slice(0, i < 2 ? 40 : 32);
      const { best, broken } = breakText(key, text, i < 2 ? 240 : 200);
      expect(broken.confident).toBe(true);
      expect(best.key).toHaveLength(key.length);
      const wrong = [...key.keys()].filter((at) => best.key[at] !== key[at]);
      if (wrong.length === 0) right++;
      unnamed += wrong.filter((at) => !best.doubtful.includes(at)).length;
    }
    expect(right).toBeGreaterThanOrEqual(3);
    expect(unnamed).toBe(0);
  });

  it('gives a key that repeats itself once only', () => {
    expect(fromUtf8(breakText(utf8('abcabcabcabc'), texts.science, 400).best.key)).toBe('abc');
    const { best, broken } = breakText(utf8('ab'), texts.science, 400);
    expect(fromUtf8(best.key)).toBe('ab');
    expect(broken.candidates.filter(({ key }) => fromUtf8(key).startsWith('abab'))).toEqual([]);
  });

  it('reads capitals, small letters and line feeds alike', () => {
    const key = randomKeys[9]!.slice(0, 24);
    const wrapped = texts.recipe.replaceAll('. ', '.\r\n');
    for (const text of [texts.recipe.toUpperCase(), texts.recipe.toLowerCase(), wrapped]) {
      expect(toHex(breakText(key, text, 400).best.key)).toBe(toHex(key));
    }
  });

  it('is content with 60 bytes for a key of 3', () => {
    const { best, broken } = breakText(fromHex('5ac30f'), texts.chat, 60);
    expect(toHex(best.key)).toBe('5ac30f');
    expect(broken.confident).toBe(true);
  });

  it('ranks candidates and lengths, and tells what the classical measures say', () => {
    const { broken } = breakText(randomKeys[10]!.slice(0, 8), texts.story + texts.science, 1200);
    const { candidates, keyLengths } = broken;
    expect(candidates).toHaveLength(5);
    expect(candidates.map(({ saved }) => saved)).toEqual(
      candidates.map(({ saved }) => saved).sort((a, b) => b - a),
    );
    expect(candidates[0]!.score).toBeLessThan(4);
    expect(candidates[0]!.doubtful).toEqual([]);
    expect(keyLengths.map(({ length }) => length).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
    const [first, ...others] = keyLengths;
    expect(first!.length).toBe(8);
    for (const { length, distance, coincidence } of others) {
      if (length % 8 === 0) continue;
      expect(distance).toBeGreaterThan(first!.distance);
      expect(coincidence).toBeLessThan(first!.coincidence);
    }
  });

  it('keeps to the lengths and the number of candidates asked for', () => {
    const ciphertext = xorRepeating(randomKeys[11]!.slice(0, 8), utf8(texts.letter));
    const { keyLengths, candidates } = breakRepeatingXor(ciphertext, {
      minKeyLength: 5,
      maxKeyLength: 9,
      top: 2,
    });
    expect(keyLengths.map(({ length }) => length).sort()).toEqual([5, 6, 7, 8, 9]);
    expect(candidates).toHaveLength(2);
    expect(candidates[0]!.key).toEqual(randomKeys[11]!.slice(0, 8));
  });

  it('says which bytes of the key are guesses', () => {
    const key = randomKeys[8]!;
    const { best } = breakText(key, texts.recipe, 120);
    const wrong = [...key.keys()].filter((at) => best.key[at] !== key[at]);
    expect(wrong.length).toBeGreaterThan(0);
    expect(best.doubtful.length).toBeGreaterThan(0);
    expect(best.doubtful.length).toBeLessThan(40);
  });

  it('does not claim noise, a one-time pad, or what repeats itself in step', () => {
    const noise = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 300, size: 'max' }), {
      seed: 5,
      numRuns: 8,
    });
    for (const bytes of noise) expect(breakRepeatingXor(bytes).confident).toBe(false);
    const pad = fc.sample(fc.uint8Array({ minLength: 400, maxLength: 400 }), { seed: 6, numRuns: 1 })[0]!;
    expect(breakText(pad, texts.science, 400).broken.confident).toBe(false);
    expect(breakRepeatingXor(new Uint8Array(500)).confident).toBe(false);
    expect(breakRepeatingXor(utf8('ab'.repeat(300))).confident).toBe(false);
  });

  it('says why it is not sure', () => {
    const noise = fc.sample(fc.uint8Array({ minLength: 300, maxLength: 300 }), { seed: 7, numRuns: 1 })[0]!;
    expect(breakRepeatingXor(noise).doubt).toBe('not-english');
    expect(breakRepeatingXor(utf8('e')).doubt).toBe('too-little-text');
    expect(breakRepeatingXor(utf8('ab')).doubt).toBe('too-little-text');
    expect(breakRepeatingXor(new Uint8Array(500)).doubt).toBe('repetitive');
    expect(breakText(randomKeys[0]!, texts.chat, 400).broken.doubt).toBeUndefined();
  });

  it('looks at the first 64 KiB only', () => {
    const key = randomKeys[7]!;
    const big = xorRepeating(key, utf8((texts.story + texts.letter + texts.science).repeat(200)));
    const { candidates, analysed } = breakRepeatingXor(big);
    expect(toHex(candidates[0]!.key)).toBe(toHex(key));
    expect(analysed).toBe(65536);
    expect(candidates[0]!.text).toHaveLength(65536);
  });

  it('looks at 4 KiB if keys may be long, and finds one of 256 bytes there', () => {
    const key = Uint8Array.from({ length: 256 }, (_, i) => randomKeys[i % 12]![i % 37]!);
    const big = xorRepeating(key, utf8(Object.values(texts).join('\n').repeat(3)));
    const { candidates, analysed } = breakRepeatingXor(big, { minKeyLength: 255, maxKeyLength: 256, top: 1 });
    expect(analysed).toBe(4096);
    expect(candidates[0]!.key.filter((byte, at) => byte !== key[at])).toEqual(new Uint8Array(0));
    expect(breakRepeatingXor(big, { minKeyLength: 64, maxKeyLength: 64, top: 1 }).analysed).toBe(big.length);
  });

  it('refuses a ciphertext shorter than the shortest key', () => {
    expect(() => breakRepeatingXor(new Uint8Array(0))).toThrow(
      withCode('bad-length', /^ciphertext: .* got 0$/),
    );
    expect(() => breakRepeatingXor(new Uint8Array(4), { minKeyLength: 5 })).toThrow(withCode('bad-length'));
  });

  it.each([
    [{ minKeyLength: 0 }, /^minKeyLength: /],
    [{ minKeyLength: 1.5 }, /^minKeyLength: /],
    [{ minKeyLength: 9, maxKeyLength: 8 }, /^maxKeyLength: .* from 9 to 256, got 8$/],
    [{ maxKeyLength: 257 }, /^maxKeyLength: /],
    [{ top: 0 }, /^top: /],
    [{ top: 13 }, /^top: .* from 1 to 12, got 13$/],
  ])('refuses the options %j', (options, message) => {
    expect(() => breakRepeatingXor(utf8('ciphertext'), options)).toThrow(withCode('bad-argument', message));
  });
});
