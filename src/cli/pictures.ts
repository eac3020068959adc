/** Pictures from and to files: what is read, and which format a name asks for. */
import { CryptoError } from '../errors.ts';
import { decodePicture, type Picture, type PictureFormat } from '../image/index.ts';
import { isJpeg } from '../image/jpeg.ts';
import { openInput, readAll } from './io/input.ts';
import type { Session } from './session.ts';

/** The largest uncompressed picture within the pixel bound, and some room. */
const FILE_LIMIT = 256 << 20;

/** Reads and decodes; says on stderr what decoding lost. Errors name the file. */
export async function readPicture(session: Session, path: string | undefined): Promise<Picture> {
  const name = path ?? '-';
  const bytes = await readAll(session, await openInput(session, path), FILE_LIMIT);
  const picture = named(name, () => decodePicture(bytes));
  if (picture.notes.includes('reduced-to-8-bit')) session.note('image.note.reduced');
  return picture;
}

/** As `readPicture`, for pixels that must be exact: `unsupported` for JPEG, which keeps none, and finer samples. */
export async function readExactPicture(session: Session, path: string | undefined): Promise<Picture> {
  const name = path ?? '-';
  const bytes = await readAll(session, await openInput(session, path), FILE_LIMIT);
  if (isJpeg(bytes)) {
    throw new CryptoError('unsupported', session.say('image.error.lossyInput', { path: name }));
  }
  const picture = named(name, () => decodePicture(bytes));
  if (picture.notes.includes('reduced-to-8-bit')) {
    throw new CryptoError('unsupported', session.say('image.error.deepInput', { path: name }));
  }
  return picture;
}

/** By the name's ending, PNG where it has none; `unsupported` for an ending whose format loses or is not written. */
export function formatOf(session: Session, output: string | undefined): PictureFormat {
  const [, ending = ''] = /\.([^./\\]+)$/.exec(output ?? '') ?? [];
  switch (ending.toLowerCase()) {
    case 'jpg':
    case 'jpeg':
    case 'webp':
    case 'gif':
    case 'avif':
    case 'heic':
      throw new CryptoError('unsupported', session.say('image.error.lossyOutput', { path: output! }));
    case 'bmp':
      return 'bmp';
    case 'ppm':
      return 'ppm';
    default:
      return 'png';
  }
}

function named<T>(path: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    throw new CryptoError(error.code, `${path}: ${error.message}`);
  }
}
