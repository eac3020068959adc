/** What a SYN flood came to: Bob's places over time, how long one stays taken, how Alice fared; and the sentence for it. */
import { ACK, SYN } from '../../net/index.ts';
import { COOKIE_MSS } from '../../net/tcp/syn-cookie.ts';
import type { MessageKey } from '../../trace/index.ts';
import type { AliceSyn, FloodPlan, FloodRecord } from './flood-record.ts';
import { timeOfState } from './lesson.ts';
import { ALICE, BOB } from './line.ts';
import type { Noted } from './noted.ts';

type Frame = Extract<Noted, { kind: 'frame' }>;

/** Half-open connections, and SYNs dropped so far. */
export interface QueueState {
  readonly time: number;
  readonly halfOpen: number;
  readonly dropped: number;
}

export interface FloodFacts {
  readonly count: number;
  readonly backlog: number;
  readonly cookies: boolean;
  readonly dropped: number;
  readonly cookiesSent: number;
  readonly mostHalfOpen: number;
  /** When the last place was taken. */
  readonly full: number | null;
  /** The first half-open connection: when its SYN-ACKs went, when it was given up, and how long each wait was. */
  readonly entry: {
    readonly synAcks: readonly number[];
    readonly gone: number | null;
    readonly waits: readonly number[];
    readonly total: number;
  };
  readonly alice: {
    readonly began: number | null;
    readonly syns: readonly AliceSyn[];
    readonly connected: number | null;
    readonly gaveUp: number | null;
    /** Bob's page came whole. */
    readonly page: boolean;
  };
  /** The size of segment that Alice asked for, and the longest that Bob sent her. */
  readonly mss: { readonly asked: number | null; readonly used: number | null };
  readonly windowScale: { readonly asked: number | null; readonly answered: number | null };
  /** The number of Alice's SYN-ACK, if it was a cookie, in its parts. */
  readonly cookie: {
    readonly number: number;
    readonly period: number;
    readonly mssIndex: number;
    readonly mss: number;
    readonly tag: number;
  } | null;
  /** Bob's places at the moments that count. */
  readonly queue: readonly QueueState[];
}

export function floodFacts(plan: FloodPlan, record: FloodRecord): FloodFacts {
  const { line, listening, syns, drops, page } = record;
  const { noted } = line;
  const frames = noted.filter((one): one is Frame => one.kind === 'frame');
  const own = frames.filter(({ packet }) => isOfAlice(packet));
  const from = (end: 'a' | 'b') => own.filter(({ seen }) => seen.from === end);
  const syn = from(ALICE.end)[0];
  const synAck = from(BOB.end).findLast(({ packet }) => packet.tcp?.flags === (SYN | ACK));
  const byCookie = syns.at(-1)?.fate === 'cookie';
  const sizes = sizesOf(noted, byCookie);
  const entry = firstEntry(noted, frames, record.firstForged);
  const alice = {
    began: syn?.time ?? null,
    syns,
    connected: timeOfState(noted, 'alice', 'ESTABLISHED') ?? null,
    gaveUp: endOf(noted, 'alice') ?? null,
    page: page.whole,
  };
  const full = sizes.find(({ size }) => size >= plan.backlog)?.time ?? null;
  const empty = sizes.findLast(({ size }) => size === 0)?.time;
  const moments = [
    full,
    ...syns.map(({ time }) => time),
    ...entry.synAcks,
    entry.gone,
    alice.connected,
    alice.gaveUp,
    empty,
  ];
  const used = most(from(BOB.end).map(({ packet }) => packet.tcp?.payload.length ?? 0));
  return {
    count: plan.count,
    backlog: plan.backlog,
    cookies: plan.cookies ?? false,
    dropped: listening.listener.dropped,
    cookiesSent: listening.listener.cookiesSent,
    mostHalfOpen: most(sizes.map(({ size }) => size)),
    full,
    entry,
    alice,
    mss: { asked: syn?.packet.tcp?.options.mss ?? null, used: used || null },
    windowScale: {
      asked: syn?.packet.tcp?.options.windowScale ?? null,
      answered: synAck?.packet.tcp?.options.windowScale ?? null,
    },
    cookie: byCookie && synAck?.packet.tcp ? cookieParts(synAck.packet.tcp.seq) : null,
    queue: statesAt(moments, sizes, drops),
  };
}

const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), 0);

function isOfAlice({ ipv4 }: Frame['packet']): boolean {
  return ipv4?.source === ALICE.address || ipv4?.destination === ALICE.address;
}

function endOf(noted: readonly Noted[], who: 'alice' | 'bob'): number | undefined {
  return noted.find((one) => one.kind === 'end' && one.who === who && one.what === 'timeout')?.time;
}

/** All wait equally long, so the first that Bob gives up is the first that came. */
function firstEntry(noted: readonly Noted[], frames: readonly Frame[], address: string): FloodFacts['entry'] {
  const synAcks = frames.filter(({ packet }) => packet.ipv4?.destination === address).map(({ time }) => time);
  const gone = endOf(noted, 'bob') ?? null;
  const times = gone === null ? synAcks : [...synAcks, gone];
  const waits = times.slice(1).map((time, i) => time - times[i]!);
  return { synAcks, gone, waits, total: (times.at(-1) ?? 0) - (times[0] ?? 0) };
}

interface Size {
  readonly time: number;
  readonly size: number;
}

/** How many are half-open after each change. Who comes with a cookie never was among them. */
function sizesOf(noted: readonly Noted[], byCookie: boolean): Size[] {
  const sizes: Size[] = [];
  let size = 0;
  for (const one of noted) {
    if (one.kind !== 'state' || one.who !== 'bob') continue;
    if (one.to === 'SYN-RECEIVED') size++;
    else if (one.from === 'SYN-RECEIVED' && !(byCookie && one.to === 'ESTABLISHED')) size--;
    else continue;
    sizes.push({ time: one.time, size });
  }
  return sizes;
}

function statesAt(
  moments: readonly (number | null | undefined)[],
  sizes: readonly Size[],
  drops: readonly number[],
): QueueState[] {
  const times = [...new Set(moments)].filter((time) => typeof time === 'number').sort((a, b) => a - b);
  let [change, dropped] = [0, 0];
  return times.map((time) => {
    while (change < sizes.length && sizes[change]!.time <= time) change++;
    while (dropped < drops.length && drops[dropped]! <= time) dropped++;
    return { time, halfOpen: sizes[change - 1]?.size ?? 0, dropped };
  });
}

/** As syn-cookie.ts puts them together. */
function cookieParts(number: number): NonNullable<FloodFacts['cookie']> {
  const mssIndex = (number >>> 24) & 7;
  return {
    number,
    period: number >>> 27,
    mssIndex,
    mss: COOKIE_MSS[mssIndex]!,
    tag: number & 0xffffff,
  };
}

export function floodSentence({ alice, cookie, mss, windowScale, full }: FloodFacts): MessageKey {
  if (alice.connected === null) return 'tcp.synflood.learned.never';
  if (cookie !== null) {
    const isPoorer = (mss.used ?? 0) < (mss.asked ?? 0);
    const isScaleLost = windowScale.asked !== null && windowScale.answered === null;
    return isPoorer && isScaleLost ? 'tcp.synflood.learned.cookie' : 'tcp.synflood.learned.cookieFree';
  }
  if (alice.syns.some(({ fate }) => fate === 'dropped')) return 'tcp.synflood.learned.late';
  return full === null ? 'tcp.synflood.learned.room' : 'tcp.synflood.learned.lucky';
}

export function floodValues(facts: FloodFacts): Record<string, string> {
  const { alice, entry } = facts;
  const seconds = (micros: number | null) => String(Math.round((micros ?? 0) / 1000) / 1000);
  return {
    count: String(facts.count),
    backlog: String(facts.backlog),
    most: String(facts.mostHalfOpen),
    cookies: String(facts.cookiesSent),
    full: seconds(facts.full),
    place: seconds(entry.total),
    drops: String(alice.syns.filter(({ fate }) => fate === 'dropped').length),
    at: seconds(alice.connected),
    waited: seconds((alice.connected ?? 0) - (alice.began ?? 0)),
    gaveUp: seconds(alice.gaveUp),
    asked: String(facts.mss.asked ?? 0),
    used: String(facts.mss.used ?? 0),
  };
}
