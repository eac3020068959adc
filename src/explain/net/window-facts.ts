/** What a run of the sliding window was, step by step and in sum; and which sentence that makes. */
import type { MessageKey } from '../../trace/index.ts';
import { ALICE } from './line.ts';
import type { Noted } from './noted.ts';
import {
  SEGMENT,
  type WindowAck,
  type WindowPlan,
  type WindowRecord,
  type WindowState,
} from './window-record.ts';

/** Segments one behind the other, as relative numbers: `to` is the first that is not in it. */
export interface SentRange {
  readonly from: number;
  readonly to: number;
  readonly segments: number;
  readonly lost: boolean;
  /** It was sent before, or asks about a closed window: why. */
  readonly again: string | null;
}

/** One instant at Alice's end. */
export interface WindowStep {
  readonly time: number;
  readonly ack: WindowAck | null;
  readonly sent: readonly SentRange[];
  readonly window: WindowState;
  /** Whose window it is that the next segment waits for. */
  readonly heldBy: 'receiver' | 'network' | null;
}

export interface WindowFacts {
  readonly bytes: number;
  readonly segment: number;
  readonly segments: number;
  /** Bytes that Bob's program read, all of them right; null if one was not. */
  readonly delivered: number | null;
  /** When the last byte was acknowledged. */
  readonly finished: number | null;
  readonly mostInFlight: number;
  /** In how many steps something waited, and for which window. */
  readonly heldBy: { readonly receiver: number; readonly network: number };
  readonly cwnd: {
    readonly first: number;
    readonly beforeLoss: number | null;
    readonly least: number;
    /** At the end; null where nothing was lost. */
    readonly ssthresh: number | null;
  };
  readonly lost: readonly number[];
  readonly again: { readonly fast: readonly number[]; readonly timeout: readonly number[] };
  /** Bytes that were sent again. */
  readonly repeated: number;
  readonly duplicateAcks: number;
  /** The most that Bob kept behind a gap. */
  readonly mostHeld: number;
  /** When Alice learned that Bob's window is closed, of which of her questions, and that it is open. */
  readonly closed: number | null;
  readonly probes: readonly number[];
  readonly opened: number | null;
  readonly read: number | null;
  readonly leastRwnd: number;
  readonly steps: readonly WindowStep[];
  readonly bob: WindowRecord['held'];
}

export function windowFacts(plan: WindowPlan, record: WindowRecord) {
  const steps = stepsOf(record);
  const ranges = steps.flatMap(({ time, sent }) => sent.map((range) => ({ time, ...range })));
  const timesOf = (...why: string[]) =>
    ranges.flatMap(({ time, again }) => (again !== null && why.includes(again) ? [time] : []));
  const closing = steps.findIndex(({ ack }) => ack?.window === 0);
  const opening = steps.find(({ ack }, i) => closing >= 0 && i > closing && ack !== null && ack.window > 0);
  const repeat = steps.findIndex(({ sent }) => sent.some(({ again }) => again !== null && again !== 'probe'));
  const cwnds = steps.map(({ window }) => window.cwnd);
  const facts: WindowFacts = {
    bytes: plan.bytes,
    segment: SEGMENT,
    segments: sum(ranges.map(({ again, segments }) => (again === null ? segments : 0))),
    delivered: record.delivered ?? null,
    finished: steps.find(({ window }) => window.acked === plan.bytes)?.time ?? null,
    mostInFlight: most(steps.map(({ window }) => window.flight)),
    heldBy: {
      receiver: steps.filter(({ heldBy }) => heldBy === 'receiver').length,
      network: steps.filter(({ heldBy }) => heldBy === 'network').length,
    },
    cwnd: {
      first: cwnds[0] ?? 0,
      beforeLoss: repeat > 0 ? cwnds[repeat - 1]! : null,
      least: cwnds.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      ssthresh: record.lost.length > 0 ? record.ssthresh : null,
    },
    lost: record.lost,
    again: { fast: timesOf('fast', 'recovery'), timeout: timesOf('timeout') },
    repeated: sum(ranges.map(({ again, from, to }) => (again === null || again === 'probe' ? 0 : to - from))),
    duplicateAcks: steps.filter(({ ack }) => (ack?.duplicate ?? 0) > 0).length,
    mostHeld: most(record.held.map(({ held }) => sum(held.map(({ left, right }) => right - left)))),
    closed: steps[closing]?.time ?? null,
    probes: timesOf('probe'),
    opened: opening?.time ?? null,
    read: record.wakes ?? null,
    leastRwnd: steps.reduce((least, { window }) => Math.min(least, window.rwnd), Number.POSITIVE_INFINITY),
    steps,
    bob: record.held,
  };
  return { facts, learned: sentenceFor(plan, facts), values: valuesOf(facts) };
}

function stepsOf({ line, states, acks, iss }: WindowRecord): WindowStep[] {
  const sent = new Map<number, SentRange[]>();
  for (const one of line.noted) {
    if (one.kind !== 'frame' || one.seen.from !== ALICE.end || !states.has(one.time)) continue;
    const range = rangeOf(one, iss);
    if (range) addRange(sent, one.time, range);
  }
  return [...states].map(([time, window]) => ({
    time,
    ack: acks.get(time) ?? null,
    sent: sent.get(time) ?? [],
    window,
    heldBy: holderOf(window),
  }));
}

function rangeOf(one: Extract<Noted, { kind: 'frame' }>, iss: number): SentRange | undefined {
  const { tcp } = one.packet;
  if (!tcp || tcp.payload.length === 0) return undefined;
  const from = (tcp.seq - iss) >>> 0;
  const lost = one.seen.fate === 'lost' || one.seen.fate === 'dropped';
  return { from, to: from + tcp.payload.length, segments: 1, lost, again: one.again ?? null };
}

/** Joins it to the one before, where the two are alike. */
function addRange(sent: Map<number, SentRange[]>, time: number, range: SentRange): void {
  const ranges = sent.get(time) ?? [];
  const before = ranges.at(-1);
  const joins = before?.to === range.from && before.lost === range.lost && before.again === range.again;
  if (joins) ranges[ranges.length - 1] = { ...before, to: range.to, segments: before.segments + 1 };
  else ranges.push(range);
  sent.set(time, ranges);
}

/** Something waits, and less than a segment of it may go. */
function holderOf({ may, wait, rwnd, cwnd, usable }: WindowState): WindowStep['heldBy'] {
  if (may + wait === 0 || usable >= Math.min(SEGMENT, may + wait)) return null;
  return rwnd <= cwnd ? 'receiver' : 'network';
}

function sentenceFor(plan: WindowPlan, facts: WindowFacts): MessageKey {
  const { heldBy, again, closed, probes, opened } = facts;
  if (facts.finished === null) return 'tcp.window.learned.gaveUp';
  if (plan.slowReader) {
    if (closed === null) return 'tcp.window.learned.neverClosed';
    if (probes.length === 0) return 'tcp.window.learned.noProbe';
    if (opened === null) return 'tcp.window.learned.stayedClosed';
    return doubles(probes) ? 'tcp.window.learned.doubling' : 'tcp.window.learned.probed';
  }
  if (facts.lost.length > 0) {
    if (again.timeout.length === 0) return 'tcp.window.learned.fast';
    return again.fast.length === 0 ? 'tcp.window.learned.timeout' : 'tcp.window.learned.fastAndTimeout';
  }
  if (heldBy.receiver > 0) {
    return heldBy.network > 0 ? 'tcp.window.learned.both' : 'tcp.window.learned.receiver';
  }
  return heldBy.network > 0 ? 'tcp.window.learned.network' : 'tcp.window.learned.neither';
}

/** Each wait is twice the one before. */
function doubles(times: readonly number[]): boolean {
  const waits = times.slice(1).map((time, i) => time - times[i]!);
  return waits.length > 1 && waits.every((wait, i) => i === 0 || wait === 2 * waits[i - 1]!);
}

function valuesOf(facts: WindowFacts): Record<string, string> {
  const { heldBy, again, cwnd, lost } = facts;
  const seconds = (micros: number | null | undefined) => String(Math.round((micros ?? 0) / 1000) / 1000);
  return {
    bytes: String(facts.bytes),
    most: String(facts.mostInFlight),
    receiver: String(heldBy.receiver),
    network: String(heldBy.network),
    lost: String(lost.length),
    fast: String(again.fast.length),
    timeout: String(again.timeout.length),
    fastAt: seconds(again.fast[0]),
    timeoutAt: seconds(again.timeout[0]),
    duplicates: String(facts.duplicateAcks),
    repeated: String(facts.repeated),
    held: String(facts.mostHeld),
    before: String(cwnd.beforeLoss ?? cwnd.first),
    least: String(cwnd.least),
    ssthresh: String(cwnd.ssthresh ?? cwnd.first),
    closed: seconds(facts.closed),
    probes: String(facts.probes.length),
    read: seconds(facts.read),
    opened: seconds(facts.opened),
    finished: seconds(facts.finished),
    rwnd: String(facts.leastRwnd),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), 0);
