/** The figures of the scenes about TLS: who has what after which message, where the keys come from, and a recording through time. */
import { toHex } from '../bytes/index.ts';
import { type DerivationRow, type Figure, MOMENTS, type Sees } from '../story/index.ts';
import { colorsOf, columnsOf, padded } from './render.ts';
import type { Session } from './session.ts';
import { fitTable, narrowed, prose } from './wrap.ts';

type FigureOf<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;

/** A row for each thing that a message brings, or that is made of what was brought. */
export function knowledgeTable(session: Session, { rows }: FigureOf<'knows'>): string {
  const { green, red } = colorsOf(session);
  const heading = [
    session.say('story.knows.message'),
    session.say('story.knows.item'),
    ...(['alice', 'bob', 'hacker'] as const).map((who) => session.say(`story.actor.${who}`)),
  ];
  const cell = (sees: Sees) => session.say(`story.sees.${sees}`);
  const lines = rows.map(({ message, item, alice, bob, hacker }) => [
    message ?? '–',
    session.say(item),
    cell(alice),
    cell(bob),
    hacker === 'reads' ? red(cell(hacker)) : green(cell(hacker)),
  ]);
  return fitTable(narrowed(session.stdout), heading, lines, 2);
}

/** Bytes that are shown of each value. */
const SHOWN = 3;

/** The inputs, and below them what is derived of what; each value by its length and its first bytes. */
export function derivationLines(session: Session, { rows }: FigureOf<'derivation'>): string {
  const { bold, dim } = colorsOf(session);
  const labels = rows.map((row, i) => branches(rows, i) + session.say(row.name));
  const width = Math.max(...labels.map(columnsOf));
  const lines = rows.map(({ value, how }, i) => {
    const size = session.say('story.derivation.bytes', { count: String(value.length).padStart(3) });
    const hex = `${toHex(value.subarray(0, SHOWN)).replace(/..(?=.)/g, '$& ')} …`;
    const note = how === undefined ? '' : dim(session.say(how));
    const before = `  ${bold(padded(labels[i]!, width))}  ${size}  ${hex}  `;
    return prose(narrowed(session.stdout), `${before}${note}`.trimEnd(), columnsOf(before));
  });
  return lines.join('\n');
}

/** What stands before a name: a line for each branch that goes on, and its own. */
function branches(rows: readonly DerivationRow[], i: number): string {
  const { depth } = rows[i]!;
  if (depth === 0) return '';
  const goesOn = (level: number) => rows.slice(i + 1).find((row) => row.depth <= level)?.depth === level;
  const above = Array.from({ length: depth - 1 }, (_, level) => (goesOn(level + 1) ? '│  ' : '   '));
  return `${above.join('')}${goesOn(depth) ? '├─' : '└─'} `;
}

/** The moments as marks on a line, and below them whether each recording can be read by then. */
export function timeline(session: Session, { rows }: FigureOf<'timeline'>): string {
  const { bold, green, red } = colorsOf(session);
  const moments = MOMENTS.map((moment) => session.say(`story.moment.${moment}`));
  const stateOf = (readable: boolean) =>
    session.say(readable ? 'story.timeline.readable' : 'story.timeline.unreadable');
  const width = Math.max(...[...moments, stateOf(true), stateOf(false)].map(columnsOf)) + 2;
  const names = rows.map(({ tape }) => session.say(tape));
  const first = Math.max(...names.map(columnsOf));
  const line = (name: string, cells: readonly string[]) =>
    `  ${padded(name, first)}  ${cells.join('')}`.trimEnd();
  return [
    line('', [...MOMENTS.map(() => `●${'─'.repeat(width - 1)}`), '►']),
    bold(
      line(
        '',
        moments.map((moment) => padded(moment, width)),
      ),
    ),
    ...rows.map(({ readable }, i) =>
      line(
        names[i]!,
        MOMENTS.map((moment) => {
          const text = padded(stateOf(readable[moment]), width);
          return readable[moment] ? red(text) : green(text);
        }),
      ),
    ),
  ].join('\n');
}
