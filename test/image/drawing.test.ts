import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import { drawPadlock, drawSecondPicture } from '../../src/image/index.ts';

describe('drawing', () => {
  it('draws the same padlock everywhere', () => {
    const { width, height, rgb } = drawPadlock();
    expect([width, height, rgb.length]).toEqual([484, 320, 3 * 484 * 320]);
    expect(toHex(sha256(rgb))).toMatchInlineSnapshot(
      `"e1c8d9da3899b91858a3aa15265d43af421273aad0c281765a3475b27e1b09aa"`,
    );
  });

  it('fits the second picture to any size', () => {
    for (const [width, height] of [
      [1, 1],
      [7, 300],
      [300, 7],
      [484, 320],
    ] as const) {
      const { rgb } = drawSecondPicture(width, height);
      expect(rgb.length).toBe(3 * width * height);
      expect(new Set(rgb).size).toBeLessThanOrEqual(2);
    }
    const { rgb } = drawSecondPicture(484, 320);
    const share = rgb.filter((sample) => sample === 255).length / rgb.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.5);
  });
});
