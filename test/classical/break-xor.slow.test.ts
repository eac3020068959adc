/** How often the break succeeds, over many keys, lengths and excerpts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/bytes/index.ts';
import { breakRepeatingXor, xorRepeating } from '../../src/classical/index.ts';
import { texts } from './texts.ts';

const kinds = {
  random: fc.nat(255),
  printable: fc.integer({ min: 0x20, max: 0x7e }),
  lowerCase: fc.integer({ min: 0x61, max: 0x7a }),
};

/** Share of keys recovered to the last byte, of `lengths`, from excerpts of `size` bytes of each text. */
function successRate(size: number, lengths: readonly number[], keyByte: fc.Arbitrary<number>): number {
  let found = 0;
  let tried = 0;
  for (const [nth, text] of Object.values(texts).entries()) {
    const clear = utf8(text);
    for (const length of lengths) {
      const bytes = fc.array(keyByte, { minLength: length, maxLength: length });
      const [key, start] = fc.sample(fc.tuple(bytes, fc.nat(Math.max(0, clear.length - size))), {
        seed: 1000 * nth + length,
        numRuns: 1,
      })[0]!;
      const excerpt = clear.slice(start, start + size);
      const { candidates } = breakRepeatingXor(xorRepeating(Uint8Array.from(key), excerpt));
      const [best] = candidates;
      const whole = Uint8Array.from({ length }, (_, i) => best!.key[i % best!.key.length]!);
      tried++;
      if (Buffer.from(whole).equals(Buffer.from(key))) found++;
    }
  }
  return found / tried;
}

const upTo = (longest: number) => Array.from({ length: longest }, (_, i) => i + 1);

describe.each(Object.entries(kinds))('keys of %s bytes', (_, keyByte) => {
  it('of every length to 40 fall to 400 bytes', () => {
    expect(successRate(400, upTo(40), keyByte)).toBeGreaterThanOrEqual(0.99);
  });

  it('of every length to 15 fall to 300 bytes', () => {
    expect(successRate(300, upTo(15), keyByte)).toBe(1);
  });

  it('of 35 to 40 bytes nearly always fall to 300 bytes', () => {
    expect(successRate(300, [35, 36, 37, 38, 39, 40], keyByte)).toBeGreaterThanOrEqual(0.95);
  });

  it('of 40 bytes mostly fall to 200', () => {
    expect(successRate(200, [38, 39, 40], keyByte)).toBeGreaterThanOrEqual(0.75);
  });
});
