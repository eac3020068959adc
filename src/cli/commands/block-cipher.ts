/** The verbs `encrypt` and `decrypt` that all block ciphers share. */
import { type Command, Option } from '@commander-js/extra-typings';
import { type BlockCipher, PADDINGS } from '../../block/index.ts';
import { type Incremental, toHex } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import {
  createDecryptor,
  createEncryptor,
  ivLength,
  type ModeName,
  takesPadding,
} from '../../modes/index.ts';
import type { CipherChoice, CipherName } from '../ciphers.ts';
import { anyOf } from '../lists.ts';
import {
  addExample,
  encodingOption,
  forceOption,
  inputEncodingOption,
  outputOption,
  seedOption,
} from '../options.ts';
import { integerBetween, parseBytes } from '../parse.ts';
import { type PipeOptions, runPipe } from '../pipeline.ts';
import { openRandom } from '../randomness.ts';
import { expectNoIv } from '../secrets.ts';
import type { Session } from '../session.ts';

/** What tells one block cipher's commands from another's. */
export interface BlockCipherNoun extends CipherChoice {
  /** As typed: `aes`. */
  readonly name: CipherName;
  readonly modes: readonly ModeName[];
  /** What is said of this key, where it is a bad one. */
  readonly keyRemark?: (key: Uint8Array) => 'cli.weak.desKey' | undefined;
  /** A key for the example. */
  readonly exampleKey: string;
}

interface CipherOptions extends PipeOptions {
  readonly mode: ModeName;
  readonly key?: string | undefined;
  readonly iv?: string | undefined;
  readonly prependIv?: true | undefined;
  readonly padding?: (typeof PADDINGS)[number] | undefined;
  readonly aad?: string | undefined;
  readonly tagLength?: number | undefined;
}

export function registerBlockCipher(noun: Command, session: Session, spec: BlockCipherNoun): void {
  const message = "printf 'attack at dawn'";
  const flags = `--mode cbc --key ${spec.exampleKey} --iv ${'00'.repeat(spec.blockSize - 1)}01`;
  const encrypt = cipherVerb(noun, session, spec, 'encrypt')
    .addOption(seedOption(session))
    .action((input, options) => encryptFile(session, spec, input, options));
  addExample(encrypt, session, `${message} | crypto ${spec.name} encrypt ${flags} --encoding hex`);
  const decrypt = cipherVerb(noun, session, spec, 'decrypt').action((input, options) =>
    decryptFile(session, spec, input, options),
  );
  addExample(
    decrypt,
    session,
    `${message} | crypto ${spec.name} encrypt ${flags} |`,
    `  crypto ${spec.name} decrypt ${flags}`,
  );
}

function cipherVerb(noun: Command, session: Session, spec: BlockCipherNoun, verb: 'encrypt' | 'decrypt') {
  const lengths = anyOf(session, spec.keyLengths);
  const hasGcm = spec.modes.includes('gcm');
  return noun
    .command(verb)
    .description(session.say(`cli.${verb}`))
    .argument('[input]', session.say('cli.arg.input'))
    .addOption(
      new Option('--mode <mode>', session.say('cli.opt.mode')).choices(spec.modes).default('cbc' as ModeName),
    )
    .option('--key <bytes>', session.say('cli.opt.key', { lengths }))
    .option('--iv <bytes>', session.say('cli.opt.iv'))
    .option('--prepend-iv', session.say(`cli.opt.prependIv.${verb}`))
    .addOption(new Option('--padding <name>', session.say('cli.opt.padding')).choices(PADDINGS))
    .addOption(new Option('--aad <bytes>', session.say('cli.opt.aad')).hideHelp(!hasGcm))
    .addOption(
      new Option('--tag-length <bytes>', session.say('cli.opt.tagLength'))
        .argParser(integerBetween(session, 4, 16))
        .hideHelp(!hasGcm),
    )
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(encodingOption(session))
    .addOption(inputEncodingOption(session));
}

async function encryptFile(
  session: Session,
  spec: BlockCipherNoun,
  input: string | undefined,
  options: CipherOptions & { readonly seed?: string | undefined },
): Promise<void> {
  const { mode, prependIv = false } = options;
  const given = parseIv(session, options);
  const cipher = createCipher(session, spec, options);
  const drawn = given === undefined && mode !== 'ecb';
  const iv = drawn
    ? openRandom(session, options.seed).substream(`${spec.name}.iv`).bytes(ivLength(mode, spec.blockSize))
    : given;
  const { transform, count } = counted(createEncryptor(cipher, { ...common(session, options), iv }));
  await runPipe(session, input, options, {
    ...(prependIv && iv && { prefix: iv }),
    open: () => transform,
    facts: () => ({ cipher: spec.name, mode, ...(iv && { iv: toHex(iv) }) }),
  });
  if (drawn && iv && !prependIv && !session.json) session.tell('iv', toHex(iv));
  const { padding = 'pkcs7' } = options;
  const addsAlways = takesPadding(mode) && padding !== 'none' && padding !== 'zero';
  if (addsAlways && count() % spec.blockSize === 0) {
    session.note('cli.extraBlock', { size: spec.blockSize, padding });
  }
}

async function decryptFile(
  session: Session,
  spec: BlockCipherNoun,
  input: string | undefined,
  options: CipherOptions,
): Promise<void> {
  const { mode, prependIv = false } = options;
  const given = parseIv(session, options);
  const cipher = createCipher(session, spec, options);
  if (given !== undefined && prependIv) {
    throw new CryptoError('bad-argument', session.say('cli.error.twoIvs'));
  }
  if (given === undefined && mode !== 'ecb' && !prependIv) {
    throw new CryptoError(
      'bad-argument',
      session.say('cli.error.noIv', { length: ivLength(mode, spec.blockSize) }),
    );
  }
  await runPipe(session, input, options, {
    headerLength: prependIv ? ivLength(mode, spec.blockSize) : 0,
    open: (header) =>
      createDecryptor(cipher, { ...common(session, options), iv: prependIv ? header : given }),
    facts: () => ({ cipher: spec.name, mode }),
  });
}

function createCipher(session: Session, spec: BlockCipherNoun, options: CipherOptions): BlockCipher {
  if (options.key === undefined) {
    const lengths = anyOf(session, spec.keyLengths);
    throw new CryptoError(
      'bad-argument',
      session.say('cli.error.noKey', { lengths, example: spec.drawnKeyLength }),
    );
  }
  const key = parseBytes(session, '--key', options.key);
  const cipher = spec.create(key);
  const remark = spec.keyRemark?.(key);
  if (spec.weakness) session.note(spec.weakness);
  if (remark) session.note(remark);
  if (options.mode === 'ecb') session.note('cli.weak.ecb');
  return cipher;
}

function parseIv(session: Session, options: CipherOptions): Uint8Array | undefined {
  const { mode, iv, prependIv = false } = options;
  if (mode === 'ecb') expectNoIv(session, prependIv || iv !== undefined);
  return iv === undefined ? undefined : parseBytes(session, '--iv', iv);
}

function common(session: Session, { mode, padding, aad, tagLength }: CipherOptions) {
  return {
    mode,
    ...(padding !== undefined && { padding }),
    ...(aad !== undefined && { aad: parseBytes(session, '--aad', aad) }),
    ...(tagLength !== undefined && { tagLength }),
  };
}

/** The same transformation, counting what goes in. */
function counted(inner: Incremental): { transform: Incremental; count: () => number } {
  let length = 0;
  return {
    transform: {
      update(chunk) {
        length += chunk.length;
        return inner.update(chunk);
      },
      final: () => inner.final(),
    },
    count: () => length,
  };
}
