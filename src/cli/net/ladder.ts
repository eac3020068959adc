/**
 * What is noted of a simulation as a ladder: time, Alice's calls and states, arrows with flags and numbers as tcpdump
 * prints them, Bob's calls and states. In 80 columns; what arrives nowhere ends in a cross.
 */
import { ALICE, BOB } from '../../explain/net/line.ts';
import type { Noted } from '../../explain/net/noted.ts';
import { ACK, FIN, flagLetters, RST, SYN } from '../../net/index.ts';
import { messageOf } from '../../trace/index.ts';
import { colorsOf, columnsOf, padded } from '../render.ts';
import type { Session } from '../session.ts';
import { wrap } from '../wrap.ts';

export interface LadderOptions {
  /** Sequence numbers as they are, instead of counted from the first of each direction. */
  readonly absolute?: boolean;
}

const WIDTH = 80;
const TIME = 8;
const STATE = 12;
/** Between the two lines. */
const INNER = 43;

type Frame = Extract<Noted, { kind: 'frame' }>;

/** What happens in one instant. */
interface Instant {
  readonly time: number;
  readonly alice: string[];
  readonly bob: string[];
  readonly middle: string[];
}

/** A heading, then one line or more for each instant. */
export function ladderText(session: Session, noted: readonly Noted[], options: LadderOptions = {}): string {
  const { bold } = colorsOf(session);
  const firsts = options.absolute ? undefined : new Map<string, number>();
  const lines = [
    `${' '.repeat(TIME + 1)}${bold(padded('Alice', STATE))}${' '.repeat(INNER + 3)}${bold('Bob')}`,
  ];
  let instant: Instant | undefined;
  const finish = () => {
    if (instant) lines.push(...instantLines(session, instant));
    instant = undefined;
  };
  for (const one of noted) {
    if (instant && instant.time !== one.time) finish();
    if (one.kind === 'said') {
      finish();
      lines.push(...wrap(`  ${messageOf(session.lang, one.say, one.values)}`, WIDTH, 2).split('\n'));
      continue;
    }
    instant ??= { time: one.time, alice: [], bob: [], middle: [] };
    if (one.kind === 'frame') {
      const stranger = strangerIn(one);
      if (stranger !== undefined) instant.alice[instant.middle.length] = stranger;
      instant.middle.push(...frameLines(session, one, firsts));
    } else instant[one.who].push(ownText(session, one));
  }
  finish();
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** The address at the left end, where it is not Alice's: what the hacker sends and gets for himself. */
function strangerIn({ packet: { ipv4, tcp } }: Frame): string | undefined {
  if (!ipv4 || !tcp) return undefined;
  return [ipv4.source, ipv4.destination].find(
    (address) => address !== ALICE.address && address !== BOB.address,
  );
}

function ownText(session: Session, one: Exclude<Noted, { kind: 'frame' | 'said' }>): string {
  if (one.kind === 'call') return `${one.call}()`;
  return one.kind === 'state' ? one.to : session.say(`net.ladder.${one.what}`);
}

function instantLines(session: Session, { time, alice, bob, middle }: Instant): string[] {
  const { dim, bold } = colorsOf(session);
  const own = (text: string) => (/^[A-Z]/.test(text) ? bold(text) : text);
  const count = Math.max(alice.length, bob.length, middle.length);
  return Array.from({ length: count }, (_, i) => {
    const clock = (i === 0 ? secondsText(time) : '').padStart(TIME);
    const left = padded(own(alice[i] ?? ''), STATE);
    const between = middle[i] ?? ' '.repeat(INNER);
    return `${dim(clock)} ${left} │${between}│ ${own(bob[i] ?? '')}`;
  });
}

/** Seconds to the millisecond. */
export function secondsText(micros: number): string {
  return (Math.round(micros / 1000) / 1000).toFixed(3);
}

/** The arrow; its text above it where the two together are too long; below it what became of it, and why it was sent again. */
function frameLines(session: Session, frame: Frame, firsts: Map<string, number> | undefined): string[] {
  const { red, yellow, dim } = colorsOf(session);
  const { fate, from } = frame.seen;
  const become = frame.delayed ?? fate;
  const isLost = become === 'lost' || become === 'dropped';
  const isOdd = become === 'injected' || become === 'altered' || frame.delayed !== undefined;
  const paint = isLost ? red : isOdd ? yellow : (text: string) => text;
  const label = segmentText(frame, firsts);
  const fits = columnsOf(label) + 8 <= INNER;
  const inside = fits ? ` ${label} ` : '';
  const line = '─'.repeat(INNER - 4 - columnsOf(inside));
  const tip = isLost ? '✗' : become === 'held' ? '…' : from === 'a' ? '►' : '◄';
  const arrow = from === 'a' ? `──${inside}${line}─${tip}` : `${tip}─${inside}${line}──`;
  const above = fits
    ? []
    : wrap(` ${label}`, INNER - 1, 2)
        .split('\n')
        .map((text) => padded(text, INNER));
  const notes = [
    ...(become === 'delivered' ? [] : [paint(session.say(`net.ladder.${become}`))]),
    ...(frame.again === undefined ? [] : [dim(againText(session, frame.again))]),
  ];
  return [...above, paint(arrow), ...notes.map((note) => padded(`   ${note}`, INNER))];
}

/** Why it was sent again. */
export function againText(session: Session, why: string): string {
  const known = ['timeout', 'fast', 'recovery', 'simultaneous-open', 'probe'] as const;
  const found = known.find((one) => one === why);
  return found === undefined ? why : session.say(`net.why.${found}`);
}

/** `[S.] seq 0, ack 1, length 0`. What is not TCP is told by its size. */
function segmentText({ packet }: Frame, firsts: Map<string, number> | undefined): string {
  const { tcp, udp, ipv4, ethernet } = packet;
  if (udp) return `UDP, length ${udp.payload.length}`;
  if (!tcp || !ipv4) return `length ${ethernet.payload.length}`;
  const here = `${ipv4.source}:${tcp.sourcePort}`;
  const there = `${ipv4.destination}:${tcp.destinationPort}`;
  const [forth, back] = [`${here}>${there}`, `${there}>${here}`];
  const isSyn = (tcp.flags & SYN) !== 0;
  if (firsts && isSyn) firsts.set(forth, tcp.seq);
  // As tcpdump has it: a SYN tells the numbers as they are, what follows counts from them.
  const seq = (tcp.seq - (isSyn ? 0 : (firsts?.get(forth) ?? 0))) >>> 0;
  const ack = (tcp.ack - (isSyn ? 0 : (firsts?.get(back) ?? 0))) >>> 0;
  const { length } = tcp.payload;
  const parts = [`[${flagLetters(tcp.flags)}]`];
  if (length > 0) parts.push(`seq ${seq}:${(seq + length) >>> 0},`);
  else if ((tcp.flags & (SYN | FIN | RST)) !== 0) parts.push(`seq ${seq},`);
  if ((tcp.flags & ACK) !== 0) parts.push(`ack ${ack},`);
  // A SYN has none, and two numbers as they are fill the line.
  if (isSyn && length === 0) return parts.join(' ').slice(0, -1);
  return `${parts.join(' ')} length ${length}`;
}
