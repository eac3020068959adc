/** Pictures as files, without any loss: what is decoded again has the same pixels. */
import { CryptoError } from '../errors.ts';
import { encodeBmp } from './bmp.ts';
import type { Picture } from './picture.ts';
import { encodePng } from './png.ts';
import { encodePpm } from './ppm.ts';

export type PictureFormat = 'png' | 'bmp' | 'ppm';

/** The same picture gives the same bytes. BMP and PPM hold no alpha here: `unsupported`, use PNG. */
export function encodePicture(picture: Picture, format: PictureFormat): Uint8Array {
  if (format === 'png') return encodePng(picture);
  if (picture.alpha) {
    throw new CryptoError(
      'unsupported',
      `${format.toUpperCase()} output: expected an opaque picture, got one with an alpha channel; write PNG instead`,
    );
  }
  return format === 'bmp' ? encodeBmp(picture) : encodePpm(picture);
}
