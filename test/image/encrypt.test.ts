import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, type BlockCipher, des, encryptBlock, tripleDes } from '../../src/block/index.ts';
import {
  decryptPixels,
  encryptPixels,
  PIXEL_MODES,
  type Picture,
  type PixelMode,
} from '../../src/image/index.ts';
import { withCode } from '../with-code.ts';
import { anyPicture } from './any-picture.ts';

const bytes = (length: number, from = 1) => Uint8Array.from({ length }, (_, i) => (i * 29 + from) & 255);
const KEY = bytes(16);
const CIPHERS: readonly BlockCipher[] = [aes(KEY), aes(bytes(32)), des(bytes(8)), tripleDes(bytes(24))];
const row = (length: number): Picture => ({ width: length, height: 1, rgb: bytes(3 * length), notes: [] });

describe('encryptPixels', () => {
  it.each(PIXEL_MODES)('is undone by decryptPixels to the exact pixels, in %s', (mode) => {
    fc.assert(
      fc.property(anyPicture, fc.constantFrom(...CIPHERS), (picture, cipher) => {
        const before = structuredClone(picture);
        const iv = bytes(cipher.blockSize, 99);
        const encrypted = encryptPixels(picture, cipher, mode, iv);
        expect(encrypted.rgb).not.toEqual(picture.rgb);
        expect(decryptPixels(encrypted, cipher, mode, iv)).toEqual(picture);
        expect(picture).toEqual(before);
      }),
    );
  });

  it.each(PIXEL_MODES)('writes the whole blocks that the platform writes, in %s', (mode) => {
    const iv = bytes(16, 7);
    const picture = row(16);
    const theirs = createCipheriv(`aes-128-${mode}`, KEY, mode === 'ecb' ? null : iv).setAutoPadding(false);
    expect(encryptPixels(picture, aes(KEY), mode, iv).rgb).toEqual(
      new Uint8Array(theirs.update(picture.rgb)),
    );
  });

  it.each<PixelMode>(['ecb', 'cbc'])(
    'XORs a last partial block with the encrypted block before it, in %s',
    (mode) => {
      const cipher = aes(KEY);
      const iv = bytes(16, 7);
      const { rgb } = encryptPixels(row(6), cipher, mode, iv);
      const pad = encryptBlock(cipher, rgb.subarray(0, 16));
      expect([...rgb.subarray(16)]).toEqual([...bytes(18).subarray(16)].map((value, i) => value ^ pad[i]!));
      expect(rgb.subarray(0, 16)).toEqual(encryptPixels(row(16), cipher, mode, iv).rgb.subarray(0, 16));
    },
  );

  it('takes the IV for less than one block, and zeros for ECB without one', () => {
    const cipher = aes(KEY);
    const iv = bytes(16, 7);
    for (const [mode, given, start] of [
      ['cbc', iv, iv],
      ['ecb', iv, iv],
      ['ecb', undefined, new Uint8Array(16)],
    ] as const) {
      const pad = encryptBlock(cipher, start);
      const { rgb } = encryptPixels(row(5), cipher, mode, given);
      expect([...rgb]).toEqual([...bytes(15)].map((value, i) => value ^ pad[i]!));
    }
  });

  it('carries alpha and notes along', () => {
    const alpha = Uint8Array.of(0, 128, 255);
    const picture: Picture = { ...row(3), alpha, notes: ['reduced-to-8-bit'] };
    const encrypted = encryptPixels(picture, aes(KEY), 'cbc', bytes(16));
    expect(encrypted).toMatchObject({ width: 3, height: 1, alpha, notes: ['reduced-to-8-bit'] });
  });

  it('refuses an unknown mode, a missing IV and one of another length', () => {
    for (const run of [encryptPixels, decryptPixels]) {
      expect(() => run(row(6), aes(KEY), 'gcm' as PixelMode, bytes(16))).toThrow(
        withCode('bad-argument', /got "gcm"/),
      );
      expect(() => run(row(6), aes(KEY), 'ctr')).toThrow(
        withCode('bad-argument', /16 bytes for ctr, got none/),
      );
      expect(() => run(row(6), aes(KEY), 'cbc', bytes(8))).toThrow(withCode('bad-length', /iv: expected 16/));
    }
  });
});
