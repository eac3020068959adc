/** The run as one party sees it: packet by packet, and what the party knows, can read and can change. */

import { ALICE } from '../../explain/net/line.ts';
import { type View, viewOf } from '../../explain/net/views.ts';
import { BANK, PASSWORD, type WebLesson } from '../../explain/net/web.ts';
import { clipped, colorsOf, columnsOf, paddedLeft, table } from '../render.ts';
import type { Session } from '../session.ts';
import { prose } from '../wrap.ts';

const COLUMNS = 80;
/** Of the columns before what is read, the one that holds no number. */
const FROM = 2;
/** Between two columns of a table. */
const GAP = 2;

export function viewText(session: Session, lesson: WebLesson, view: View): string {
  const { bold } = colorsOf(session);
  const rows = viewOf(lesson, view).flatMap(({ number, time, from, bytes, reads, hidden }) =>
    reads.map((line, i) => [
      ...(i > 0
        ? ['', '', '', '']
        : [
            String(number),
            `${Math.round(time / 100) / 10} ms`,
            `${session.say(`web.party.${from}`)} →`,
            String(bytes),
          ]),
      hidden && line.startsWith('TLS ') ? `▒ ${line}` : line,
    ]),
  );
  const heading = [
    '#',
    session.say('web.cost.time'),
    session.say('web.view.from'),
    session.say('web.cost.bytes'),
    session.say(`web.view.reads.${view}`),
  ];
  const left = heading
    .slice(0, -1)
    .map((_, i) => Math.max(...[heading, ...rows].map((row) => columnsOf(row[i]!))));
  const room = COLUMNS - left.reduce((sum, width) => sum + width + GAP, 0);
  const isNumber = (column: number) => column !== FROM;
  const fitted = [heading, ...rows].map((row) => [
    ...row.slice(0, -1).map((cell, i) => (isNumber(i) ? paddedLeft(cell, left[i]!) : cell)),
    fittedLine(row.at(-1)!, room),
  ]);
  const how = lesson.secure ? 'https' : 'http';
  const values = { host: BANK, password: PASSWORD, cookie: lesson.cookie ?? '', address: ALICE.address };
  const part = (name: 'knows' | 'reads' | 'changes') =>
    prose(
      session.stdout,
      `${bold(session.say(`web.can.${name}`))}${session.say(`web.${view}.${how}.${name}`, values)}`,
      2,
    );
  return [table(fitted[0]!, fitted.slice(1)), '', part('knows'), part('reads'), part('changes')].join('\n');
}

/** Where a field has more columns than that, the id in it is shortened before its attributes are. */
function fittedLine(line: string, columns: number): string {
  return clipped(
    columnsOf(line) <= columns ? line : line.replace(/=([0-9a-f]{8})[0-9a-f]{8,}/, '=$1…'),
    columns,
  );
}
