import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePicture, encodePicture } from '../../src/image/index.ts';
import { withCode } from '../with-code.ts';
import { anyPicture } from './any-picture.ts';
import { type BmpSpec, makeBmp } from './make-bmp.ts';

/** 3 x 2 with one pixel of each, so that rows need padding in every depth. */
const COLOURS = [0xff0000, 0x00ff00, 0x0000ff, 0x102030, 0xffffff, 0x000000];
const RGB = COLOURS.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
const decode = (spec: Omit<BmpSpec, 'width' | 'height'> & Partial<BmpSpec>) =>
  decodePicture(makeBmp({ width: 3, height: 2, ...spec }));

describe('bmp', () => {
  it('gives back the pixels it wrote', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        expect(decodePicture(encodePicture(picture, 'bmp'))).toEqual(picture);
      }),
    );
  });

  it('reads the 24-bit bitmap that it writes as an independent writer makes it', () => {
    const picture = { width: 3, height: 2, rgb: Uint8Array.from(RGB), notes: [] };
    const ours = encodePicture(picture, 'bmp');
    const theirs = makeBmp({ width: 3, height: 2, bits: 24, pixels: COLOURS });
    // They differ in the size of the data and the resolution only, which may be zero.
    expect(ours.fill(0, 34, 46)).toEqual(theirs);
  });

  it.each([12, 40, 52, 56, 108, 124])('reads true colour behind a header of %i bytes', (headerSize) => {
    expect([...decode({ bits: 24, headerSize, pixels: COLOURS }).rgb]).toEqual(RGB);
  });

  it('reads rows from the top, and pixels behind a gap', () => {
    expect([...decode({ bits: 24, height: -2, pixels: COLOURS }).rgb]).toEqual(RGB);
    expect([...decode({ bits: 24, gap: 5, pixels: COLOURS }).rgb]).toEqual(RGB);
  });

  it.each([1, 2, 4, 8])('reads %i bits through the palette', (bits) => {
    const palette = COLOURS.slice(0, Math.min(6, 2 ** bits));
    const pixels = COLOURS.map((_, i) => i % palette.length);
    const expected = pixels.flatMap((i) => RGB.slice(3 * i, 3 * i + 3));
    expect([...decode({ bits, palette, pixels }).rgb]).toEqual(expected);
    expect([...decode({ bits, palette, pixels, height: -2 }).rgb]).toEqual(expected);
    expect([...decode({ bits, palette, pixels, headerSize: 12 }).rgb]).toEqual(expected);
  });

  it('stretches 5 and 6 bits to the whole range', () => {
    const pixels = [0x7fff, 0x7c00, 0x03e0, 0x001f, 0x0000, 0x4210];
    const expected = [
      [255, 255, 255],
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [0, 0, 0],
      [132, 132, 132],
    ];
    expect([...decode({ bits: 16, pixels }).rgb]).toEqual(expected.flat());
    const masks = [0xf800, 0x07e0, 0x001f];
    const rgb565 = decode({
      bits: 16,
      compression: 3,
      masks,
      pixels: [0xffff, 0xf800, 0x07e0, 0x001f, 0, 0x8410],
    });
    expect([...rgb565.rgb]).toEqual([...expected.slice(0, 5).flat(), 132, 130, 132]);
  });

  it('reads 32 bits, ignores their spare byte, and takes alpha only from a mask', () => {
    const pixels = COLOURS.map((colour, i) => colour + i * 0x1000000);
    expect(decode({ bits: 32, pixels })).toEqual({
      width: 3,
      height: 2,
      rgb: Uint8Array.from(RGB),
      notes: [],
    });
    const masks = [0xff0000, 0x00ff00, 0x0000ff, 0xff000000];
    for (const headerSize of [56, 108, 124]) {
      const picture = decode({ bits: 32, compression: 3, headerSize, masks, pixels });
      expect([...picture.rgb]).toEqual(RGB);
      expect([...picture.alpha!]).toEqual([0, 1, 2, 3, 4, 5]);
    }
    expect([...decode({ bits: 32, compression: 6, masks, pixels }).alpha!]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('rounds masks of more than 8 bits and says so', () => {
    const masks = [0x3ff00000, 0x000ffc00, 0x000003ff];
    const pixels = [0x3fffffff, 0, 0x20080200, 0, 0, 0];
    const picture = decode({ bits: 32, compression: 3, masks, pixels });
    expect([...picture.rgb.subarray(0, 9)]).toEqual([255, 255, 255, 0, 0, 0, 128, 128, 128]);
    expect(picture.notes).toEqual(['reduced-to-8-bit']);
  });

  it.each<[string, Partial<BmpSpec>, RegExp]>([
    ['no width', { width: 0, pixels: [] }, /at least 1, got 0 x 2/],
    ['no height', { height: 0, pixels: [] }, /at least 1, got 3 x 0/],
    ['an unknown depth', { bits: 7 }, /biBitCount.*got 7/],
    ['masks on a palette', { bits: 8, compression: 3 }, /biBitCount/],
    [
      'an index beyond the palette',
      { bits: 8, palette: [1, 2], pixels: [0, 1, 2, 0, 0, 0] },
      /below 2, got 2/,
    ],
    ['masks with holes', { bits: 32, compression: 3, masks: [0xf0f0, 1, 2] }, /adjacent ones/],
    ['masks beyond the pixel', { bits: 16, compression: 3, masks: [0x1f0000, 1, 2] }, /within 16 bits/],
  ])('refuses %s', (_, spec, message) => {
    const attempt = () => decode({ bits: 24, pixels: COLOURS, ...spec });
    expect(attempt).toThrow(withCode('bad-format', message));
  });

  it('refuses what is compressed, and headers of OS/2', () => {
    for (const [compression, name] of [
      [1, 'RLE8'],
      [2, 'RLE4'],
      [4, 'JPEG'],
      [5, 'PNG'],
      [9, 'method 9'],
    ] as const) {
      const attempt = () => decode({ bits: 8, compression, pixels: COLOURS });
      expect(attempt).toThrow(withCode('unsupported', new RegExp(`got ${name}; save it uncompressed`)));
    }
    expect(() => decode({ bits: 24, headerSize: 64, pixels: COLOURS })).toThrow(
      withCode('unsupported', /OS\/2/),
    );
  });

  it('refuses pixels that begin inside the header', () => {
    const file = makeBmp({ width: 3, height: 2, bits: 24, pixels: COLOURS });
    file[10] = 20;
    expect(() => decodePicture(file)).toThrow(withCode('bad-format', /after byte 54, got 20/));
  });

  const sample = new URL('../../../shared/samples/images/pic_original.bmp', import.meta.url);
  it.skipIf(!existsSync(sample))('reads the picture of the samples', () => {
    const file = new Uint8Array(readFileSync(sample));
    const picture = decodePicture(file);
    expect([picture.width, picture.height]).toEqual([460, 134]);
    const lastRow = Uint8Array.from(
      picture.rgb.subarray(3 * 460 * 133),
      (_, i) => file[54 + i - (i % 3) + 2 - (i % 3)]!,
    );
    expect(picture.rgb.subarray(3 * 460 * 133)).toEqual(lastRow);
  });
});
