/** Pictures as files, without any loss: what is decoded again has the same pixels. */
import { CryptoError, orList } from '../errors.ts';
import { encodeBmp } from './bmp.ts';
import type { Picture } from './picture.ts';
import { encodePng } from './png.ts';
import { encodePpm } from './ppm.ts';

const FORMATS = ['png', 'bmp', 'ppm'] as const;

export type PictureFormat = (typeof FORMATS)[number];

/**
 * The same picture gives the same bytes. BMP and PPM hold no alpha here: `unsupported`, use PNG. `bad-argument`
 * for any other format.
 */
export function encodePicture(picture: Picture, format: PictureFormat): Uint8Array {
  if (!FORMATS.includes(format)) {
    throw new CryptoError(
      'bad-argument',
      `format: expected ${orList(FORMATS)}, got ${JSON.stringify(format)}`,
    );
  }
  if (format === 'png') return encodePng(picture);
  if (picture.alpha) {
    throw new CryptoError(
      'unsupported',
      `${format.toUpperCase()} output: expected an opaque picture, got one with an alpha channel; write PNG instead`,
    );
  }
  return format === 'bmp' ? encodeBmp(picture) : encodePpm(picture);
}
