/** How far an error spreads, against the table of SP 800-38A, appendix D. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes } from '../../src/block/index.ts';
import { concat } from '../../src/bytes/index.ts';
import {
  type BlockFate,
  changedBits,
  createDecryptor,
  createEncryptor,
  errorSpread,
  flipBits,
  type ModeName,
} from '../../src/modes/index.ts';
import { withCode } from '../with-code.ts';

const cipher = aes(new Uint8Array(16).fill(7));
const iv = new Uint8Array(16).fill(9);
const text = Uint8Array.from({ length: 80 }, (_, i) => i * 3);

function fates(mode: ModeName, bit: number): BlockFate[] {
  const options = {
    mode,
    ...(mode !== 'ecb' && { iv }),
    ...(mode === 'ecb' || mode === 'cbc' ? { padding: 'none' as const } : {}),
  };
  const encryptor = createEncryptor(cipher, options);
  const ciphertext = concat(encryptor.update(text), encryptor.final());
  const decryptor = createDecryptor(cipher, options);
  const after = concat(decryptor.update(flipBits(ciphertext, [bit])), decryptor.final());
  return errorSpread(text, after, 16).map((block) => block.fate);
}

describe('error spread', () => {
  const bit = 16 * 8 + 5; // in the second block
  it.each<[ModeName, BlockFate[]]>([
    ['ecb', ['intact', 'garbled', 'intact', 'intact', 'intact']],
    ['cbc', ['intact', 'garbled', 'bits', 'intact', 'intact']],
    ['cfb', ['intact', 'bits', 'garbled', 'intact', 'intact']],
    ['ofb', ['intact', 'bits', 'intact', 'intact', 'intact']],
    ['ctr', ['intact', 'bits', 'intact', 'intact', 'intact']],
  ])('%s', (mode, expected) => expect(fates(mode, bit)).toEqual(expected));

  it('finds exactly the bits that were flipped', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (bytes, seed) => {
        const chosen = seed % (bytes.length * 8);
        expect(changedBits(bytes, flipBits(bytes, [chosen]))).toEqual([chosen]);
      }),
    );
  });

  it('counts bit 0 as the most significant of the first byte', () => {
    expect([...flipBits(new Uint8Array(2), [0, 15])]).toEqual([0x80, 0x01]);
  });

  it('calls a block garbled from more than a quarter of its bits on, a short last one too', () => {
    const fate = (length: number, changed: number) => {
      const before = new Uint8Array(length);
      const bits = Array.from({ length: changed }, (_, i) => i);
      return errorSpread(before, flipBits(before, bits), 16).at(-1)!.fate;
    };
    expect([0, 1, 32, 33, 128].map((changed) => fate(16, changed))).toEqual([
      'intact',
      'bits',
      'bits',
      'garbled',
      'garbled',
    ]);
    expect([0, 1, 10, 11, 40].map((changed) => fate(5, changed))).toEqual([
      'intact',
      'bits',
      'bits',
      'garbled',
      'garbled',
    ]);
  });

  it('refuses a bit beyond the end', () => {
    expect(() => flipBits(new Uint8Array(2), [16])).toThrow(withCode('bad-argument', /0 to 15, got 16/));
  });
});
