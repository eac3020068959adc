import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aes, des } from '../../src/block/index.ts';
import { xor } from '../../src/bytes/index.ts';
import {
  compare,
  decodePicture,
  drawPadlock,
  drawSecondPicture,
  encryptPixels,
  measure,
  PIXEL_MODES,
  type Picture,
  resize,
  reusedNonce,
} from '../../src/image/index.ts';
import { withCode } from '../with-code.ts';

const KEY = Uint8Array.from({ length: 16 }, (_, i) => i * 3);
const IV = Uint8Array.from({ length: 16 }, (_, i) => 255 - i);

describe('compare', () => {
  it('shows the modes in the order asked for, each as encryptPixels gives it', () => {
    const picture = resize(drawPadlock(), 0.125);
    const modes = ['ctr', 'ecb', 'cbc'] as const;
    const { original, panels } = compare(picture, { cipher: aes(KEY), modes, iv: IV });
    expect(original).toEqual({ mode: 'original', picture, figures: measure(picture.rgb, picture.width, 16) });
    expect(panels.map(({ mode }) => mode)).toEqual(modes);
    for (const panel of panels) {
      const expected = encryptPixels(picture, aes(KEY), panel.mode as 'ecb', IV);
      expect(panel.picture).toEqual(expected);
      expect(panel.figures).toEqual(measure(expected.rgb, expected.width, 16));
    }
  });

  it('shows our drawing through ECB and through nothing else', () => {
    const { original, panels } = compare(drawPadlock(), { cipher: aes(KEY), modes: PIXEL_MODES, iv: IV });
    const [ecb, ...others] = panels.map(({ figures }) => figures);
    expect(original.figures.distinctBlocks).toBeLessThan(200);
    expect(ecb).toMatchObject({ blocks: 29_040, distinctBlocks: original.figures.distinctBlocks });
    expect(ecb!.repeatedShare).toBeGreaterThan(0.99);
    for (const figures of others) {
      expect(figures).toMatchObject({ blocks: 29_040, distinctBlocks: 29_040, repeatedShare: 0 });
      expect(figures.entropy).toBeGreaterThan(7.99);
      expect(Math.abs(figures.correlation!)).toBeLessThan(0.02);
    }
  });

  it('gives perfect figures under a reused nonce, and both pictures in the XOR', () => {
    const picture = resize(drawPadlock(), 0.25);
    const modes = ['ctr', 'ctr-reused', 'ecb'] as const;
    const { panels } = compare(picture, { cipher: aes(KEY), modes, iv: IV });
    expect(panels.map(({ mode }) => mode)).toEqual(['ctr', 'ctr-reused', 'ctr-reused-xor', 'ecb']);
    const [fresh, reused, sum] = panels;
    expect(reused!.figures).toMatchObject({ distinctBlocks: 1815, repeatedShare: 0 });
    expect(reused!.figures.entropy).toBeGreaterThan(7.98);
    expect(reused!.picture.rgb).toEqual(encryptPixels(picture, aes(KEY), 'ctr', reusedNonce(IV)).rgb);
    expect(reused!.picture.rgb).not.toEqual(fresh!.picture.rgb);
    const second = drawSecondPicture(picture.width, picture.height);
    expect(sum!.picture.rgb).toEqual(xor(picture.rgb, second.rgb));
    expect(sum!.figures).toEqual(measure(sum!.picture.rgb, picture.width, 16));
  });

  it('leaves alpha out, and takes any block size', () => {
    const alpha = Uint8Array.of(0, 1, 2, 3);
    const small: Picture = { width: 2, height: 2, rgb: new Uint8Array(12), alpha, notes: [] };
    const { original, panels } = compare(small, { cipher: des(KEY.subarray(0, 8)), modes: ['ecb'] });
    for (const { picture, figures } of [original, ...panels]) {
      expect(picture.alpha).toBeUndefined();
      expect(figures.blocks).toBe(1);
    }
  });

  it('asks for an IV where one is needed', () => {
    for (const mode of ['cbc', 'ctr-reused'] as const) {
      const attempt = () => compare(drawPadlock(), { cipher: aes(KEY), modes: [mode] });
      expect(attempt).toThrow(withCode('bad-argument', /iv/));
    }
  });

  const sample = new URL('../../../shared/samples/images/pic_original.bmp', import.meta.url);
  it.skipIf(!existsSync(sample))('finds 43 values in the 11,557 blocks of the well-known picture', () => {
    const picture = decodePicture(new Uint8Array(readFileSync(sample)));
    const { panels } = compare(picture, { cipher: aes(KEY), modes: ['ecb', 'cbc'], iv: IV });
    expect(panels[0]!.figures).toMatchObject({ blocks: 11_557, distinctBlocks: 43 });
    expect(panels[1]!.figures).toMatchObject({ blocks: 11_557, distinctBlocks: 11_557, repeatedShare: 0 });
  });
});
