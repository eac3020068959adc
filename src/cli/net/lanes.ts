/**
 * Two or three parties as upright lines, and arrows between any two of them: single in the clear, double under TLS. In 80
 * columns. An arrow that passes somebody crosses his line.
 */
import { clipped, colorsOf, columnsOf } from '../render.ts';
import type { Session } from '../session.ts';
import { wrap } from '../wrap.ts';

export interface LaneRow {
  /** Which lines, from 0. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** At the end of the arrow. */
  readonly note?: string | undefined;
  readonly secure?: boolean | undefined;
  /** Lines below it, in its lane. */
  readonly below?: readonly string[] | undefined;
  /** What stands below was read by somebody for whom it was not meant. */
  readonly stolen?: boolean | undefined;
  readonly broken?: boolean | undefined;
}

/** From the first line to the last, without both. */
const INNER = 76;

export function laneLines(
  session: Session,
  parties: readonly string[],
  rows: readonly (LaneRow | string)[],
): string[] {
  const count = parties.length;
  // Where each line stands.
  const at = parties.map((_, i) => Math.round(((INNER + 1) * i) / (count - 1)));
  const { bold } = colorsOf(session);
  return [
    heading(parties.map(bold), at),
    ...rows.flatMap((row) => (typeof row === 'string' ? [bold(row)] : rowLines(session, row, at))),
  ];
}

/** Names over their lines; the last ends at its own. */
function heading(parties: readonly string[], at: readonly number[]): string {
  return parties.reduce((line, name, i) => {
    const width = columnsOf(name);
    const start =
      i === 0 ? 0 : i === parties.length - 1 ? at[i]! + 2 - width : at[i]! + 1 - Math.floor(width / 2);
    return `${line}${' '.repeat(Math.max(1, start - columnsOf(line)))}${name}`;
  }, '');
}

function rowLines(session: Session, row: LaneRow, at: readonly number[]): string[] {
  const { cyan, red, dim } = colorsOf(session);
  const paint = row.broken ? red : row.secure ? cyan : (text: string) => text;
  const [left, right] = row.from < row.to ? [row.from, row.to] : [row.to, row.from];
  const width = at[right]! - at[left]! - 1;
  const lines = [withinLines(at, left, right, paint(arrow(row, width, at, left, right)))];
  for (const text of row.below ?? []) {
    const tint = row.stolen ? red : dim;
    for (const piece of wrap(text, width - 4, 2).split('\n')) {
      const space = ' '.repeat(Math.max(0, width - 3 - columnsOf(piece)));
      lines.push(withinLines(at, left, right, `   ${tint(piece)}${space}`, left + 1 === right));
    }
  }
  return lines;
}

/** The other lines go on beside it. */
function withinLines(
  at: readonly number[],
  left: number,
  right: number,
  content: string,
  alone = true,
): string {
  const before = at.slice(0, left).map((_, i) => `│${' '.repeat(at[i + 1]! - at[i]! - 1)}`);
  const after = at.slice(right + 1).map((_, i) => `${' '.repeat(at[right + i + 1]! - at[right + i]! - 1)}│`);
  const middle = alone ? content : crossed(content, at, left, right);
  return ` ${before.join('')}│${middle}│${after.join('')}`.trimEnd();
}

/** Text beside a line that it does not reach. */
function crossed(content: string, at: readonly number[], left: number, right: number): string {
  const places = at.slice(left + 1, right).map((place) => place - at[left]! - 1);
  const characters = Array.from(content);
  for (const place of places) if (characters[place] === ' ') characters[place] = '│';
  return characters.join('');
}

function arrow(row: LaneRow, width: number, at: readonly number[], left: number, right: number): string {
  const { label, note = '', secure, broken, from, to } = row;
  const dash = secure ? '═' : '─';
  const forth = from < to;
  const head = forth ? `${dash}${dash} ` : `${broken ? '✗' : '◄'}${dash} `;
  const end = forth ? (broken ? '✗' : '►') : dash;
  const tail = `${note === '' ? '' : ` ${note} `}${dash}${end}`;
  const room = width - columnsOf(head) - 1 - columnsOf(tail) - 1;
  const text = clipped(label, room);
  const filled = dash.repeat(Math.max(1, width - columnsOf(head) - columnsOf(text) - 1 - columnsOf(tail)));
  const drawn = Array.from(`${head}${text} ${filled}${tail}`);
  const places = at.slice(left + 1, right).map((place) => place - at[left]! - 1);
  for (const place of places) if (drawn[place] === dash) drawn[place] = secure ? '╪' : '┼';
  return drawn.join('');
}
