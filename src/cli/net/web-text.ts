/** A run from URL to page as a ladder in phases, what each phase costs, and a sentence. */

import { ROUND_TRIP } from '../../explain/net/line.ts';
import { dnsText } from '../../explain/net/views.ts';
import { BANK, type WebFrame, type WebLesson } from '../../explain/net/web.ts';
import { METHODS, type MethodRow } from '../../net/http/semantics.ts';
import { flagNames } from '../../net/index.ts';
import { listed } from '../lists.ts';
import { colorsOf, table } from '../render.ts';
import type { Session } from '../session.ts';
import { type LadderRow, ladderLines } from '../tls/ladder.ts';
import { prose, wrap } from '../wrap.ts';

/** Of the ladder above it. */
const LADDER_WIDTH = 72;

export function webText(session: Session, lesson: WebLesson, all: boolean): string {
  const { bold } = colorsOf(session);
  const names: [string, string] = [session.say('web.party.alice'), BANK];
  const [heading, ...rows] = ladderLines(session, [], names);
  const lines = [heading!, ...rows];
  let folded = 0;
  for (const { phase } of lesson.phases) {
    lines.push(bold(session.say(`web.phase.${phase}`)));
    const own = lesson.frames.flatMap((frame, i) =>
      frame.phase === phase ? [{ frame, number: i + 1 }] : [],
    );
    const shown = own.filter(({ frame }) => all || !isBareAck(frame));
    folded += own.length - shown.length;
    const drawn = shown.map(({ frame, number }) => rowOf(session, frame, number));
    lines.push(...ladderLines(session, drawn, names).slice(1));
    if (phase === 'dns') lines.push(...cacheLine(session, lesson));
  }
  const more = folded > 0 ? [session.say('web.folded', { count: String(folded) })] : [];
  return [
    ...lines,
    ...more,
    '',
    costTable(session, lesson),
    '',
    ...(lesson.secure || lesson.exchanges.length === 0 ? [] : [methodTable(session, lesson), '']),
    ...againLines(session, lesson),
    prose(session.stdout, learned(session, lesson)),
  ].join('\n');
}

/** Who was asked before the question was sent. */
function cacheLine(session: Session, { known }: WebLesson): string[] {
  if (known?.by !== 'resolver') return [];
  return [wrap(`    ${session.say('web.dns.cache', { ttl: String(known.ttl) })}`, LADDER_WIDTH, 4)];
}

/** What the methods of these requests mean. */
function methodTable(session: Session, { exchanges }: WebLesson): string {
  const used = METHODS.filter(({ method }) => exchanges.some(({ request }) => request.method === method));
  const yes = (is: MethodRow['cacheable']) =>
    session.say(is === 'explicitly' ? 'web.method.explicitly' : `session.${is ? 'yes' : 'no'}`);
  return table(
    [
      session.say('web.method'),
      session.say('web.method.safe'),
      session.say('web.method.idempotent'),
      session.say('web.method.cacheable'),
    ],
    used.map(({ method, safe, idempotent, cacheable }) => [
      method,
      yes(safe),
      yes(idempotent),
      yes(cacheable),
    ]),
  );
}

/** After the handshake nothing is to be learned from it. */
function isBareAck({ packet: { tcp }, phase, seen, again }: WebFrame): boolean {
  return (
    phase !== 'tcp' &&
    phase !== 'close' &&
    seen.fate === 'delivered' &&
    again === undefined &&
    tcp?.payload.length === 0 &&
    flagNames(tcp.flags).join() === 'ACK'
  );
}

function rowOf(session: Session, frame: WebFrame, number: number): LadderRow {
  const { seen, packet, holds, again } = frame;
  const count = String(seen.frame.length);
  const { tcp, udp } = packet;
  const app = holds.map(({ label }) => label).join(', ');
  const label = udp ? dnsText(udp.payload) : app !== '' ? app : flagNames(tcp?.flags ?? 0).join(', ');
  const bytes = session.say('tls.demo.bytes', { count });
  return {
    number,
    from: seen.from === 'a' ? 'client' : 'server',
    label,
    note: again === undefined ? bytes : session.say('web.again', { why: whyText(session, again), bytes }),
    protected: holds.length > 0 && holds.every(({ sealed }) => sealed),
    broken: seen.fate === 'lost' ? session.say('web.lost') : undefined,
  };
}

function whyText(session: Session, why: string): string {
  if (why === 'timeout') return session.say('web.why.timeout');
  return why === 'fast' || why === 'recovery' ? session.say('web.why.fast') : why;
}

function costTable(session: Session, { phases, secure }: WebLesson): string {
  const total = (pick: (cost: WebLesson['phases'][number]) => number) =>
    phases.reduce((sum, cost) => sum + pick(cost), 0);
  const row = (name: string, time: number, frames: number, bytes: number, useful: number) => [
    name,
    `${Math.round(time / 1000)} ms`,
    tripsOf(time),
    String(frames),
    String(bytes),
    String(useful),
  ];
  return table(
    [
      session.say('web.cost.phase'),
      session.say('web.cost.time'),
      isEven(phases)
        ? session.say('web.cost.trips')
        : session.say('web.cost.times', { trip: String(ROUND_TRIP / 1000) }),
      session.say('web.cost.packets'),
      session.say('web.cost.bytes'),
      session.say('web.cost.useful'),
    ],
    [
      ...phases.map(({ phase, time, frames, bytes, useful }) =>
        row(
          phase === 'http' && secure ? 'HTTP + TLS' : session.say(`web.name.${phase}`),
          time,
          frames,
          bytes,
          useful,
        ),
      ),
      row(
        session.say('web.cost.sum'),
        total(({ time }) => time),
        total(({ frames }) => frames),
        total(({ bytes }) => bytes),
        total(({ useful }) => useful),
      ),
    ],
  );
}

/** To a tenth. */
function tripsOf(time: number): string {
  return String(Math.round((10 * time) / ROUND_TRIP) / 10);
}

/** Whether every phase took whole round trips, as on a line without hazards. Else the figures are times. */
function isEven(phases: WebLesson['phases']): boolean {
  return phases.every(({ time }) => time % ROUND_TRIP === 0);
}

function againLines(session: Session, { frames }: WebLesson): string[] {
  const again = frames.flatMap((frame, i) => (frame.again === undefined ? [] : [String(i + 1)]));
  if (again.length === 0) return [];
  const numbers = listed(session, again);
  return [prose(session.stdout, session.say('web.againList', { count: String(again.length), numbers }))];
}

function learned(session: Session, { phases, secure, exchanges }: WebLesson): string {
  if (exchanges.length < 3) return session.say('web.learned.gaveUp');
  if (!secure) return session.say('web.learned.http');
  const tls = phases.find(({ phase }) => phase === 'tls')!;
  const values = { trips: tripsOf(tls.time), bytes: String(tls.bytes) };
  if (isEven(phases)) return session.say('web.learned.https', values);
  const [time, trip] = [tls.time, ROUND_TRIP].map((micros) => String(Math.round(micros / 1000)));
  return session.say('web.learned.https.lossy', { ...values, time: time!, trip: trip! });
}
