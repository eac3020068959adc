import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/image/index.ts';
import { withCode } from '../with-code.ts';
import { type JpegSpec, makeJpeg, segment } from './make-jpeg.ts';

/** 24 x 16 in six blocks. */
const GREYS = [0, 255, 128, 17, 200, 90];
const grey = (spec: Partial<JpegSpec> = {}) => makeJpeg({ width: 24, height: 16, blocks: [GREYS], ...spec });
/** The sample in the middle of block `i` of three in a row. */
const middle = (rgb: Uint8Array, i: number, channel = 0) =>
  rgb[3 * ((Math.floor(i / 3) * 8 + 4) * 24 + (i % 3) * 8 + 4) + channel];
const means = (file: Uint8Array) => {
  const { rgb } = decodePicture(file);
  return GREYS.map((_, i) => [0, 1, 2].map((channel) => middle(rgb, i, channel)));
};
/** jpeg-js cuts fractions of a colour off. */
const expectNear = (got: (number | undefined)[], expected: number[]) => {
  for (const [i, value] of expected.entries()) expect(Math.abs(got[i]! - value)).toBeLessThan(1.5);
};
/** The byte offset of a marker. */
const find = (file: Uint8Array, marker: number) =>
  file.findIndex((byte, i) => byte === 0xff && file[i + 1] === marker);
const without = (file: Uint8Array, start: number, end: number) =>
  Uint8Array.from([...file.subarray(0, start), ...file.subarray(end)]);

describe('jpeg', () => {
  it('reads what an encoder wrote, to within its losses', () => {
    const data = new Uint8Array(4 * 20 * 10);
    for (let i = 0; i < 200; i++) data.set([i, 255 - i, 100, 255], 4 * i);
    const picture = decodePicture(new Uint8Array(encode({ width: 20, height: 10, data }, 100).data));
    expect([picture.width, picture.height]).toEqual([20, 10]);
    const worst = Math.max(
      ...picture.rgb.map((value, i) => Math.abs(value - data[4 * Math.floor(i / 3) + (i % 3)]!)),
    );
    expect(worst).toBeLessThan(16);
    expect(picture.alpha).toBeUndefined();
  });

  it('reads grey, in one go and in restart intervals that do not divide it', () => {
    const expected = GREYS.map((value) => [value, value, value]);
    expect(means(grey())).toEqual(expected);
    for (const interval of [1, 2, 3, 4, 5, 6, 100]) expect(means(grey({ interval }))).toEqual(expected);
  });

  it('reads YCbCr, RGB and Adobe’s inks', () => {
    const flat = (value: number) => GREYS.map(() => value);
    const colours = [flat(200), flat(100), flat(150)];
    const ycc = [200 + 1.402 * 22, 200 + 0.344136 * 28 - 0.714136 * 22, 200 - 1.772 * 28];
    expectNear(means(grey({ blocks: colours }))[0]!, ycc);
    expectNear(means(grey({ blocks: colours, separate: true }))[0]!, ycc);
    expectNear(means(grey({ blocks: colours, adobeTransform: 1 }))[0]!, ycc);
    expect(means(grey({ blocks: colours, adobeTransform: 0 }))[0]).toEqual([200, 100, 150]);
    expect(means(grey({ blocks: colours, ids: [82, 71, 66] }))[0]).toEqual([200, 100, 150]);
    // Adobe stores inks inverted: 255 is no ink.
    const inks = [flat(255), flat(128), flat(0), flat(255)];
    expect(means(grey({ blocks: inks, adobeTransform: 0 }))[0]).toEqual([255, 128, 0]);
  });

  it('reads the picture whatever comes after its end, and fill bytes between segments', () => {
    const file = grey();
    expect(means(Uint8Array.from([...file, 1, 2, 3]))).toEqual(means(file));
    const at = find(file, 0xdb);
    expect(means(Uint8Array.from([...file.subarray(0, at), 0xff, 0xff, ...file.subarray(at)]))).toEqual(
      means(file),
    );
  });

  const scan = find(grey(), 0xda);
  const wide = grey({ blocks: [GREYS, GREYS, GREYS] });
  const secondScan = (file: Uint8Array) =>
    file.findLastIndex((byte, i) => byte === 0xff && file[i + 1] === 0xda);
  const separate = grey({ blocks: [GREYS, GREYS, GREYS], separate: true });
  const restarts = grey({ interval: 2 });
  it.each<[string, Uint8Array, RegExp]>([
    ['no end marker', grey().subarray(0, -2), /end marker.*cut off/],
    ['no scan', without(grey(), scan, grey().length - 2), /scan of component 1/],
    [
      'a component without its scan',
      without(separate, secondScan(separate), separate.length - 2),
      /scan of component 3/,
    ],
    [
      'a restart interval that is missing',
      without(restarts, find(restarts, 0xd1), restarts.length - 2),
      /expected 2 restart markers, got 1/,
    ],
    ['data that ends early', without(grey(), grey().length - 4, grey().length - 2), /data that decodes/],
    ['no frame', without(grey(), find(grey(), 0xc0), scan), /frame before the scan/],
    ['nothing but an end', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), /frame before the end/],
    [
      'two frames',
      Uint8Array.from([...grey().subarray(0, scan), ...segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])]),
      /one frame/,
    ],
    ['no Huffman tables', without(grey(), find(grey(), 0xc4), find(grey(), 0xc0)), /data that decodes/],
    ['no width', grey({ width: 0 }), /at least 1, got 0 x 16/],
    ['no height', grey({ height: 0 }), /at least 1, got 24 x 0/],
    ['one component twice', grey({ blocks: [GREYS, GREYS, GREYS], ids: [1, 2, 2] }), /distinct components/],
    [
      'rubbish between segments',
      Uint8Array.from([...grey().subarray(0, scan), 7, 7]),
      /expected a marker at byte .* got 0x07/,
    ],
    ['a segment of no length', Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 1), /segment 0xdb/],
  ])('refuses %s', (_, file, message) => {
    expect(() => decodePicture(file)).toThrow(withCode('bad-format', message));
  });

  it('refuses a picture whose only scan refines what never came', () => {
    const file = grey({ frameMarker: 0xc2 });
    file[scan + 7] = 1;
    expect(() => decodePicture(file)).toThrow(withCode('bad-format', /scan of component 1/));
  });

  it('refuses a scan of components that the frame has not', () => {
    const file = wide.slice();
    file[find(file, 0xda) + 5] = 9;
    expect(() => decodePicture(file)).toThrow(withCode('bad-format', /components of the frame, got 9, 2, 3/));
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['12 bits', grey({ precision: 12 }), /12 bits/],
    ['lossless', grey({ frameMarker: 0xc3 }), /frame 0xc3/],
    ['arithmetic coding', grey({ frameMarker: 0xc9 }), /frame 0xc9/],
    ['two components', grey({ blocks: [GREYS, GREYS] }), /2 components/],
    ['four inks that nobody explains', grey({ blocks: [GREYS, GREYS, GREYS, GREYS] }), /four inks/],
  ])('refuses %s', (_, file, message) => {
    expect(() => decodePicture(file)).toThrow(withCode('unsupported', message));
  });

  it('reads many segments, but not any number', () => {
    const file = grey();
    const interval = segment(0xdd, [0, 0]);
    const stuffed = (count: number) => {
      const filled = new Uint8Array(file.length + count * interval.length);
      filled.set(file.subarray(0, 2));
      for (let i = 0; i < count; i++) filled.set(interval, 2 + i * interval.length);
      filled.set(file.subarray(2), 2 + count * interval.length);
      return filled;
    };
    expect(decodePicture(stuffed(60_000))).toEqual(decodePicture(file));
    expect(() => decodePicture(stuffed(200_000))).toThrow(withCode('bad-format', /at most 65536 segments/));
  });

  it('refuses an absurd size and endless scans before decoding', () => {
    expect(() => decodePicture(grey({ width: 65535, height: 65535 }))).toThrow(withCode('too-large'));
    const one = makeJpeg({ width: 5000, height: 5000, blocks: [[128]] });
    expect(() => decodePicture(one)).toThrow(withCode('bad-format', /at least 48829 bytes .* got 1/));
    const at = find(one, 0xda);
    one[at + 7] = 1; // the spectral start: a scan that refines
    const scans = Array.from({ length: 50 }, () => [...one.subarray(at, -2)]).flat();
    const many = Uint8Array.from([...one.subarray(0, at), ...scans, 0xff, 0xd9]);
    expect(() => decodePicture(many)).toThrow(withCode('too-large', /fewer scans/));
  });
});
