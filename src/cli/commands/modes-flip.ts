/** `crypto modes flip`: turns bits of a ciphertext, and shows what the receiver reads. */
import { Option } from '@commander-js/extra-typings';
import { PADDINGS, type PaddingName } from '../../block/index.ts';
import { toHex, utf8 } from '../../bytes/index.ts';
import {
  type FlipResult,
  flipCiphertext,
  ivLength,
  MODES,
  type ModeName,
  type ModeOptions,
  takesPadding,
} from '../../modes/index.ts';
import { blockStrip } from '../block-strip.ts';
import { CIPHERS } from '../ciphers.ts';
import { openInput, readAll } from '../io/input.ts';
import { addExample, cipherOption, seedOption } from '../options.ts';
import { integerList } from '../parse.ts';
import type { Register } from '../register.ts';
import { markedHex, printable, table } from '../render.ts';
import { drawSecrets, type SecretOptions } from '../secrets.ts';
import type { Session } from '../session.ts';
import { prose } from '../wrap.ts';

const LIMIT = 1 << 20;
/** Blocks shown one by one; of a longer text, those round the change. */
const SHOWN_BLOCKS = 12;

/** Five blocks of an order to a bank. */
const ORDER = utf8('From: Alice Lee;To:   Bob Wang; Amount:     100;Currency:  euro;Thanks,  Alice. ');
/** In the block before the amount, above the 1 of "100"; bit 356 is in the 1 itself. */
const ORDER_BIT = 228;

export const registerFlip: Register = (noun, session) => {
  const command = noun
    .command('flip')
    .description(session.say('modes.flip.about'))
    .argument('[input]', session.say('modes.flip.input'))
    .addOption(cipherOption(session))
    .addOption(
      new Option('--mode <mode>', session.say('modes.flip.mode'))
        .choices([...MODES, 'all'] as const)
        .default('all' as const),
    )
    .addOption(
      new Option('--bits <list>', session.say('modes.flip.bits')).argParser(
        integerList(session, 0, LIMIT * 8),
      ),
    )
    .option('--key <bytes>', session.say('modes.opt.key'))
    .option('--iv <bytes>', session.say('modes.opt.iv'))
    .addOption(new Option('--padding <name>', session.say('cli.opt.padding')).choices(PADDINGS))
    .addOption(seedOption(session))
    .action((input, options) => runFlip(session, input, options));
  addExample(
    command,
    session,
    'crypto modes flip --seed 1',
    'crypto modes flip --mode ctr --bits 356 --seed 1',
  );
};

interface FlipOptions extends SecretOptions {
  readonly mode: ModeName | 'all';
  readonly bits?: readonly number[] | undefined;
  readonly padding?: PaddingName | undefined;
}

interface Flipped {
  readonly mode: ModeName;
  readonly iv: Uint8Array | undefined;
  readonly result: FlipResult;
}

async function runFlip(session: Session, input: string | undefined, options: FlipOptions): Promise<void> {
  const message =
    input === undefined ? ORDER : await readAll(session, await openInput(session, input), LIMIT);
  const { create, blockSize } = CIPHERS[options.cipher];
  const modes =
    options.mode === 'all' ? MODES.filter((mode) => mode !== 'gcm' || blockSize === 16) : [options.mode];
  const bits = options.bits ?? (input === undefined ? [ORDER_BIT] : [0]);
  const { key, iv, tell } = drawSecrets(session, options, {
    consumer: 'modes',
    ivLength: options.mode === 'all' ? blockSize : ivLength(options.mode, blockSize),
  });
  const cipher = create(key);
  const flipped = modes.map((mode): Flipped => {
    const modeOptions = optionsOf(mode, iv, options);
    return { mode, iv: modeOptions.iv, result: flipCiphertext(cipher, modeOptions, message, bits) };
  });
  tell();
  if (session.json) {
    session.printJson({
      cipher: options.cipher,
      key: toHex(key),
      bits,
      modes: flipped.map(({ mode, iv: own, result }) => ({
        mode,
        ...(own && { iv: toHex(own) }),
        ...asJson(result),
      })),
    });
  } else if (options.mode === 'all') {
    session.print(strips(session, flipped));
  } else {
    session.print(blockByBlock(session, options.mode, flipped[0]!.result, blockSize));
  }
}

/** Where all modes share one IV, each takes of it what it needs, and the padding is for those that pad. */
function optionsOf(mode: ModeName, iv: Uint8Array | undefined, options: FlipOptions): ModeOptions {
  const { padding } = options;
  if (options.mode !== 'all') return { mode, iv, padding };
  const own = mode === 'ecb' ? undefined : iv?.subarray(0, ivLength(mode, iv.length));
  return { mode, iv: own, padding: takesPadding(mode) ? padding : undefined };
}

function asJson(result: FlipResult) {
  return {
    ciphertext: toHex(result.ciphertext),
    altered: toHex(result.altered),
    before: toHex(result.before),
    after: result.after ? toHex(result.after) : null,
    noticed: result.noticed,
    changedBits: result.blocks.flatMap((block) => block.changedBits),
    blocks: result.blocks.map(({ index, fate, changedBits }) => ({
      index,
      fate,
      changedBits: changedBits.length,
    })),
  };
}

/** One line per mode: a sign per block, and how far the error spread. */
function strips(session: Session, results: readonly Flipped[]): string {
  const rows = results.map(({ mode, result }) => [
    mode.toUpperCase(),
    blockStrip(session, result),
    String(result.blocks.filter((block) => block.fate !== 'intact').length),
    String(result.blocks.reduce((sum, block) => sum + block.changedBits.length, 0)),
    session.say(`modes.noticed.${result.noticed}`),
  ]);
  const heading = (['mode', 'strip', 'blocks', 'bits', 'noticed'] as const).map((column) =>
    session.say(`modes.column.${column}`),
  );
  return `${table(heading, rows)}\n\n${prose(session.stdout, `${session.say('modes.flip.legend')}\n${session.say('modes.flip.learned')}`)}`;
}

/** Each block before and after, the changed bytes marked. */
function blockByBlock(session: Session, mode: ModeName, result: FlipResult, blockSize: number): string {
  const { after, before, blocks } = result;
  if (after === undefined) return session.say('modes.flip.refused', { mode: mode.toUpperCase() });
  const first = Math.max(0, blocks.findIndex((block) => block.fate !== 'intact') - 1);
  const shown = blocks.length <= SHOWN_BLOCKS ? blocks : blocks.slice(first, first + SHOWN_BLOCKS);
  const rows = shown.map(({ index, fate, changedBits }) => {
    const slice = (text: Uint8Array) => text.subarray(index * blockSize, (index + 1) * blockSize);
    const marked = new Set(changedBits.map((bit) => (bit >> 3) - index * blockSize));
    return [
      String(index),
      markedHex(session, slice(after), marked),
      printable(slice(before)),
      printable(slice(after)),
      fate === 'intact' ? '' : session.say(`modes.fate.${fate}`, { count: changedBits.length }),
    ];
  });
  const heading = (['block', 'hex', 'before', 'after', 'change'] as const).map((column) =>
    session.say(`modes.column.${column}`),
  );
  const cut =
    blocks.length > shown.length
      ? `\n${session.say('modes.flip.cut', { shown: shown.length, blocks: blocks.length })}`
      : '';
  const spread = blocks.filter((block) => block.fate !== 'intact').length;
  const legend = session.color ? '' : `\n${session.say('modes.flip.marked')}`;
  const noticed = session.say(`modes.noticed.${result.noticed}`);
  const learned = session.say('modes.flip.spread', { mode: mode.toUpperCase(), spread, noticed });
  return `${table(heading, rows)}${cut}\n${legend}\n${prose(session.stdout, learned)}`;
}
