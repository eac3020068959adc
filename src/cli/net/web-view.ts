/** The run as one party sees it: packet by packet, and what the party knows, can read and can change. */

import { ALICE } from '../../explain/net/line.ts';
import { type View, viewOf } from '../../explain/net/views.ts';
import { BANK, PASSWORD, type WebLesson } from '../../explain/net/web.ts';
import { colorsOf, table } from '../render.ts';
import type { Session } from '../session.ts';
import { prose } from '../wrap.ts';

const WIDTH = 60;

export function viewText(session: Session, lesson: WebLesson, view: View): string {
  const { bold } = colorsOf(session);
  const rows = viewOf(lesson, view).flatMap(({ number, time, from, bytes, reads, hidden }) =>
    reads.map((line, i) => [
      i === 0 ? String(number) : '',
      i === 0 ? `${time / 1000} ms` : '',
      i === 0
        ? from === 'a'
          ? `${session.say('web.party.alice')} →`
          : `${session.say('web.party.bob')} →`
        : '',
      i === 0 ? String(bytes) : '',
      `${hidden && line.startsWith('TLS ') ? '▒ ' : ''}${clipped(line)}`,
    ]),
  );
  const heading = [
    '#',
    session.say('web.cost.time'),
    session.say('web.view.from'),
    session.say('web.cost.bytes'),
    session.say(`web.view.reads.${view}`),
  ];
  const how = lesson.secure ? 'https' : 'http';
  const values = { host: BANK, password: PASSWORD, cookie: lesson.cookie ?? '', address: ALICE.address };
  const part = (name: 'knows' | 'reads' | 'changes') =>
    prose(
      session.stdout,
      `${bold(session.say(`web.can.${name}`))}${session.say(`web.${view}.${how}.${name}`, values)}`,
      2,
    );
  return [table(heading, rows), '', part('knows'), part('reads'), part('changes')].join('\n');
}

function clipped(line: string): string {
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}
