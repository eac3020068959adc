import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePicture, encodePicture } from '../../src/image/index.ts';
import { withCode } from '../with-code.ts';
import { anyPicture } from './any-picture.ts';
import { CHANNELS, chunk, header, join, makePng, type PngSpec } from './make-png.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const END = chunk('IEND', new Uint8Array(0));
const idat = (...bytes: number[]) => chunk('IDAT', new Uint8Array(deflateSync(Uint8Array.from(bytes))));

/** What a kind's samples mean, straight from the standard. */
function expectedPixels({ colourType, depth, samples, palette }: PngSpec): {
  rgb: number[];
  alpha: number[];
} {
  const step = CHANNELS[colourType]!;
  const to8 = (sample: number) => Math.round((sample / (2 ** depth - 1)) * 255);
  const rgb: number[] = [];
  const alpha: number[] = [];
  for (let at = 0; at < samples.length; at += step) {
    const pixel = samples.slice(at, at + step);
    if (colourType === 3) rgb.push(...palette!.slice(3 * pixel[0]!, 3 * pixel[0]! + 3));
    else if (step < 3) rgb.push(to8(pixel[0]!), to8(pixel[0]!), to8(pixel[0]!));
    else rgb.push(...pixel.slice(0, 3).map(to8));
    alpha.push(step === 2 || step === 4 ? to8(pixel.at(-1)!) : 255);
  }
  return { rgb, alpha };
}

const KINDS = [
  ...[1, 2, 4, 8, 16].map((depth) => ({ colourType: 0, depth })),
  ...[8, 16].map((depth) => ({ colourType: 2, depth })),
  ...[1, 2, 4, 8].map((depth) => ({ colourType: 3, depth })),
  ...[8, 16].flatMap((depth) => [4, 6].map((colourType) => ({ colourType, depth }))),
];

/** Widths and heights from 1 to 11 leave some of the seven passes empty. */
function anySpec({ colourType, depth }: { colourType: number; depth: number }): fc.Arbitrary<PngSpec> {
  return fc
    .record({
      width: fc.integer({ min: 1, max: 11 }),
      height: fc.integer({ min: 1, max: 11 }),
      seed: fc.nat(),
    })
    .map(({ width, height, seed }) => ({
      width,
      height,
      depth,
      colourType,
      samples: Array.from(
        { length: width * height * CHANNELS[colourType]! },
        (_, i) => (Math.imul(i + seed, 0x9e3779b1) >>> 8) % 2 ** depth,
      ),
      filter: (row) => (row + seed) % 5,
      ...(colourType === 3 && { palette: Array.from({ length: 3 * 2 ** depth }, (_, i) => (i * 37) & 255) }),
    }));
}

describe('png', () => {
  it.each(KINDS)('reads colour type $colourType at $depth bits, with every filter', (kind) => {
    fc.assert(
      fc.property(anySpec(kind), fc.boolean(), (spec, interlaced) => {
        const file = makePng({ ...spec, interlaced });
        const picture = decodePicture(file);
        const { rgb, alpha } = expectedPixels(spec);
        expect([picture.width, picture.height]).toEqual([spec.width, spec.height]);
        expect([...picture.rgb]).toEqual(rgb);
        expect([...(picture.alpha ?? new Uint8Array(alpha.length).fill(255))]).toEqual(alpha);
        expect(picture.notes).toEqual(kind.depth === 16 ? ['reduced-to-8-bit'] : []);
      }),
      { numRuns: 40 },
    );
  });

  it.each([1, 2, 4, 8])('reads interlaced pictures of every size at %i bits', (depth) => {
    for (let width = 1; width <= 17; width++) {
      for (let height = 1; height <= 17; height++) {
        const samples = Array.from(
          { length: width * height },
          (_, i) => (Math.imul(i + width, 0x9e3779b1) >>> 8) % 2 ** depth,
        );
        const spec = { width, height, depth, colourType: 0, samples, filter: (row: number) => row % 5 };
        const { rgb } = decodePicture(makePng({ ...spec, interlaced: true }));
        expect([...rgb]).toEqual(expectedPixels(spec).rgb);
      }
    }
  });

  it('keeps the palette of an interlaced picture, and its transparency', () => {
    const spec = { width: 3, height: 2, depth: 2, colourType: 3, samples: [0, 1, 2, 2, 1, 0] };
    const colours = { palette: [9, 8, 7, 6, 5, 4, 3, 2, 1], transparency: [7, 0] };
    const plain = decodePicture(makePng({ ...spec, ...colours }));
    expect(decodePicture(makePng({ ...spec, ...colours, interlaced: true }))).toEqual(plain);
    expect([...plain.alpha!]).toEqual([7, 0, 255, 255, 0, 7]);
  });

  it('refuses damage in an interlaced picture of few bits', () => {
    const shape = { width: 1, height: 1, depth: 1, colourType: 0, interlaced: true };
    const file = join(SIGNATURE, header(shape), idat(0, 128), END);
    expect([...decodePicture(file).rgb]).toEqual([255, 255, 255]);
    const damaged = file.slice();
    damaged[damaged.length - END.length - 1]! ^= 1;
    expect(() => decodePicture(damaged)).toThrow(withCode('bad-format', /^PNG IDAT: expected the CRC/));
    const filtered = join(SIGNATURE, header(shape), idat(5, 128), END);
    expect(() => decodePicture(filtered)).toThrow(
      withCode('bad-format', /sound chunks and rows, got: .*filter.* 5/),
    );
  });

  it('gives back the pixels and the alpha it wrote, and always writes the same bytes', () => {
    fc.assert(
      fc.property(anyPicture, fc.nat(255), (opaque, level) => {
        const alpha = new Uint8Array(opaque.width * opaque.height).fill(255);
        alpha[0] = Math.min(254, level);
        for (const picture of [opaque, { ...opaque, alpha }]) {
          const file = encodePicture(picture, 'png');
          expect(decodePicture(file)).toEqual(picture);
          expect(encodePicture(picture, 'png')).toEqual(file);
        }
      }),
    );
  });

  it('makes the transparent colour of tRNS transparent, at the depth of the file', () => {
    const grey = makePng({
      width: 2,
      height: 1,
      depth: 4,
      colourType: 0,
      samples: [3, 4],
      transparency: [0, 3],
    });
    expect([...decodePicture(grey).alpha!]).toEqual([0, 255]);
    const colours = { width: 2, height: 1, depth: 8, colourType: 2, samples: [1, 2, 3, 1, 2, 4] };
    const picture = decodePicture(makePng({ ...colours, transparency: [0, 1, 0, 2, 0, 3] }));
    expect([...picture.alpha!]).toEqual([0, 255]);
    const deep = { width: 2, height: 1, depth: 16, colourType: 0, samples: [256, 257] };
    expect([...decodePicture(makePng({ ...deep, transparency: [1, 1] })).alpha!]).toEqual([255, 0]);
    for (const transparency of [[1], [0, 1, 2]]) {
      expect(() => decodePicture(makePng({ ...deep, transparency }))).toThrow(withCode('bad-format', /tRNS/));
    }
  });

  it('reads a palette with alpha, and forgets alpha that is opaque everywhere', () => {
    const spec = {
      width: 3,
      height: 1,
      depth: 2,
      colourType: 3,
      samples: [0, 1, 2],
      palette: [9, 8, 7, 6, 5, 4, 3, 2, 1],
    };
    expect(decodePicture(makePng({ ...spec, transparency: [7, 0] }))).toEqual({
      width: 3,
      height: 1,
      rgb: Uint8Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1),
      alpha: Uint8Array.of(7, 0, 255),
      notes: [],
    });
    expect(decodePicture(makePng({ ...spec, transparency: [255] })).alpha).toBeUndefined();
  });

  it('leaves a suggested palette and a profile that would not inflate alone', () => {
    const plain = { width: 1, height: 1, depth: 8, colourType: 2, samples: [1, 2, 3] };
    const file = join(
      SIGNATURE,
      header(plain),
      chunk('iCCP', Uint8Array.of(65, 0, 0, 1, 2, 3)),
      chunk('PLTE', Uint8Array.of(9, 9, 9)),
      chunk('IDAT', new Uint8Array(deflateSync(Uint8Array.of(0, 1, 2, 3)))),
      END,
    );
    expect([...decodePicture(file).rgb]).toEqual([1, 2, 3]);
  });

  const tiny = { width: 2, height: 1, depth: 8, colourType: 0 };
  it.each<[string, Uint8Array[], RegExp]>([
    ['no width', [header({ ...tiny, width: 0 })], /at least 1, got 0 x 1/],
    ['an unknown depth', [header({ ...tiny, depth: 3 })], /got 0, 3, 0/],
    ['an unknown colour type', [header({ ...tiny, colourType: 5 })], /got 5, 8, 0/],
    ['another chunk first', [idat(0, 1, 2), header(tiny)], /IHDR as the first chunk, got IDAT/],
    ['no data', [header(tiny), END], /zlib stream/],
    ['too little data', [header(tiny), idat(0, 1), END], /expected 3 bytes .* got 2/],
    ['too much data', [header(tiny), idat(0, 1, 2, 3), END], /expected 3 bytes .* got more/],
    ['an unknown filter', [header(tiny), idat(5, 1, 2), END], /sound chunks and rows/],
    ['no end', [header(tiny), idat(0, 1, 2)], /chunk length: expected 4 bytes/],
    ['no palette', [header({ ...tiny, colourType: 3 }), idat(0, 0, 0), END], /expected a PLTE chunk/],
    [
      'an index beyond the palette',
      [header({ ...tiny, colourType: 3 }), chunk('PLTE', Uint8Array.of(1, 2, 3)), idat(0, 0, 1), END],
      /below 1, got 1/,
    ],
    [
      'a broken palette',
      [header({ ...tiny, colourType: 3 }), chunk('PLTE', Uint8Array.of(1, 2)), idat(0, 0, 0), END],
      /multiple of 3/,
    ],
    [
      'a stream cut short',
      [header(tiny), chunk('IDAT', new Uint8Array(deflateSync(Uint8Array.of(0, 1, 2))).subarray(0, 4)), END],
      /PNG data/,
    ],
  ])('refuses %s', (_, parts, message) => {
    expect(() => decodePicture(join(SIGNATURE, ...parts))).toThrow(withCode('bad-format', message));
  });

  it('refuses a chunk whose check sum does not hold', () => {
    const data = idat(0, 1, 2);
    data[data.length - 1]! ^= 1;
    expect(() => decodePicture(join(SIGNATURE, header(tiny), data, END))).toThrow(
      withCode('bad-format', /CRC/),
    );
  });

  it('refuses what it cannot read right', () => {
    const foreign = join(SIGNATURE, header(tiny), chunk('ABCD', new Uint8Array(1)), idat(0, 1, 2), END);
    expect(() => decodePicture(foreign)).toThrow(withCode('unsupported', /critical chunk, got ABCD/));
    const apple = join(SIGNATURE, chunk('CgBI', new Uint8Array(4)), header(tiny), END);
    expect(() => decodePicture(apple)).toThrow(withCode('unsupported', /CgBI/));
  });

  it('stops a small file that would inflate to far more than its header says', () => {
    const bomb = join(
      SIGNATURE,
      header(tiny),
      chunk('IDAT', new Uint8Array(deflateSync(new Uint8Array(5e7)))),
      END,
    );
    const before = process.memoryUsage().arrayBuffers;
    expect(() => decodePicture(bomb)).toThrow(withCode('bad-format', /got more/));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(25e6);
  });

  it('reads a picture cut into many chunks, but not into any number', () => {
    const cut = (count: number) => {
      const empty = chunk('IDAT', new Uint8Array(0));
      const start = join(SIGNATURE, header(tiny), idat(0, 1, 2));
      const file = new Uint8Array(start.length + count * empty.length + END.length);
      file.set(start);
      for (let i = 0; i < count; i++) file.set(empty, start.length + i * empty.length);
      file.set(END, file.length - END.length);
      return file;
    };
    expect([...decodePicture(cut(60_000)).rgb]).toEqual([1, 1, 1, 2, 2, 2]);
    expect(() => decodePicture(cut(200_000))).toThrow(withCode('bad-format', /at most 65536 chunks/));
  });

  it('refuses depths and sizes that would take all memory', () => {
    const huge = { ...tiny, width: 4_000_000_000, height: 4_000_000_000 };
    expect(() => decodePicture(join(SIGNATURE, header(huge)))).toThrow(
      withCode('too-large', /50 million pixels/),
    );
    const deep = { width: 7000, height: 7000, depth: 16, colourType: 6 };
    const file = join(SIGNATURE, header(deep), idat(0), END);
    expect(() => decodePicture(file)).toThrow(withCode('too-large', /200000000 bytes/));
  });
});
