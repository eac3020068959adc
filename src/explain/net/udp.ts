/** UDP beside TCP (RFC 768, RFC 9293): what is lost, doubled or out of order stays so in the one, and is mended in the other. */
import type { MessageKey } from '../../trace/index.ts';
import type { NetLesson } from './lesson.ts';
import { ALICE } from './line.ts';
import type { Noted } from './noted.ts';
import { HAZARDS, sendByTcp, sendByUdp, type Transfer, textBefore, type UdpPlan } from './udp-record.ts';

type Frame = Extract<Noted, { kind: 'frame' }>;

export interface MessageFacts {
  readonly number: number;
  readonly udp: {
    readonly sent: number;
    /** None: it was lost. */
    readonly arrived: readonly number[];
    /** A later one was there before. */
    readonly late: boolean;
  };
  readonly tcp: {
    readonly sent: number;
    readonly read: number | null;
    /** When it was sent again. */
    readonly again: readonly number[];
    /** It was there, and could not be read before this one was. */
    readonly waitedFor: number | null;
  };
}

export interface TransferFacts {
  /** Different messages that Bob's program got. */
  readonly arrived: number;
  readonly twice: number;
  readonly late: number;
  readonly packets: number;
  /** Of UDP or TCP: the shortest and the longest header. */
  readonly header: readonly [number, number];
  /** All frames, in bytes. */
  readonly bytes: number;
  readonly repeats: number;
  readonly last: number | null;
}

export interface UdpFacts {
  readonly count: number;
  readonly loss: number;
  readonly duplicate: number;
  readonly reorder: number;
  /** Each message met the same in both runs the first time. */
  readonly sameFates: boolean;
  readonly messages: readonly MessageFacts[];
  readonly udp: TransferFacts;
  readonly tcp: TransferFacts;
}

export function runUdp(plan: UdpPlan): NetLesson<UdpFacts> {
  const [udp, tcp] = [sendByUdp(plan), sendByTcp(plan)];
  const facts: UdpFacts = {
    count: plan.count,
    loss: plan.loss,
    ...HAZARDS,
    sameFates: fatesOf(udp).join() === fatesOf(tcp).join(),
    messages: messagesOf(plan.count, udp, tcp),
    udp: factsOf(udp),
    tcp: factsOf(tcp),
  };
  return {
    name: 'udp',
    scenes: [udp.line, tcp.line],
    facts,
    learned: sentenceFor(facts),
    values: valuesOf(facts),
  };
}

const framesOf = ({ line }: Transfer) => line.noted.filter((one): one is Frame => one.kind === 'frame');

/** What became of each message the first time it was sent. */
function fatesOf(transfer: Transfer): string[] {
  const isFirst = ({ packet: { udp, tcp }, again }: Frame) =>
    again === undefined && (udp ?? tcp)!.payload.length > 0;
  return framesOf(transfer)
    .filter((frame) => frame.seen.from === ALICE.end && isFirst(frame))
    .map(({ seen }) => seen.fate);
}

function messagesOf(count: number, udp: Transfer, tcp: Transfer): MessageFacts[] {
  const arrivals = byNumber(udp);
  const late = lateIn(udp);
  const reads = byNumber(tcp);
  const iss = framesOf(tcp)[0]?.packet.tcp?.seq ?? 0;
  const repeats = framesOf(tcp).flatMap(({ time, packet, again }) => {
    const length = packet.tcp?.payload.length ?? 0;
    const start = ((packet.tcp?.seq ?? 0) - iss - 1) >>> 0;
    return again === undefined || length === 0 ? [] : [{ time, start, end: start + length }];
  });
  const firstRead = new Map<number, number>();
  for (const { number, time } of tcp.received) {
    if (!firstRead.has(time)) firstRead.set(time, number);
  }
  return Array.from({ length: count }, (_, i) => {
    const number = i + 1;
    const read = reads.get(number)?.[0] ?? null;
    const again = repeats
      .filter(({ start, end }) => start <= textBefore(number) && textBefore(number) < end)
      .map(({ time }) => time);
    const before = read === null ? number : (firstRead.get(read) ?? number);
    // As long on the way as by UDP: what came only with a repeat was not there to wait.
    const [arrived] = arrivals.get(number) ?? [];
    const own = arrived === undefined ? undefined : (tcp.sent[i] ?? 0) + arrived - (udp.sent[i] ?? 0);
    const waited = read !== null && own !== undefined && own <= read && before < number;
    return {
      number,
      udp: {
        sent: udp.sent[i] ?? 0,
        arrived: arrivals.get(number) ?? [],
        late: late.has(number),
      },
      tcp: { sent: tcp.sent[i] ?? 0, read, again, waitedFor: waited ? before : null },
    };
  });
}

function byNumber({ received }: Transfer): Map<number, number[]> {
  const times = new Map<number, number[]>();
  for (const { number, time } of received) times.set(number, [...(times.get(number) ?? []), time]);
  return times;
}

/** Those whose first copy came after a later message. */
function lateIn({ received }: Transfer): Set<number> {
  const late = new Set<number>();
  const seen = new Set<number>();
  let highest = 0;
  for (const { number } of received) {
    if (number < highest && !seen.has(number)) late.add(number);
    seen.add(number);
    highest = Math.max(highest, number);
  }
  return late;
}

function factsOf(transfer: Transfer): TransferFacts {
  const frames = framesOf(transfer);
  const times = byNumber(transfer);
  const headers = frames.map(({ packet: { ipv4, udp, tcp } }) => {
    const payload = (udp ?? tcp)!.payload.length;
    return ipv4!.payload.length - payload;
  });
  return {
    arrived: times.size,
    twice: [...times.values()].filter(({ length }) => length > 1).length,
    late: lateIn(transfer).size,
    packets: frames.length,
    header: [Math.min(...headers), Math.max(...headers)],
    bytes: frames.reduce((sum, { seen }) => sum + seen.frame.length, 0),
    repeats: frames.filter(({ again }) => again !== undefined).length,
    last: transfer.received.at(-1)?.time ?? null,
  };
}

function sentenceFor({ count, udp }: UdpFacts): MessageKey {
  if (udp.arrived === 0) return 'udp.learned.nothing';
  const unharmed = udp.arrived === count && udp.twice === 0 && udp.late === 0;
  return unharmed ? 'udp.learned.unharmed' : 'udp.learned.harmed';
}

function valuesOf({ count, udp, tcp }: UdpFacts): Record<string, string> {
  const seconds = (micros: number | null) => String(Math.round((micros ?? 0) / 1000) / 1000);
  return {
    count: String(count),
    lost: String(count - udp.arrived),
    twice: String(udp.twice),
    late: String(udp.late),
    arrived: String(tcp.arrived),
    repeats: String(tcp.repeats),
    udpLast: seconds(udp.last),
    tcpLast: seconds(tcp.last),
    udpPackets: String(udp.packets),
    tcpPackets: String(tcp.packets),
  };
}
