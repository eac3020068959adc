/** `crypto image encrypt|decrypt`: the pixels of a picture, which stays a picture of the same size. */
import { type Command, Option } from '@commander-js/extra-typings';
import { type Incremental, toHex } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import {
  decryptPixels,
  encodePicture,
  encryptPixels,
  PIXEL_MODES,
  type PixelMode,
} from '../../image/index.ts';
import { CIPHER_NAMES, CIPHERS, type CipherName } from '../ciphers.ts';
import { addExample, forceOption, outputOption, seedOption } from '../options.ts';
import { formatOf, readExactPicture, readPicture } from '../pictures.ts';
import { runPipeFrom } from '../pipeline.ts';
import type { Session } from '../session.ts';
import { drawnSecrets, givenSecrets, type SecretOptions, type Secrets } from './image-secrets.ts';

interface PixelOptions extends SecretOptions {
  readonly mode: PixelMode;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
}

const KEY = '000102030405060708090a0b0c0d0e0f';

export function registerPixels(noun: Command, session: Session, verb: 'encrypt' | 'decrypt'): void {
  const command = noun
    .command(verb)
    .description(session.say(`image.${verb}.about`))
    .argument('[image]', session.say('image.arg.image'))
    .addOption(
      new Option('--cipher <name>', session.say('modes.opt.cipher'))
        .choices(CIPHER_NAMES)
        .default('aes' as CipherName),
    )
    .addOption(
      new Option('--mode <mode>', session.say('cli.opt.mode'))
        .choices(PIXEL_MODES)
        .default('cbc' as PixelMode),
    )
    .option('--key <bytes>', session.say(`image.opt.key.${verb}`))
    .option('--iv <bytes>', session.say(`image.opt.iv.${verb}`))
    .addOption(outputOption(session))
    .addOption(forceOption(session));
  if (verb === 'encrypt') {
    command
      .addOption(seedOption(session))
      .action((image, options) => runPixels(session, verb, image, options));
  } else {
    command.action((image, options) => runPixels(session, verb, image, options));
  }
  const draw = 'crypto image compare --modes ecb --force -o panels.png';
  const encrypt = `crypto image encrypt panels.png --mode ecb --key ${KEY} --force -o secret.png`;
  const decrypt = `crypto image decrypt secret.png --mode ecb --key ${KEY} --force -o clear.png`;
  addExample(command, session, draw, encrypt, ...(verb === 'decrypt' ? [decrypt] : []));
}

async function runPixels(
  session: Session,
  verb: 'encrypt' | 'decrypt',
  image: string | undefined,
  options: PixelOptions,
): Promise<void> {
  const { mode } = options;
  const encrypting = verb === 'encrypt';
  const format = formatOf(session, options.output);
  const picture = await (encrypting ? readPicture : readExactPicture)(session, image);
  if (picture.alpha && format !== 'png') {
    throw new CryptoError('unsupported', session.say('image.error.alphaFormat', { path: options.output! }));
  }
  let secrets: Secrets | undefined;
  // Nothing is drawn or said before the output is open.
  const file = (function* () {
    secrets = (encrypting ? drawnSecrets : givenSecrets)(session, options, mode !== 'ecb');
    const cipher = CIPHERS[options.cipher].create(secrets.key);
    if (encrypting) noteWeakness(session, options);
    if (picture.alpha) session.note('image.note.alphaKept');
    const turned = encrypting ? encryptPixels : decryptPixels;
    yield encodePicture(turned(picture, cipher, mode, secrets.iv), format);
  })();
  const { width, height } = picture;
  await runPipeFrom(session, { name: image ?? '-', size: undefined, chunks: file }, options, {
    open: () => unchanged,
    facts: () => ({
      cipher: options.cipher,
      mode,
      ...(encrypting && secrets && { key: toHex(secrets.key), ...(secrets.iv && { iv: toHex(secrets.iv) }) }),
      format,
      width,
      height,
      alpha: picture.alpha !== undefined,
    }),
  });
}

const unchanged: Incremental = { update: (chunk) => chunk, final: () => new Uint8Array(0) };

function noteWeakness(session: Session, { cipher, mode }: PixelOptions): void {
  if (cipher === 'des') session.note('cli.weak.des');
  if (cipher === '3des') session.note('cli.weak.3des');
  if (mode === 'ecb') session.note('image.weak.ecb');
}
