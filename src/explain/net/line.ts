/**
 * Alice and Bob on one line, each with the TCP of its own, and everything that happens on it noted in the order of time.
 *
 * Clock, hazards and numbers come from one seed: the same word gives the same frames. Whoever else stands on the line is a tap.
 */

import { VirtualClock } from '../../net/clock.ts';
import { createHost, type Host, type HostOptions } from '../../net/host.ts';
import { type Hazards, Link, type SeenFrame } from '../../net/link.ts';
import type { TcpState } from '../../net/tcp/events.ts';
import { parsePacket } from '../../net/wire/packet.ts';
import type { RandomSource } from '../../random/index.ts';
import type { MessageKey, MessageValues } from '../../trace/index.ts';
import type { Noted, Who } from './noted.ts';

/** Addresses set aside for documentation (RFC 5737). */
export const ALICE = { name: 'alice', address: '192.0.2.10', mac: '02:00:00:00:00:0a', end: 'a' } as const;
export const BOB = { name: 'bob', address: '198.51.100.20', mac: '02:00:00:00:00:0b', end: 'b' } as const;

/** Half a round trip of 20 ms, as between two towns. */
const DELAY = 10_000;
/** Both ways, in microseconds, on a line without hazards. */
export const ROUND_TRIP = 2 * DELAY;

export interface LinePlan {
  readonly random: RandomSource;
  /** 10 ms each way, and nothing else, unless given. */
  readonly hazards?: Partial<Hazards>;
  readonly alice?: Pick<HostOptions, 'profile' | 'isn' | 'onOther'>;
  readonly bob?: Pick<HostOptions, 'profile' | 'isn' | 'onOther'>;
}

export interface Line {
  readonly clock: VirtualClock;
  readonly link: Link;
  readonly alice: Host;
  readonly bob: Host;
  readonly noted: readonly Noted[];
  /** What was sent, before the hazards: a capture. */
  readonly frames: readonly SeenFrame[];
  /** For what stands at the line besides the two hosts. */
  note(one: Noted): void;
  /** Puts a sentence between what happens. */
  say<K extends MessageKey>(who: Who, say: K, values: MessageValues<K>): void;
}

export function openLine({ random, hazards, alice, bob }: LinePlan): Line {
  const clock = new VirtualClock();
  const link = new Link(clock, random, { delay: DELAY, ...hazards });
  const noted: Noted[] = [];
  const frames: SeenFrame[] = [];
  const note = (one: Noted) => void noted.push(one);
  link.onFrame((seen) => {
    frames.push(seen);
    note({ kind: 'frame', time: seen.time, seen, packet: parsePacket(seen.frame) });
  });
  const open = (who: typeof ALICE | typeof BOB, peer: typeof ALICE | typeof BOB, more: LinePlan['alice']) =>
    createHost({
      ...more,
      ...who,
      gatewayMac: peer.mac,
      clock,
      link,
      random,
      onCall: ({ time, call, port, before, after }) =>
        note({ kind: 'call', time, who: who.name, port, call, before, after }),
      onEvent: (event, connection) => {
        const { port } = connection.local;
        if (event.type === 'state') {
          note({ kind: 'state', time: clock.now, who: who.name, port, from: event.from, to: event.to });
        } else if (event.type === 'retransmission' || event.type === 'probe') {
          markFrame(noted, who.end, event.seq, event.type === 'probe' ? 'probe' : event.why);
        } else if (event.type === 'timeout' || event.type === 'reset') {
          note({ kind: 'end', time: clock.now, who: who.name, port, what: event.type });
        }
      },
    });
  return {
    clock,
    link,
    alice: open(ALICE, BOB, alice),
    bob: open(BOB, ALICE, bob),
    noted,
    frames,
    note,
    say: (who, say, values) =>
      note({ kind: 'said', time: clock.now, who, say, values: values as Readonly<Record<string, string>> }),
  };
}

/** The frame that the event speaks of has just been sent, and stands near the end. */
function markFrame(noted: Noted[], end: 'a' | 'b', seq: number, why: string): void {
  for (let i = noted.length - 1; i >= 0; i--) {
    const one = noted[i]!;
    if (one.kind !== 'frame' || one.seen.from !== end || one.packet.tcp?.seq !== seq) continue;
    noted[i] = { ...one, again: why };
    return;
  }
}

/** The last state of a connection that was noted. */
export function lastState(noted: readonly Noted[], who: 'alice' | 'bob', port?: number): TcpState {
  const last = noted.findLast(
    (one) => one.kind === 'state' && one.who === who && (port === undefined || one.port === port),
  );
  return last?.kind === 'state' ? last.to : 'CLOSED';
}
