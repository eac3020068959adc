/** `crypto caesar break`: key and text from the ciphertext alone. */
import { breakCaesar, countLetters, createCaesar } from '../../classical/index.ts';
import { letterHistogram } from '../letter-histogram.ts';
import { addExample, forceOption, inputEncodingOption, outputOption } from '../options.ts';
import { integerBetween } from '../parse.ts';
import type { Register } from '../register.ts';
import { colorsOf, table } from '../render.ts';
import { type BreakResult, excerptLine, runBreak } from '../run-break.ts';
import type { Session } from '../session.ts';

/** Characters of each candidate's text in the table, and in JSON. */
const EXCERPT = 48;

export const registerCaesarBreak: Register = (noun, session) => {
  const command = noun
    .command('break')
    .description(session.say('classical.caesar.break'))
    .argument('[input]', session.say('cli.arg.input'))
    .option('--top <n>', session.say('classical.opt.top', { most: 26 }), integerBetween(session, 1, 26), 5)
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(inputEncodingOption(session))
    .action((input, options) =>
      runBreak(session, input, options, (sample) => analyse(session, sample, options.top)),
    );
  addExample(
    command,
    session,
    "printf 'Phhw ph ehklqg wkh rog ploo dw ilyh r forfn.\\n' | crypto caesar break",
  );
};

function analyse(session: Session, sample: Uint8Array, top: number): BreakResult {
  const { candidates, letters, analysed, confident } = breakCaesar(sample);
  const best = candidates[0]!;
  const ranked = candidates.slice(0, top);
  const score = best.score.toFixed(2);
  const heading = [
    session.say('classical.column.key'),
    session.say('classical.column.perLetter'),
    session.say('classical.column.text'),
  ];
  const rows = ranked.map((candidate) => [
    String(candidate.shift),
    candidate.score.toFixed(2),
    excerptLine(candidate.text, EXCERPT),
  ]);
  const { bold } = colorsOf(session);
  const report = [
    table(heading, rows),
    letterHistogram(session, countLetters(sample.subarray(0, analysed))),
    confident
      ? bold(session.say('classical.caesar.found', { key: best.shift }))
      : session.say('classical.caesar.unsure', { key: best.shift }),
  ].join('\n\n');
  return {
    confident,
    complaint: session.say('classical.caesar.failed', { score, letters }),
    decrypt: () => createCaesar(-best.shift),
    report,
    text: best.text,
    facts: {
      key: best.shift,
      score: best.score,
      confident,
      letters,
      analysed,
      candidates: ranked.map(({ shift, score: bits, text }) => ({
        key: shift,
        score: bits,
        text: excerptLine(text, EXCERPT),
      })),
    },
  };
}
