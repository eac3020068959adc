import { describe, expect, it } from 'vitest';
import { aes } from '../../src/block/index.ts';
import { drawPadlock, encryptPixels, paintBlocks } from '../../src/image/index.ts';

const picture = drawPadlock();

describe('paintBlocks', () => {
  it('shows the same before and after ECB, under any key: equal blocks are all it knows', () => {
    // Which of two equally frequent values comes first depends on their bytes; the frequent ones do not tie.
    const frequent = (rgb: Uint8Array) => {
      const white: boolean[] = [];
      for (let at = 0; at < rgb.length; at += 3) white.push(rgb[at] === 255 && rgb[at + 1] === 255);
      return white;
    };
    const before = frequent(paintBlocks(picture, 16).rgb);
    for (const fill of [1, 2]) {
      const hidden = encryptPixels(picture, aes(new Uint8Array(16).fill(fill)), 'ecb');
      expect(frequent(paintBlocks(hidden, 16).rgb)).toEqual(before);
    }
    expect(before.filter(Boolean).length).toBeGreaterThan(before.length / 2);
  });

  it('gives each value one colour, and different neighbours different ones', () => {
    const rgb = Uint8Array.from({ length: 96 }, (_, i) => (i < 48 ? 1 : i < 72 ? 2 : 3));
    const { rgb: painted } = paintBlocks({ width: 32, height: 1, rgb, notes: [] }, 8);
    const pixels = Array.from({ length: 32 }, (_, i) => [...painted.subarray(3 * i, 3 * i + 3)].join());
    expect(new Set(pixels.slice(0, 16)).size).toBe(1);
    expect(new Set(pixels).size).toBe(3);
  });

  it('leaves pixels of a last partial block black', () => {
    const { rgb } = paintBlocks({ width: 8, height: 1, rgb: new Uint8Array(24).fill(9), notes: [] }, 16);
    expect([...rgb.subarray(0, 3)]).toEqual([255, 255, 255]);
    expect([...rgb.subarray(18)]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
