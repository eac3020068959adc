import { describe, expect, it } from 'vitest';
import { drawPadlock, encodePicture } from '../../src/image/index.ts';
import { withCode } from '../with-code.ts';

describe('encodePicture', () => {
  it('refuses alpha where the format would lose it', () => {
    const picture = { width: 1, height: 1, rgb: new Uint8Array(3), alpha: Uint8Array.of(9), notes: [] };
    for (const format of ['bmp', 'ppm'] as const) {
      expect(() => encodePicture(picture, format)).toThrow(withCode('unsupported', /write PNG instead/));
    }
  });

  it('refuses a format it does not write, as plain JavaScript may ask for', () => {
    const attempt = () => Reflect.apply(encodePicture, undefined, [drawPadlock(), 'jpeg']);
    expect(attempt).toThrow(withCode('bad-argument', /^format: expected png, bmp or ppm, got "jpeg"$/));
  });
});
