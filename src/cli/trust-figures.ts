/** The figures of the scenes about certificates: five tries to pass as Bob, and the complete message from top to bottom and back. */
import { equalConstantTime } from '../bytes/index.ts';
import type { Figure } from '../story/index.ts';
import { colorsOf, columnsOf } from './render.ts';
import type { Session } from './session.ts';
import { fitTable, narrowed } from './wrap.ts';

type FigureOf<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;

/** A row per try: what is in order about what is shown, what the browser says, and who reads in the end. */
export function triesTable(session: Session, { rows }: FigureOf<'tries'>): string {
  const { green, red } = colorsOf(session);
  const columns = ['attempt', 'signatures', 'root', 'name', 'browser', 'hacker'] as const;
  const heading = columns.map((column) => session.say(`story.tries.${column}`));
  const lines = rows.map((row) => [
    session.say(row.attempt),
    session.say(row.signaturesFit ? 'story.tries.fit' : 'story.tries.unfit'),
    session.say(row.rootKnown ? 'story.tries.known' : 'story.tries.unknown'),
    session.say(row.nameFits ? 'story.tries.right' : 'story.tries.wrong'),
    session.say(row.accepted ? 'story.tries.accepts' : 'story.tries.warns'),
    row.hackerReads ? red(session.say('story.tries.reads')) : green(session.say('story.tries.nothing')),
  ]);
  return fitTable(narrowed(session.stdout), heading, lines, 2);
}

/** A line for each form of the letter, and between them what leads down on one side and up on the other. */
export function stageLines(session: Session, { rows }: FigureOf<'stages'>): string {
  const { bold, dim, red } = colorsOf(session);
  const arrows = (word: string, arrow: string) => dim(`  ${arrow} ${word}`);
  const lines = rows.flatMap(({ form, sent, received, down, up }) => {
    const name = session.say(form);
    const same = equalConstantTime(sent, received) ? '=' : red('≠');
    const between = down && up && [arrows(session.say(down), '↓'), '', '', arrows(session.say(up), '↑')];
    return [[name, String(sent.length), same, name], ...(between ? [between] : [])];
  });
  const heading = [
    session.say('story.stages.sent'),
    session.say('story.stages.bytes'),
    '',
    session.say('story.stages.received'),
  ];
  const widths = heading.map((_, i) => Math.max(...[heading, ...lines].map((line) => columnsOf(line[i]!))));
  const drawn = [heading, ...lines].map((line, row) => {
    const cells = line.map((cell, i) => {
      const space = ' '.repeat(widths[i]! - columnsOf(cell));
      return i === 1 ? space + cell : cell + space;
    });
    const text = `  ${cells.join('  ')}`.trimEnd();
    return row === 0 ? bold(text) : text;
  });
  const network = ` ${session.say('story.stages.network')} `;
  const width = widths.reduce((sum, each) => sum + each + 2, 0) - 2 - columnsOf(network);
  const rule = `  └${'─'.repeat((width >> 1) - 1)}${network}${'─'.repeat(width - (width >> 1) - 1)}┘`;
  return [...drawn, dim(rule)].join('\n');
}
