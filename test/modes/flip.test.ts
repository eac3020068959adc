import { describe, expect, it } from 'vitest';
import { aes, PADDINGS, pad } from '../../src/block/index.ts';
import { cbcEncrypt, ctrXor, flipBits, flipCiphertext, gcmSeal, MODES } from '../../src/modes/index.ts';
import { withCode } from '../with-code.ts';
import { pattern } from './cases.ts';

const cipher = aes(pattern(16));
const iv = pattern(16, 50);
const msg = pattern(20, 7);

/** The last bit of the byte at `index`. */
const lastBitOf = (index: number) => index * 8 + 7;

describe('flipCiphertext', () => {
  it.each(['ecb', 'cbc'] as const)('%s: the texts compared have their padding', (mode) => {
    const options = { mode, ...(mode === 'cbc' && { iv }) };
    const { before, after, blocks } = flipCiphertext(cipher, options, msg, [0]);
    expect(before).toEqual(pad('pkcs7', msg, 16));
    expect(after).toHaveLength(32);
    expect(blocks.map(({ fate }) => fate)).toEqual(['garbled', mode === 'cbc' ? 'bits' : 'intact']);
    expect(blocks[1]!.changedBits).toEqual(mode === 'cbc' ? [128] : []);
  });

  it.each(PADDINGS)('the padding is %s if that is asked for', (padding) => {
    const text = padding === 'none' ? pattern(32) : msg;
    const result = flipCiphertext(cipher, { mode: 'cbc', iv, padding }, text, [3]);
    expect(result.before).toEqual(pad(padding, text, 16));
    expect(result.ciphertext).toEqual(cbcEncrypt(cipher, iv, result.before));
    expect(result.altered).toEqual(flipBits(result.ciphertext, [3]));
  });

  it.each([
    // Of the 12 bytes of padding: the count, and one that pkcs7 alone looks at.
    ['pkcs7', 15, 'padding'],
    ['pkcs7', 10, 'padding'],
    ['pkcs7', 3, 'no'],
    ['ansi-x923', 15, 'padding'],
    ['ansi-x923', 10, 'padding'],
    ['ansi-x923', 3, 'no'],
    ['iso-7816-4', 15, 'padding'],
    ['iso-7816-4', 4, 'padding'],
    ['iso-7816-4', 3, 'no'],
    ['zero', 15, 'no'],
  ] as const)(
    'cbc, %s: a bit turned in byte %d of the block after: noticed by %s',
    (padding, index, noticed) => {
      const result = flipCiphertext(cipher, { mode: 'cbc', iv, padding }, msg, [lastBitOf(index)]);
      expect(result.noticed).toBe(noticed);
      expect(result.after).toHaveLength(32);
      expect(result.blocks.map(({ fate }) => fate)).toEqual(['garbled', 'bits']);
      expect(result.blocks[1]!.changedBits).toEqual([lastBitOf(16 + index)]);
    },
  );

  it('nobody notices without padding', () => {
    const options = { mode: 'cbc', iv, padding: 'none' } as const;
    expect(flipCiphertext(cipher, options, pattern(32), [lastBitOf(15)]).noticed).toBe('no');
  });

  it.each(['cfb', 'ofb', 'ctr'] as const)('%s: the text is the message, and nobody notices', (mode) => {
    const bits = [lastBitOf(19), 3];
    const { before, after, ciphertext, altered, noticed, blocks } = flipCiphertext(
      cipher,
      { mode, iv },
      msg,
      bits,
    );
    expect(before).toEqual(msg);
    expect(noticed).toBe('no');
    expect(altered).toEqual(flipBits(ciphertext, bits));
    if (mode === 'cfb') expect(blocks.map(({ fate }) => fate)).toEqual(['bits', 'garbled']);
    else expect(after).toEqual(flipBits(msg, bits));
  });

  it('ctr: the ciphertext is that of the mode', () => {
    expect(flipCiphertext(cipher, { mode: 'ctr', iv }, msg, []).ciphertext).toEqual(ctrXor(cipher, iv, msg));
  });

  it('gcm gives nothing out, wherever the bit was', () => {
    for (const bit of [0, lastBitOf(19), lastBitOf(20), lastBitOf(35)]) {
      const result = flipCiphertext(cipher, { mode: 'gcm', iv, aad: pattern(3) }, msg, [bit]);
      expect(result.ciphertext).toEqual(gcmSeal(cipher, iv, msg, pattern(3)));
      expect(result.before).toEqual(msg);
      expect(result.after).toBeUndefined();
      expect(result.blocks).toEqual([]);
      expect(result.noticed).toBe('tag');
    }
  });

  it.each(MODES)('%s: nothing turned, nothing changed', (mode) => {
    const options = { mode, ...(mode !== 'ecb' && { iv }) };
    const { before, after, ciphertext, altered, noticed, blocks } = flipCiphertext(cipher, options, msg, []);
    expect([after, altered, noticed]).toEqual([before, ciphertext, 'no']);
    expect(blocks.every(({ fate }) => fate === 'intact')).toBe(true);
  });

  it('refuses a bit beyond the ciphertext, and options that do not fit', () => {
    expect(() => flipCiphertext(cipher, { mode: 'ctr', iv }, msg, [160])).toThrow(
      withCode('bad-argument', /0 to 159, got 160/),
    );
    expect(() => flipCiphertext(cipher, { mode: 'cbc', iv: pattern(3) }, msg, [])).toThrow(
      withCode('bad-length'),
    );
    expect(() => flipCiphertext(cipher, { mode: 'cbc', iv, padding: 'none' }, msg, [])).toThrow(
      withCode('bad-length', /whole blocks/),
    );
  });
});
