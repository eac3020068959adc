/**
 * How TCP closes (RFC 9293, 3.6), run: in four segments, in three, half, by both at once, and by a server that never
 * does. TIME-WAIT's two reasons are in tcp-time-wait.ts.
 */
import { utf8 } from '../../bytes/index.ts';
import { FIN } from '../../net/index.ts';
import type { SocketHandlers } from '../../net/socket.ts';
import { LINUX } from '../../net/tcp/profile.ts';
import type { RandomSource } from '../../random/index.ts';
import { type NetLesson, timeOfState } from './lesson.ts';
import { BOB, openLine } from './line.ts';

const PORT = 443;
const CLOSES = 100_000;

export type CloseKind = 'four' | 'half' | 'three' | 'simultaneous';

export interface CloseFacts {
  readonly segments: number;
  /** Microseconds in TIME-WAIT. */
  readonly timeWait: number;
  /** Bytes that reached Alice behind her own FIN. */
  readonly receivedAfterFin: number;
  readonly states: Readonly<Record<'alice' | 'bob', readonly string[]>>;
}

export function runClose(random: RandomSource, kind: CloseKind): NetLesson<CloseFacts> {
  const bobs = kind === 'three' ? { bob: { profile: { ...LINUX, finAck: 'delayed' as const } } } : {};
  const line = openLine({ random, ...bobs });
  let late = 0;
  const handlers: SocketHandlers = {
    onFinished: (socket) => {
      if (kind === 'three') socket.close();
      if (kind === 'four') line.clock.after(5_000, () => socket.close());
      if (kind !== 'half') return;
      line.clock.after(5_000, () => void socket.send(utf8('the rest of the answer')));
      line.clock.after(30_000, () => socket.close());
    },
  };
  line.bob.listen(PORT, {
    onConnection: (socket) => {
      if (kind === 'simultaneous') line.clock.at(CLOSES, () => socket.close());
      return handlers;
    },
  });
  const alice = line.alice.connect(BOB.address, PORT, {
    onData: (bytes) => {
      if (alice.state === 'FIN-WAIT-2') late += bytes.length;
    },
    onFinished: (socket) => kind === 'half' && socket.close(),
  });
  line.clock.at(CLOSES, () => (kind === 'half' ? alice.shutdown() : alice.close()));
  line.clock.run();
  const { noted, frames } = line;
  const firstFin = noted.findIndex(
    (one) => one.kind === 'frame' && ((one.packet.tcp?.flags ?? 0) & FIN) !== 0,
  );
  const closing = noted.slice(firstFin).filter(({ kind: what }) => what === 'frame').length;
  const wait = (timeOfState(noted, 'alice', 'CLOSED') ?? 0) - (timeOfState(noted, 'alice', 'TIME-WAIT') ?? 0);
  const states = (who: 'alice' | 'bob') =>
    noted.flatMap((one) => (one.kind === 'state' && one.who === who ? [one.to] : []));
  return {
    name: `close-${kind}`,
    scenes: [{ noted, frames }],
    facts: {
      segments: closing,
      timeWait: wait,
      receivedAfterFin: late,
      states: { alice: states('alice'), bob: states('bob') },
    },
    learned: kind === 'four' ? 'tcp.close.learned' : `tcp.close.learned.${kind}`,
    values: { wait: String(wait / 1e6), bytes: String(late), segments: String(closing) },
  };
}

const CLIENTS = 5;

/** The peers close; Bob's program never does. Looked at an hour later. */
export interface ForgetFacts {
  /** When it was looked at, in microseconds. */
  readonly time: number;
  /** Bob's connections by their state. */
  readonly tally: Readonly<Record<string, number>>;
}

export function runForgetClose(random: RandomSource): NetLesson<ForgetFacts> {
  const line = openLine({ random });
  line.bob.listen(PORT, { onConnection: () => ({}) });
  for (let i = 0; i < CLIENTS; i++) {
    const socket = line.alice.connect(BOB.address, PORT);
    line.clock.at(CLOSES, () => socket.close());
  }
  const first = line.alice.calls.find(({ call }) => call === 'connect')?.port;
  line.clock.run({ until: 3_600_000_000 });
  const tally = line.bob.stack.tally();
  const { frames } = line;
  return {
    name: 'close-forget-close',
    scenes: [{ noted: ofOne(line.noted, first), frames }],
    facts: { time: line.clock.now, tally },
    learned: 'tcp.close.learned.forget',
    values: { count: String(tally['CLOSE-WAIT']), seconds: String(LINUX.finTimeout / 1e6) },
  };
}

/** All the connections look the same: those of Alice's other ports are left out, and Bob's after the first of each. */
function ofOne(noted: NetLesson['scenes'][number]['noted'], port: number | undefined) {
  const told = new Set<string>();
  return noted.filter((one) => {
    if (one.kind === 'frame') {
      return one.packet.tcp?.sourcePort === port || one.packet.tcp?.destinationPort === port;
    }
    if (one.kind === 'said') return true;
    if (one.who === 'alice') return one.port === port;
    const key = one.kind === 'state' ? one.to : one.kind === 'call' ? one.call : one.what;
    return !told.has(key) && told.add(key);
  });
}
