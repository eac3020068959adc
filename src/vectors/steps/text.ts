/** A wrong step in words: the difference in one line and, indented, what the value is computed from. */
import { type Lang, message } from '../../trace/index.ts';
import type { UnknownStep, WrongStep } from '../diagnosis.ts';
import type { ReportedStep } from '../request.ts';

/** Digits of a value that are shown: those of 64 bytes. */
const MOST_DIGITS = 128;
/** Values up to this many digits are shown as a whole. */
const SHORT = 16;

/** Several lines without an end of line; the states of AES as squares, as FIPS 197 draws them. */
export function stepText(lang: Lang, wrong: WrongStep): string {
  const { before, beside = [], clause } = wrong;
  const first = `${differenceText(lang, wrong)}${clause === '' ? '' : ` (${clause})`}`;
  const sources = before ? [before, ...beside] : [];
  const square = squares(lang, wrong, sources);
  if (square) return [first, ...square].join('\n');
  return [first, ...sources.map(({ id, value }) => `  ${id} = ${shown(value)}`)].join('\n');
}

/** The remark on a name that is not there. */
export function unknownStepText(lang: Lang, { id, nearest }: UnknownStep): string {
  const name = `"${printable(id.length > 80 ? `${id.slice(0, 79)}…` : id)}"`;
  return nearest === undefined
    ? message(lang, 'vectors.step.unknown', { id: name })
    : message(lang, 'vectors.step.unknownNear', { id: name, nearest });
}

function differenceText(lang: Lang, { id, byte, got, want, decimal }: WrongStep): string {
  if (byte !== undefined && want.length > SHORT) {
    const at = (value: string) => value.slice(2 * byte, 2 * byte + 2);
    return message(lang, 'vectors.step.byte', { id, byte, got: at(got), want: at(want) });
  }
  const isHex = /^[\da-f]*$/.test(got);
  if (!decimal && isHex && got.length !== want.length && want.length > SHORT && got.length % 2 === 0) {
    return message(lang, 'vectors.step.length', { id, got: got.length / 2, want: want.length / 2 });
  }
  return message(lang, 'vectors.step.value', { id, got: shown(got), want: shown(want) });
}

function shown(value: string): string {
  const visible = printable(value.slice(0, MOST_DIGITS));
  return value.length > MOST_DIGITS ? `${visible}…` : visible;
}

/** A program may report anything; a terminal shall not act on it. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e…]/g, '?');
}

const STATE = /(^|\.)round\[\d+\]\.\w+$/;

/** States of 4 x 4 bytes side by side, column by column: where it comes from, what came, what should have come. */
function squares(lang: Lang, { id, got, want }: WrongStep, sources: readonly ReportedStep[]) {
  const all = [...sources.map(({ value }) => value), got, want];
  if (!STATE.test(id) || all.some((value) => !/^[\da-f]{32}$/.test(value))) return undefined;
  const titles = [
    ...sources.map((source) => source.id),
    message(lang, 'vectors.step.got'),
    message(lang, 'vectors.step.want'),
  ];
  const rows = [0, 1, 2, 3].map((r) =>
    all.map((value) => [0, 1, 2, 3].map((c) => value.slice(2 * (r + 4 * c), 2 * (r + 4 * c) + 2)).join(' ')),
  );
  const widths = titles.map((title) => Math.max(11, widthOf(title)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, i) => cell + ' '.repeat(widths[i]! - widthOf(cell))).join('   ')}`.trimEnd();
  return [titles, ...rows].map(line);
}

/** In columns of a terminal, where a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
}
