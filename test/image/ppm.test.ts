import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePicture, encodePicture } from '../../src/image/index.ts';
import { withCode } from '../with-code.ts';
import { anyPicture } from './any-picture.ts';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const samples = (text: string) => [...decodePicture(ascii(text)).rgb];

describe('ppm', () => {
  it('gives back the pixels it wrote', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        expect(decodePicture(encodePicture(picture, 'ppm'))).toEqual(picture);
      }),
    );
  });

  it('writes the plain header', () => {
    const picture = { width: 2, height: 1, rgb: Uint8Array.of(1, 2, 3, 4, 5, 6), notes: [] };
    expect(encodePicture(picture, 'ppm')).toEqual(ascii('P6\n2 1\n255\n\x01\x02\x03\x04\x05\x06'));
  });

  it('reads plain and raw, colour and grey, with comments anywhere in the header', () => {
    expect(samples('P3 # one\n#two\n2 1\r\n255\n1 2 3\n4 5 6')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(samples('P2\n2 1\n255\n7 9\n')).toEqual([7, 7, 7, 9, 9, 9]);
    expect(samples('P5 2 1 255\n\x07#')).toEqual([7, 7, 7, 35, 35, 35]);
    expect(samples('P6#x\n1 #y\n1\n255 \x0a#\x20')).toEqual([10, 35, 32]);
  });

  it('stretches other ranges to 0..255 and says when it rounds', () => {
    expect(samples('P3 1 1 15\n0 15 7')).toEqual([0, 255, 119]);
    const deep = decodePicture(ascii('P6 1 1 65535\n\x00\x00\xff\xff\x40\x00'));
    expect(deep).toEqual({
      width: 1,
      height: 1,
      rgb: Uint8Array.of(0, 255, 64),
      notes: ['reduced-to-8-bit'],
    });
  });

  it('reads the first of several pictures', () => {
    expect(samples('P6 1 1 255\nabcP6 1 1 255\ndef')).toEqual([97, 98, 99]);
  });

  it.each([
    ['P6', /width: expected a number/],
    ['P6 3', /height/],
    ['P6 3 2', /maximum sample/],
    ['P6 3 2 0\n', /1 to 65535, got 0/],
    ['P6 3 2 65536\n', /got 65536/],
    ['P6 3 -2 255\n', /height: expected a number/],
    ['P6 3 1234567890 255\n', /height/],
    ['P6 0 2 255\n', /at least 1, got 0 x 2/],
    ['P6 2 1 255\nabcde', /expected at least 6 bytes .* got 5; it is cut off/],
    ['P3 2 1 255\n1 2 3 4 5', /cut off/],
    ['P3 2 1 255\n1 2 3 4 5     ', /sample: expected a number/],
    ['P3 1 1 255\n1 2 x', /sample/],
    ['P3 1 1 15\n1 2 16', /at most 15, got 16/],
  ])('refuses %j', (text, message) => {
    expect(() => decodePicture(ascii(text))).toThrow(withCode('bad-format', message));
  });

  it('refuses bitmaps, PAM and absurd sizes', () => {
    for (const kind of ['P1', 'P4', 'P7']) {
      expect(() => decodePicture(ascii(`${kind}\n1 1\n1`))).toThrow(
        withCode('unsupported', /convert it to PPM/),
      );
    }
    expect(() => decodePicture(ascii('P6 99999999 99999999 255\n'))).toThrow(withCode('too-large'));
  });
});
