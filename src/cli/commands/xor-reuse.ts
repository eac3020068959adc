/** `crypto xor reuse`: what two messages under one pad give away, and a guessed word dragged along them. */
import { concat, fromUtf8, toHex } from '../../bytes/index.ts';
import { type CribPlace, dragCrib, type XorReuse, xorReuse } from '../../classical/index.ts';
import { expectOneStdin, openInput, readAll } from '../io/input.ts';
import { createDecoder, type Encoding } from '../io/text-encoding.ts';
import { addExample, inputEncodingOption } from '../options.ts';
import { integerBetween, parseLiteral } from '../parse.ts';
import type { Register } from '../register.ts';
import { printable, table } from '../render.ts';
import type { Session } from '../session.ts';
import { prose } from '../wrap.ts';

const LIMIT = 1 << 20;
/** Positions shown, and how many to a line. */
const SHOWN = 256;
const PER_LINE = 64;
/** Two ASCII texts under one pad have all bytes below 80, other pads leave one half; UTF-8 is in between. */
const LIKELY_SHARE = 0.8;

export const registerXorReuse: Register = (noun, session) => {
  const command = noun
    .command('reuse')
    .description(session.say('classical.reuse.about'))
    .argument('<a>', session.say('classical.reuse.a'))
    .argument('<b>', session.say('classical.reuse.b'))
    .option('--crib <text>', session.say('classical.opt.crib'))
    .option(
      '--top <n>',
      session.say('classical.opt.top', { most: 1000 }),
      integerBetween(session, 1, 1000),
      5,
    )
    .addOption(inputEncodingOption(session))
    .action(async (a, b, options) => {
      expectOneStdin(session, a, b);
      const read = (path: string) => readMessage(session, path, options.inputEncoding ?? 'raw');
      const reuse = xorReuse(await read(a), await read(b));
      const crib = options.crib === undefined ? undefined : parseLiteral(session, '--crib', options.crib);
      const places = crib && dragCrib(reuse.xored, crib, options.top);
      if (session.json) session.printJson(asJson(reuse, crib, places));
      else {
        session.print(places ? cribTable(session, crib!, places) : mapOfReuse(session, reuse));
        if (reuse.lowShare < LIKELY_SHARE) {
          session.note('classical.reuse.unlikely', { share: Math.round(100 * reuse.lowShare) });
        }
      }
    });
  addExample(
    command,
    session,
    "printf 'The meeting is moved to nine' | crypto xor encrypt --key text:0123456789abcdefghijklmnopqrst -o a",
    "printf 'Bring the papers to the mill' | crypto xor encrypt --key text:0123456789abcdefghijklmnopqrst -o b",
    "crypto xor reuse a b --crib ' the '",
  );
};

async function readMessage(session: Session, path: string, encoding: Encoding): Promise<Uint8Array> {
  const bytes = await readAll(session, await openInput(session, path), LIMIT);
  const decoder = createDecoder(encoding, path);
  return decoder ? concat(decoder.update(bytes), decoder.final()) : bytes;
}

/** A sign for each position: the letter that meets a space, `=` for equal bytes, a dot for the rest. */
function mapOfReuse(session: Session, { xored, equal, letters }: XorReuse): string {
  const signs = new Array<string>(Math.min(xored.length, SHOWN)).fill('·');
  for (const position of equal) if (position < SHOWN) signs[position] = '=';
  for (const { position, letter } of letters) if (position < SHOWN) signs[position] = letter;
  const lines: string[] = [];
  for (let at = 0; at < signs.length; at += PER_LINE) {
    lines.push(`${String(at).padStart(5)}  ${signs.slice(at, at + PER_LINE).join('')}`);
  }
  const cut = xored.length > SHOWN ? [session.say('classical.reuse.cut', { shown: SHOWN })] : [];
  return [
    ...lines,
    ...cut,
    '',
    prose(session.stdout, session.say('classical.reuse.legend')),
    prose(
      session.stdout,
      session.say('classical.reuse.learned', {
        length: xored.length,
        equal: equal.length,
        letters: letters.length,
      }),
    ),
  ].join('\n');
}

function cribTable(session: Session, crib: Uint8Array, places: readonly CribPlace[]): string {
  const heading = (['position', 'perByte', 'other'] as const).map((column) =>
    session.say(`classical.column.${column}`),
  );
  const rows = places.map(({ position, score, fragment }) => [
    String(position),
    score.toFixed(2),
    printable(fragment),
  ]);
  const best = places[0]!;
  const learned = session.say('classical.reuse.crib', {
    crib: printable(crib),
    position: best.position,
    fragment: printable(best.fragment),
  });
  return `${table(heading, rows)}\n\n${prose(session.stdout, learned)}`;
}

function asJson(reuse: XorReuse, crib?: Uint8Array, places?: readonly CribPlace[]) {
  return {
    length: reuse.xored.length,
    xored: toHex(reuse.xored),
    equal: reuse.equal,
    letters: reuse.letters,
    lowShare: reuse.lowShare,
    ...(crib && { crib: toHex(crib) }),
    ...(places && {
      places: places.map(({ position, score, fragment }) => ({
        position,
        score,
        fragment: toHex(fragment),
        text: fromUtf8(fragment),
      })),
    }),
  };
}
