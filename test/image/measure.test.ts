import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from '../../src/image/index.ts';
import { withCode } from '../with-code.ts';

function countsOf<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The definitions, taken literally. */
function literally(rgb: Uint8Array, width: number, blockSize: number) {
  const blocks = Array.from({ length: Math.floor(rgb.length / blockSize) }, (_, i) =>
    rgb.subarray(i * blockSize, (i + 1) * blockSize).join(),
  );
  const counts = countsOf(blocks);
  const repeated = blocks.filter((block) => counts.get(block)! > 1);
  const shares = [...countsOf(rgb).values()].map((count) => count / rgb.length);
  const pairs = [...rgb.entries()]
    .filter(([i]) => i % (3 * width) < 3 * width - 3)
    .map(([i, value]) => [value, rgb[i + 3]!] as const);
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (of: (a: number, b: number) => number) =>
    pairs.reduce((total, [a, b]) => total + of(a - x, b - y), 0);
  const spread = Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
  return {
    blocks: blocks.length,
    distinctBlocks: counts.size,
    repeatedShare: blocks.length === 0 ? 0 : repeated.length / blocks.length,
    entropy: shares.reduce((bits, share) => bits - share * Math.log2(share), 0),
    correlation: pairs.length === 0 || spread < 1e-9 ? null : sum((a, b) => a * b) / spread,
  };
}

describe('measure', () => {
  it('agrees with the definitions taken literally', () => {
    const dimension = fc.integer({ min: 1, max: 12 });
    const colours = fc.constantFrom(1, 2, 3, 256);
    fc.assert(
      fc.property(
        dimension,
        dimension,
        fc.constantFrom(8, 16),
        fc.nat(),
        colours,
        (w, h, size, seed, most) => {
          const pixel = (i: number) => (Math.imul(i + seed, 0x9e3779b1) >>> 8) % most;
          const rgb = Uint8Array.from({ length: 3 * w * h }, (_, i) =>
            pixel(most < 4 ? Math.floor(i / 8) : i),
          );
          const { entropy, correlation, ...counted } = literally(rgb, w, size);
          const got = measure(rgb, w, size);
          expect(got).toMatchObject(counted);
          expect(got.entropy).toBeCloseTo(entropy, 9);
          if (correlation === null) expect(got.correlation).toBeNull();
          else expect(got.correlation).toBeCloseTo(correlation, 9);
        },
      ),
    );
  });

  it('counts a block once for its value, and as repeated from its first occurrence on', () => {
    const rgb = new Uint8Array(48);
    rgb[0] = 1;
    rgb[8] = 2;
    rgb[16] = 1;
    rgb[40] = 3;
    const { blocks, distinctBlocks, repeatedShare } = measure(rgb, 16, 8);
    expect({ blocks, distinctBlocks, repeatedShare }).toEqual({
      blocks: 6,
      distinctBlocks: 4,
      repeatedShare: 4 / 6,
    });
  });

  it('leaves a last partial block out', () => {
    expect(measure(new Uint8Array(45), 15, 16)).toMatchObject({
      blocks: 2,
      distinctBlocks: 1,
      repeatedShare: 1,
    });
    expect(measure(new Uint8Array(3), 1, 16)).toMatchObject({
      blocks: 0,
      distinctBlocks: 0,
      repeatedShare: 0,
    });
  });

  it('gives 8 bits per byte where all values are as frequent, and 0 for one', () => {
    expect(
      measure(
        Uint8Array.from({ length: 768 }, (_, i) => i & 255),
        16,
        16,
      ).entropy,
    ).toBe(8);
    expect(measure(new Uint8Array(48).fill(9), 4, 16).entropy).toBe(0);
  });

  it('pairs neighbours of one channel within a row only', () => {
    const rising = Uint8Array.of(0, 100, 200, 1, 101, 201, 2, 102, 202);
    expect(measure(rising, 3, 8).correlation).toBeCloseTo(1, 12);
    // In each row both pixels are equal; from row to row they are not.
    const rows = Uint8Array.of(9, 9, 9, 9, 9, 9, 200, 200, 200, 200, 200, 200);
    expect(measure(rows, 2, 8).correlation).toBeCloseTo(1, 12);
    const opposite = Uint8Array.of(0, 0, 0, 9, 9, 9, 9, 9, 9, 0, 0, 0);
    expect(measure(opposite, 2, 8).correlation).toBeCloseTo(-1, 12);
  });

  it('has no correlation for one column, nor where all samples are equal', () => {
    expect(measure(Uint8Array.of(1, 2, 3, 4, 5, 6), 1, 8).correlation).toBeNull();
    expect(measure(new Uint8Array(3 * 70_000).fill(251), 70, 16).correlation).toBeNull();
  });

  it('reads a view that starts at an odd byte', () => {
    const rgb = Uint8Array.from({ length: 48 }, (_, i) => i % 16);
    const shifted = new Uint8Array(50);
    shifted.set(rgb, 1);
    expect(measure(shifted.subarray(1, 49), 4, 16)).toEqual(measure(rgb, 4, 16));
  });

  it('refuses partial rows and odd blocks', () => {
    expect(() => measure(new Uint8Array(10), 2, 16)).toThrow(withCode('bad-argument', /width/));
    expect(() => measure(new Uint8Array(12), 0, 16)).toThrow(withCode('bad-argument', /width/));
    expect(() => measure(new Uint8Array(12), 2, 6)).toThrow(withCode('bad-argument', /blockSize/));
  });
});
