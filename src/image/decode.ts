/**
 * Any picture that can be read, recognised by its content and not by its name.
 *
 * Sizes in headers are judged before anything is decoded, and a damaged or truncated file is refused: no
 * picture is ever filled up with grey.
 */
import { CryptoError, expectBytes } from '../errors.ts';
import { decodeBmp, isBmp } from './bmp.ts';
import { decodeJpeg, isJpeg } from './jpeg.ts';
import type { Picture } from './picture.ts';
import { decodePng, isPng } from './png.ts';
import { decodePpm, isNetpbm } from './ppm.ts';

/** Begin with these bytes (latin-1), and are known but not read here. */
const OTHER_FORMATS: readonly (readonly [start: RegExp, name: string])[] = [
  [/^GIF8/, 'GIF'],
  [/^RIFF....WEBP/s, 'WebP'],
  [/^(II\*\0|MM\0\*)/, 'TIFF'],
  [/^....ftyp/s, 'HEIC, AVIF or a film'],
  [/^8BPS/, 'Photoshop'],
  [/^%PDF/, 'PDF'],
  [/^\s*(<\?xml|<svg|<!DOCTYPE)/i, 'SVG or another text'],
];

/**
 * Decodes PNG, JPEG, BMP and PPM/PGM.
 *
 * Throws `bad-format` for what is damaged, truncated, empty or no picture, `too-large` for more pixels than
 * MAX_PIXELS, `unsupported` for what is known but not read. EXIF rotation and colour profiles are not applied.
 */
export function decodePicture(bytes: Uint8Array): Picture {
  expectBytes('bytes', bytes);
  if (isPng(bytes)) return decodePng(bytes);
  if (isJpeg(bytes)) return decodeJpeg(bytes);
  if (isBmp(bytes)) return decodeBmp(bytes);
  if (isNetpbm(bytes)) return decodePpm(bytes);
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const other = OTHER_FORMATS.find(([pattern]) => pattern.test(start));
  if (other) throw new CryptoError('unsupported', `picture: expected PNG, JPEG, BMP or PPM, got ${other[1]}`);
  const got = bytes.length === 0 ? 'an empty file' : 'something else';
  throw new CryptoError('bad-format', `picture: expected PNG, JPEG, BMP or PPM, got ${got}`);
}
