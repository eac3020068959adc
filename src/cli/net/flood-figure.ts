/** Bob's half-open connections over time, one bar for each moment that counts, in 80 columns; and the sum of the waits. */
import type { FloodFacts, QueueState } from '../../explain/net/flood-facts.ts';
import { LINUX } from '../../net/tcp/profile.ts';
import { colorsOf, columnsOf, paddedLeft } from '../render.ts';
import type { Session } from '../session.ts';
import { wrap } from '../wrap.ts';
import { secondsText } from './ladder.ts';

const WIDTH = 80;
const BAR = 24;

export function floodFigure(session: Session, facts: FloodFacts): string {
  const { count, backlog } = facts;
  const intro = session.say('tcp.synflood.intro', { count: String(count), backlog: String(backlog) });
  const parts = [
    [wrap(intro, WIDTH), '', ...queueLines(session, facts)],
    [wrap(waitText(session, facts), WIDTH)],
    ...(facts.cookie === null ? [] : [cookieLines(session, facts.cookie)]),
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function queueLines(session: Session, facts: FloodFacts): string[] {
  const { bold, dim, red } = colorsOf(session);
  const [halfOpen, dropped] = [session.say('tcp.synflood.halfOpen'), session.say('tcp.synflood.dropped')];
  const widths = [
    Math.max(columnsOf(halfOpen), String(facts.mostHalfOpen).length),
    Math.max(columnsOf(dropped), String(facts.dropped).length),
  ] as const;
  const heading = [
    paddedLeft(session.say('tcp.synflood.time'), 8),
    ' '.repeat(BAR + 2),
    paddedLeft(halfOpen, widths[0]),
    paddedLeft(dropped, widths[1]),
  ].join(' ');
  const margin = 8 + 1 + BAR + 2 + 1 + widths[0] + 1 + widths[1] + 2;
  const rows = facts.queue.flatMap((state) => {
    const filled = barLength(state, facts.backlog);
    const full = state.halfOpen >= facts.backlog;
    const bar = (full ? red : String)('█'.repeat(filled)) + ' '.repeat(BAR - filled);
    const start = [
      dim(paddedLeft(secondsText(state.time), 8)),
      `│${bar}│`,
      paddedLeft(String(state.halfOpen), widths[0]),
      paddedLeft(String(state.dropped), widths[1]),
    ].join(' ');
    const [first = '', ...more] = happenings(session, facts, state).flatMap((text) =>
      wrap(text, WIDTH - margin).split('\n'),
    );
    return [`${start}  ${first}`.trimEnd(), ...more.map((text) => ' '.repeat(margin) + text)];
  });
  return [bold(heading), ...rows];
}

/** A queue that is not empty shows something. */
function barLength({ halfOpen }: QueueState, backlog: number): number {
  return halfOpen === 0 ? 0 : Math.max(1, Math.floor((halfOpen * BAR) / backlog));
}

function happenings(session: Session, facts: FloodFacts, { time, halfOpen }: QueueState): string[] {
  const { full, entry, alice } = facts;
  const nth = entry.synAcks.indexOf(time);
  const wait = (at: number) => String((entry.waits[at] ?? 0) / 1e6);
  const syn = alice.syns.find((one) => one.time === time);
  return [
    ...(nth === 0 ? [session.say('tcp.synflood.first')] : []),
    ...(nth > 0 ? [session.say('tcp.synflood.repeat', { count: String(nth), wait: wait(nth - 1) })] : []),
    ...(time === entry.gone
      ? [session.say('tcp.synflood.gone', { wait: wait(entry.waits.length - 1) })]
      : []),
    ...(time === full ? [session.say('tcp.synflood.full')] : []),
    ...(syn ? [session.say(`tcp.synflood.syn.${syn.fate}`)] : []),
    ...(halfOpen === 0 && time > (entry.gone ?? time) && time !== alice.connected
      ? [session.say('tcp.synflood.empty')]
      : []),
    ...(time === alice.connected ? [session.say('tcp.synflood.connected')] : []),
    ...(time === alice.gaveUp ? [session.say('tcp.synflood.gaveUp')] : []),
  ];
}

function waitText(session: Session, { entry }: FloodFacts): string {
  return session.say('tcp.synflood.sum', {
    sum: entry.waits.map((wait) => String(wait / 1e6)).join(' + '),
    total: String(entry.total / 1e6),
    repeats: String(entry.synAcks.length - 1),
    profile: LINUX.name,
    setting: String(LINUX.synAckRetries),
  });
}

/** The number in binary, cut where its parts meet. */
function cookieLines(session: Session, cookie: NonNullable<FloodFacts['cookie']>): string[] {
  const { number, period, mssIndex, mss, tag } = cookie;
  const bits = (value: number, count: number) => value.toString(2).padStart(count, '0');
  return [
    wrap(session.say('tcp.synflood.cookie', { number: String(number) }), WIDTH),
    `  ${bits(period, 5)}  ${session.say('tcp.synflood.cookie.period', { period: String(period) })}`,
    `  ${bits(mssIndex, 3)}    ${session.say('tcp.synflood.cookie.mss', { mss: String(mss) })}`,
    `  ${bits(tag, 24)}  ${session.say('tcp.synflood.cookie.tag')}`,
  ];
}
