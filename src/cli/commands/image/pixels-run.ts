/** The work of `crypto image encrypt|decrypt`: the pixels of a picture, which stays a picture of the same size. */
import { toHex } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { decryptPixels, encodePicture, encryptPixels, type PixelMode } from '../../../image/index.ts';
import { CIPHERS } from '../../ciphers.ts';
import { startSteps } from '../../io/progress.ts';
import { formatOf, readExactPicture, readPicture } from '../../pictures.ts';
import { runPipeFrom, unchanged } from '../../pipeline.ts';
import type { Session } from '../../session.ts';
import { drawnSecrets, givenSecrets, type SecretOptions, type Secrets } from './secrets.ts';

export interface PixelOptions extends SecretOptions {
  readonly mode: PixelMode;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
}

export async function runPixels(
  session: Session,
  verb: 'encrypt' | 'decrypt',
  image: string | undefined,
  options: PixelOptions,
): Promise<void> {
  const { mode } = options;
  const encrypting = verb === 'encrypt';
  const format = formatOf(session, options.output);
  const steps = startSteps(session, 3);
  try {
    const picture = await (encrypting ? readPicture : readExactPicture)(session, image);
    if (picture.alpha && format !== 'png') {
      throw new CryptoError('unsupported', session.say('image.error.alphaFormat', { path: options.output! }));
    }
    let secrets: Secrets | undefined;
    // Nothing is drawn or said before the output is open.
    const file = (async function* () {
      secrets = (encrypting ? drawnSecrets : givenSecrets)(session, options, mode !== 'ecb');
      const cipher = CIPHERS[options.cipher].create(secrets.key);
      if (encrypting) noteWeakness(session, options);
      if (picture.alpha) session.note('image.note.alphaKept');
      await steps.next();
      const turned = (encrypting ? encryptPixels : decryptPixels)(picture, cipher, mode, secrets.iv);
      await steps.next();
      yield encodePicture(turned, format);
    })();
    const { width, height } = picture;
    await runPipeFrom(session, { name: image ?? '-', size: undefined, chunks: file }, options, {
      open: () => unchanged,
      facts: () => ({
        cipher: options.cipher,
        mode,
        ...(encrypting &&
          secrets && { key: toHex(secrets.key), ...(secrets.iv && { iv: toHex(secrets.iv) }) }),
        format,
        width,
        height,
        alpha: picture.alpha !== undefined,
      }),
    });
  } finally {
    steps.stop();
  }
}

function noteWeakness(session: Session, { cipher, mode }: PixelOptions): void {
  const { weakness } = CIPHERS[cipher];
  if (weakness) session.note(weakness);
  if (mode === 'ecb') session.note('image.weak.ecb');
}
