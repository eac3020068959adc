/** `crypto xor break`: a repeating key and the text from the ciphertext alone. */
import { fromUtf8, toHex } from '../../bytes/index.ts';
import {
  breakRepeatingXor,
  createXor,
  longestXorKey,
  mostXorCandidates,
  type XorBreak,
  type XorCandidate,
} from '../../classical/index.ts';
import { listed } from '../lists.ts';
import { addExample, forceOption, inputEncodingOption, outputOption } from '../options.ts';
import { integerBetween } from '../parse.ts';
import type { Register } from '../register.ts';
import { colorsOf, table } from '../render.ts';
import { type BreakResult, excerptLine, runBreak } from '../run-break.ts';
import type { Session } from '../session.ts';

/** Characters of each candidate's text in the table, and in JSON. */
const EXCERPT = 40;

export const registerXorBreak: Register = (noun, session) => {
  const length = integerBetween(session, 1, longestXorKey);
  const command = noun
    .command('break')
    .description(session.say('classical.xor.break'))
    .argument('[input]', session.say('cli.arg.input'))
    .option('--max-key-length <n>', session.say('classical.opt.maxKeyLength'), length, 40)
    .option(
      '--top <n>',
      session.say('classical.opt.top', { most: mostXorCandidates }),
      integerBetween(session, 1, mostXorCandidates),
      5,
    )
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(inputEncodingOption(session))
    .action((input, options) =>
      runBreak(session, input, options, (sample) =>
        analyse(
          session,
          breakRepeatingXor(sample, { maxKeyLength: options.maxKeyLength, top: options.top }),
          options.maxKeyLength,
        ),
      ),
    );
  addExample(
    command,
    session,
    "printf 'There was nobody on the beach but an old man, who told me that he had found a ring.' |",
    '  crypto xor encrypt --key text:sea | crypto xor break',
  );
};

function analyse(session: Session, broken: XorBreak, maxKeyLength: number): BreakResult {
  const { candidates, keyLengths, analysed, confident, doubt } = broken;
  const best = candidates[0]!;
  const figuresOf = (length: number) => keyLengths.find((figures) => figures.length === length);
  const heading = (['length', 'distance', 'coincidence', 'perByte', 'text'] as const).map((column) =>
    session.say(`classical.column.${column}`),
  );
  const rows = candidates.map(({ key, score, text }) => {
    const figures = figuresOf(key.length);
    return [
      String(key.length),
      fixed(figures?.distance, 2),
      fixed(figures?.coincidence, 3),
      score.toFixed(2),
      excerptLine(text, EXCERPT),
    ];
  });
  const { bold } = colorsOf(session);
  const lines = [table(heading, rows), ''];
  const key = nameKey(best.key);
  const length = best.key.length;
  const guesses = best.doubtful.length;
  if (!confident) lines.push(session.say('classical.xor.unsure', { key, length }));
  else if (guesses === 0) lines.push(bold(session.say('classical.xor.found', { key, length })));
  else {
    lines.push(
      session.say('classical.xor.foundInPart', { key: markGuesses(best), length, guesses }),
      session.say('classical.xor.doubtful', { places: listed(session, best.doubtful) }),
    );
  }
  return {
    confident,
    complaint: complain(session, broken, maxKeyLength),
    decrypt: () => createXor(best.key),
    report: lines.join('\n'),
    text: best.text,
    facts: {
      key: toHex(best.key),
      keyLength: best.key.length,
      score: best.score,
      saved: best.saved,
      doubtful: best.doubtful,
      confident,
      doubt,
      analysed,
      candidates: candidates.map(({ key: bytes, score, saved, text }) => ({
        key: toHex(bytes),
        keyLength: bytes.length,
        score,
        saved,
        text: excerptLine(text, EXCERPT),
      })),
      keyLengths,
    },
  };
}

/** Why the break failed, and what may help: more text, or longer keys where there is text enough for them. */
function complain(session: Session, { candidates, analysed, doubt }: XorBreak, maxKeyLength: number): string {
  if (doubt === 'too-little-text') return session.say('classical.xor.tooLittle', { count: analysed });
  if (doubt === 'repetitive')
    return session.say('classical.xor.repetitive', { length: candidates[0]!.key.length });
  const limit = Math.min(longestXorKey, Math.floor(analysed / 2));
  const failed = session.say('classical.xor.notEnglish', {
    score: candidates[0]!.score.toFixed(2),
    count: analysed,
    longest: Math.min(maxKeyLength, Math.max(1, limit)),
  });
  if (maxKeyLength < limit) return failed + session.say('classical.xor.tryLonger', { limit });
  return limit < longestXorKey ? failed + session.say('classical.xor.tryMore') : failed;
}

/** As `--key` takes it: hex, and as text where it is text. */
function nameKey(key: Uint8Array): string {
  const isText = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  return isText ? `${toHex(key)} (text:${fromUtf8(key)})` : toHex(key);
}

/** In hex, the guessed bytes in brackets. */
function markGuesses({ key, doubtful }: XorCandidate): string {
  return Array.from(key, (byte, at) => {
    const digits = toHex(Uint8Array.of(byte));
    return doubtful.includes(at) ? `[${digits}]` : digits;
  }).join('');
}

function fixed(value: number | undefined, digits: number): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
}
