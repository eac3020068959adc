/** The figures of the scenes on the network: a checksum held against another, arrows between two, a capture read twice. */
import type { ArrowRow, Figure } from '../story/index.ts';
import { secondsText } from './net/ladder.ts';
import { laneLines } from './net/lanes.ts';
import { clipped, colorsOf, columnsOf, padded } from './render.ts';
import type { Session } from './session.ts';
import { fitTable, narrowed } from './wrap.ts';

type FigureOf<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;

export function checksumTable(session: Session, { rows }: FigureOf<'checksums'>): string {
  const { green, red } = colorsOf(session);
  const columns = ['segment', 'carried', 'computed', 'tcp'] as const;
  const heading = columns.map((column) => session.say(`story.checksum.${column}`));
  const lines = rows.map(({ segment, carried, computed, taken }) => [
    session.say(segment),
    carried,
    computed,
    taken
      ? (segment === 'story.segment.sent' ? green : red)(session.say('story.checksum.takes'))
      : green(session.say('story.checksum.drops')),
  ]);
  return fitTable(narrowed(session.stdout), heading, lines, 2);
}

const TIME = 8;
/** The longest state is SYN-RECEIVED. */
const STATE = 12;
const INNER = 40;

/** A line for each moment: seconds, Alice's state, the arrow that leaves, the state of the other side. */
export function arrowLines(session: Session, { rows, other }: FigureOf<'arrows'>): string {
  const { bold, dim } = colorsOf(session);
  const isStated = rows.some((row) => row.alice !== undefined || row.bob !== undefined);
  const width = isStated ? STATE : 5;
  const left = padded(session.say('story.actor.alice'), width);
  const heading = `${' '.repeat(TIME)}  ${bold(left)} │${' '.repeat(INNER)}│ ${bold(session.say(`story.actor.${other}`))}`;
  const lines = rows.map((row) => {
    const middle = row.label === undefined ? ' '.repeat(INNER) : arrowText(session, row);
    const time = dim(secondsText(row.time).padStart(TIME));
    return `${time}  ${padded(row.alice ?? '', width)} │${middle}│ ${row.bob ?? ''}`.trimEnd();
  });
  return [heading, ...lines].join('\n');
}

function arrowText(session: Session, { from, label = '', lost }: ArrowRow): string {
  const { red } = colorsOf(session);
  const line = '─'.repeat(Math.max(0, INNER - columnsOf(label) - 4));
  const tip = lost ? '✗' : from === 'alice' ? '►' : '◄';
  const text = from === 'alice' ? `─ ${label} ${line}${tip}` : `${tip}${line} ${label} ─`;
  return lost ? red(text) : text;
}

const PARTIES = ['alice', 'hacker', 'bank'] as const;

/** Single arrows in the clear, double ones under TLS. */
export function hopLines(session: Session, { rows }: FigureOf<'hops'>): string {
  const names = PARTIES.map((party) => session.say(`story.actor.${party}`));
  const lines = laneLines(
    session,
    names,
    rows.map(({ from, to, secure, label, below }) => ({
      ...{ label, secure, below },
      from: PARTIES.indexOf(from),
      to: PARTIES.indexOf(to),
      note: secure ? 'https' : 'http',
      stolen: to === 'hacker' && from === 'alice',
    })),
  );
  return lines.join('\n');
}

/** Each packet with what is read in it by whoever has the key log, and by whoever has not. */
export function captureTable(session: Session, { rows }: FigureOf<'capture'>): string {
  const { dim } = colorsOf(session);
  const columns = ['from', 'bytes', 'shut', 'open'] as const;
  const heading = ['#', ...columns.map((column) => session.say(`story.capture.${column}`))];
  const lines = rows.map(({ number, from, bytes, shut, open }) => [
    String(number),
    session.say(`story.actor.${from}`),
    String(bytes),
    shut.join('; '),
    open.join() === shut.join() ? dim('=') : open.map((line) => clipped(line, CLIPPED)).join('; '),
  ]);
  return fitTable(narrowed(session.stdout), heading, lines, 2);
}

/** So much of a line stands beside what is read without the key log. */
const CLIPPED = 32;
