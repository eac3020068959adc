/** Messages over UDP and over TCP side by side: when each was sent, came and was read; and what both cost. */
import type { MessageFacts, TransferFacts, UdpFacts } from '../../explain/net/udp.ts';
import { colorsOf, columnsOf, table } from '../render.ts';
import type { Session } from '../session.ts';
import { wrap } from '../wrap.ts';
import { secondsText } from './ladder.ts';

const WIDTH = 80;
/** More messages than this are folded. */
const MOST_ROWS = 24;
const SHOWN_ROWS = 20;

export function udpFigure(session: Session, facts: UdpFacts, all: boolean): string {
  const { count, messages } = facts;
  const percent = (probability: number) => `${Math.round(1e4 * probability) / 100}%`;
  const intro = session.say(facts.sameFates ? 'udp.intro' : 'udp.introAlike', {
    count: String(count),
    loss: percent(facts.loss),
    duplicate: percent(facts.duplicate),
    reorder: percent(facts.reorder),
  });
  const shown = all || count <= MOST_ROWS ? messages : messages.slice(0, SHOWN_ROWS);
  const more = count - shown.length;
  return [
    wrap(intro, WIDTH),
    '',
    messageTable(session, shown),
    ...(more > 0 ? [session.say('udp.folded', { count: String(more) })] : []),
    '',
    costTable(session, facts),
  ].join('\n');
}

function messageTable(session: Session, messages: readonly MessageFacts[]): string {
  const { bold } = colorsOf(session);
  const [sent, arrives, read] = (['sent', 'arrives', 'read'] as const).map((name) =>
    session.say(`udp.head.${name}`),
  );
  const heading = ['', `UDP: ${sent}`, arrives!, `TCP: ${sent}`, read!, ''];
  const text = table(
    heading,
    messages.map((message) => [
      String(message.number),
      secondsText(message.udp.sent),
      arrivalText(session, message.udp),
      secondsText(message.tcp.sent),
      message.tcp.read === null ? '–' : secondsText(message.tcp.read),
      tcpText(session, message),
    ]),
  );
  const [head, ...rows] = text.split('\n');
  return [bold(head!), ...rows.map((row) => marked(session, row))].join('\n');
}

function arrivalText(session: Session, { arrived, late }: MessageFacts['udp']): string {
  const [first, ...more] = arrived;
  if (first === undefined) return session.say('udp.lost');
  const words = [
    ...(more.length > 0 ? [session.say('udp.twice')] : []),
    ...(late ? [session.say('udp.late')] : []),
  ];
  return [secondsText(first), ...words].join(' ');
}

/** The first copy was there already, and waited for another; or it had to be sent again. */
function tcpText(session: Session, { tcp: { again, waitedFor, read } }: MessageFacts): string {
  if (waitedFor !== null) return session.say('udp.waited', { number: String(waitedFor) });
  const [first] = again;
  const isAwaited = first !== undefined && (read === null || first < read);
  return isAwaited ? session.say('udp.again', { time: secondsText(first) }) : '';
}

function marked(session: Session, row: string): string {
  const { red } = colorsOf(session);
  const lost = session.say('udp.lost');
  return row.replace(lost, red(lost));
}

function costTable(session: Session, { count, udp, tcp }: UdpFacts): string {
  const row = (name: string, cell: (facts: TransferFacts) => string) => [name, cell(udp), cell(tcp)];
  const header = ({ header: [least, most] }: TransferFacts) =>
    least === most ? String(least) : `${least}-${most}`;
  const rows = [
    row(session.say('udp.cost.arrived', { count: String(count) }), ({ arrived }) => String(arrived)),
    row(session.say('udp.cost.twice'), ({ twice }) => String(twice)),
    row(session.say('udp.cost.late'), ({ late }) => String(late)),
    row(session.say('udp.cost.last'), ({ last }) => (last === null ? '–' : `${secondsText(last)} s`)),
    row(session.say('udp.cost.packets'), ({ packets }) => String(packets)),
    row(session.say('udp.cost.header'), header),
    row(session.say('udp.cost.bytes'), ({ bytes }) => String(bytes)),
  ];
  const all = [['', 'UDP', 'TCP'], ...rows];
  const widths = [0, 1, 2].map((at) => Math.max(...all.map((cells) => columnsOf(cells[at]!))));
  const fill = (cell: string, at: number) => ' '.repeat(widths[at]! - columnsOf(cell));
  return all
    .map(([name = '', one = '', other = '']) =>
      [name + fill(name, 0), fill(one, 1) + one, fill(other, 2) + other].join('  '),
    )
    .join('\n');
}
