/**
 * JPEG (ITU-T T.81), decoded by jpeg-js after its segments were walked here.
 *
 * JPEG carries no checksum and jpeg-js shows grey for data that never came, so the walk checks what can be
 * checked: the end marker, every component's scan, every restart interval. Baseline and progressive pictures
 * of 8 bits are read, in grey, YCbCr, RGB, and CMYK as Adobe writes it.
 */
import { decode } from 'jpeg-js';
import { CryptoError } from '../errors.ts';
import { type JpegFrame, walkJpeg } from './jpeg-segments.ts';
import { MAX_PIXELS, type Picture, pictureOf } from './picture.ts';

/** The coefficients of MAX_PIXELS without subsampling take 600 MB. */
const MAX_MEMORY_MB = 1536;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** `bad-format` for a damaged or truncated file, `unsupported` for rare kinds (12 bits, lossless, arithmetic). */
export function decodeJpeg(bytes: Uint8Array): Picture {
  const { frame, file } = walkJpeg(bytes);
  try {
    const { width, height, data } = decode(file, {
      useTArray: true,
      formatAsRGBA: false,
      maxResolutionInMP: MAX_PIXELS / 1e6,
      maxMemoryUsageInMB: MAX_MEMORY_MB,
      // Only lets the last restart interval end with the picture; missing data is found by the walk.
      tolerantDecoding: true,
      ...(isPlainRgb(frame) && { colorTransform: false }),
    });
    return pictureOf(width, height, data);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const large = error instanceof RangeError || /maxMemoryUsage|maxResolution|allocate/.test(reason);
    throw new CryptoError(
      large ? 'too-large' : 'bad-format',
      `JPEG: expected data that decodes, got: ${reason}`,
    );
  }
}

/** Adobe's transform code 0, or components named R, G and B where no marker says otherwise. */
function isPlainRgb({ components, adobeTransform, jfif }: JpegFrame): boolean {
  if (components.length !== 3) return false;
  if (adobeTransform !== undefined) return adobeTransform === 0;
  return !jfif && String.fromCharCode(...components.map(({ id }) => id)) === 'RGB';
}
