import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CryptoError } from '../../src/errors.ts';
import { decodePicture, encodePicture, type Picture } from '../../src/image/index.ts';
import { withCode } from '../with-code.ts';
import { makeBmp } from './make-bmp.ts';
import { makeJpeg } from './make-jpeg.ts';
import { makePng } from './make-png.ts';

const samples = Array.from({ length: 60 }, (_, i) => (i * 89) & 255);
const blocks = [0, 1, 2].map((i) => [9, 200, 77, 128].map((value) => (value * (i + 1)) & 255));
const picture: Picture = { width: 5, height: 4, rgb: Uint8Array.from(samples), notes: [] };

/** One small file of each kind, none with anything behind its pixels. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  png: makePng({ width: 5, height: 4, depth: 8, colourType: 2, samples, filter: (row) => row % 5 }),
  'png, interlaced': makePng({ width: 5, height: 4, depth: 8, colourType: 2, samples, interlaced: true }),
  bmp: encodePicture(picture, 'bmp'),
  'bmp, palette': makeBmp({ width: 4, height: 4, bits: 8, palette: [1, 2, 3], pixels: Array(16).fill(2) }),
  'bmp, masks': makeBmp({
    width: 2,
    height: 2,
    bits: 16,
    compression: 3,
    masks: [0xf800, 0x7e0, 0x1f],
    pixels: [1, 2, 3, 4],
  }),
  jpeg: makeJpeg({ width: 16, height: 16, blocks }),
  'jpeg, restarts': makeJpeg({ width: 16, height: 16, blocks, interval: 1 }),
  'jpeg, scans': makeJpeg({ width: 16, height: 16, blocks, separate: true }),
  ppm: encodePicture(picture, 'ppm'),
};

describe('decodePicture', () => {
  it.each(Object.entries(FILES))('refuses %s cut off at any byte', (_, file) => {
    expect(decodePicture(file).width).toBeGreaterThan(0);
    for (let length = 0; length < file.length; length++) {
      expect(() => decodePicture(file.subarray(0, length)), `at ${length}`).toThrow(withCode('bad-format'));
    }
  });

  it.each(Object.entries(FILES))(
    'reads or refuses %s with any bytes changed, and never fails otherwise',
    (_, file) => {
      const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
          const damaged = file.slice();
          for (const [at, value] of changes) damaged[at] = value;
          try {
            const { width, height, rgb } = decodePicture(damaged);
            expect(rgb.length).toBe(3 * width * height);
          } catch (error) {
            expect(error).toBeInstanceOf(CryptoError);
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it('reads a view into a larger buffer, and does not change it', () => {
    for (const file of Object.values(FILES)) {
      const whole = new Uint8Array(file.length + 20).fill(7);
      whole.set(file, 13);
      const view = whole.subarray(13, 13 + file.length);
      expect(decodePicture(view)).toEqual(decodePicture(file));
      expect(view).toEqual(file);
    }
  });

  it.each([
    ['GIF', 'GIF89a'],
    ['WebP', 'RIFF\x10\x00\x00\x00WEBPVP8 '],
    ['TIFF', 'II*\0'],
    ['HEIC', '\0\0\0\x20ftypheic'],
    ['PDF', '%PDF-1.7'],
    ['SVG', '<svg xmlns="">'],
  ])('names %s, which it does not read', (name, start) => {
    const file = Uint8Array.from(start, (letter) => letter.charCodeAt(0));
    expect(() => decodePicture(file)).toThrow(withCode('unsupported', new RegExp(`got ${name}`)));
  });

  it('refuses an empty file and one that is no picture', () => {
    expect(() => decodePicture(new Uint8Array(0))).toThrow(withCode('bad-format', /an empty file/));
    expect(() => decodePicture(Uint8Array.of(1, 2, 3))).toThrow(withCode('bad-format', /something else/));
  });
});
