/**
 * A run of the sliding window: Alice sends, Bob acknowledges, and after each instant it is noted which bytes are
 * acknowledged, on their way, free to go, or held back. Segments are of 1000 bytes, for round numbers.
 */
import { SYN } from '../../net/index.ts';
import type { Socket } from '../../net/socket.ts';
import { LINUX, type TcpProfile } from '../../net/tcp/profile.ts';
import { parsePacket } from '../../net/wire/packet.ts';
import type { RandomSource } from '../../random/index.ts';
import { ALICE, BOB, type Line, openLine } from './line.ts';

/** Discard (RFC 863): takes what comes, and answers nothing. */
const PORT = 9;
export const SEGMENT = 1000;
/** A line on which a segment takes 8 ms to leave, so that they come one after the other. */
const BITS_PER_SECOND = 1_000_000;
/** How long a slow reader does something else. */
const NAP = 4_000_000;

export interface WindowPlan {
  readonly random: RandomSource;
  readonly bytes: number;
  /** Bob's buffer, and so the largest window that he offers. */
  readonly window: number;
  /** Which segments are lost, counted from 1 in the order of their bytes; one that stands twice is lost twice. */
  readonly lose?: readonly number[] | undefined;
  readonly slowReader?: boolean | undefined;
}

/** Numbers of bytes. */
export interface WindowState {
  /** Sent and acknowledged. */
  readonly acked: number;
  /** Sent, not acknowledged: in flight. */
  readonly flight: number;
  /** Not sent, and both windows have room. */
  readonly may: number;
  /** Not sent, and must wait. */
  readonly wait: number;
  /** Advertised by Bob. */
  readonly rwnd: number;
  /** What congestion control allows. */
  readonly cwnd: number;
  /** The effective window: the smaller of both less what is in flight. */
  readonly usable: number;
}

export interface WindowAck {
  /** Relative: 1 is the first byte. */
  readonly ack: number;
  readonly window: number;
  /** The how-manieth of the same; 0: it acknowledges something new. */
  readonly duplicate: number;
  /** The same number again, with another window. */
  readonly update: boolean;
}

/** What was noted while it ran. */
export interface WindowRecord {
  /** At the end: up to there cwnd doubles with each round trip (slow start), and grows slowly beyond. */
  readonly ssthresh: number;
  readonly line: Line;
  readonly states: ReadonlyMap<number, WindowState>;
  readonly acks: ReadonlyMap<number, WindowAck>;
  /** Bob's, whenever what he keeps behind a gap changes. */
  readonly held: readonly BobState[];
  readonly iss: number;
  /** When Bob's program reads again. */
  readonly wakes: number | undefined;
  /** What Bob's program got, if every byte was the right one. */
  readonly delivered: number | undefined;
  readonly lost: readonly number[];
}

export interface BobState {
  readonly time: number;
  /** In order so far. */
  readonly received: number;
  readonly held: readonly { readonly left: number; readonly right: number }[];
}

export function recordWindow({
  random,
  bytes,
  window,
  lose = [],
  slowReader = false,
}: WindowPlan): WindowRecord {
  // Windows of this size need no scale, which would round them.
  const own: TcpProfile = { ...LINUX, mss: SEGMENT, windowScale: undefined };
  const line = openLine({
    random,
    hazards: { bitsPerSecond: BITS_PER_SECOND },
    alice: { profile: own },
    bob: { profile: { ...own, receiveBuffer: window } },
  });
  const { clock, link } = line;
  const states = new Map<number, WindowState>();
  const acks = new Map<number, WindowAck>();
  const held: BobState[] = [];
  let bob: Socket | undefined;
  let delivered: number | undefined = 0;
  let awake = !slowReader;
  const readAll = (socket: Socket) => {
    for (const byte of socket.read()) {
      if (delivered !== undefined) delivered = byte === byteAt(delivered) ? delivered + 1 : undefined;
    }
  };
  line.bob.listen(PORT, {
    onConnection: (socket) => {
      bob = socket;
      return {
        manualRead: true,
        onReadable: (readable) => awake && readAll(readable),
        onFinished: (finished) => {
          readAll(finished);
          finished.close();
        },
      };
    },
  });
  let wakes: number | undefined;
  const alice = line.alice.connect(BOB.address, PORT, {
    onConnected: (socket) => {
      socket.send(Uint8Array.from({ length: bytes }, (_, i) => byteAt(i)));
      if (!slowReader) return;
      wakes = clock.now + NAP;
      clock.at(wakes, () => {
        awake = true;
        if (bob) readAll(bob);
      });
    },
  });
  const { iss } = alice.connection.numbers;
  const lost = loseSegments(line, alice, lose);
  const isOver = () => states.size > 0 && alice.window.acked >= bytes;
  const sample = () => states.set(clock.now, stateOf(alice));
  link.onFrame(({ from, frame }) => {
    if (from === ALICE.end && parsePacket(frame).tcp?.payload.length) sample();
  });
  let last = { ack: 0, window: 0, count: 0 };
  // Behind the hosts, which have taken the frame when these are called.
  link.attach(ALICE.end, (frame) => {
    const { tcp } = parsePacket(frame);
    if (!tcp || states.size === 0 || (tcp.flags & SYN) !== 0) return;
    if (last.ack > bytes) return;
    const ack = (tcp.ack - iss) >>> 0;
    const same = ack === last.ack;
    const update = same && tcp.window !== last.window;
    const count = same && !update && tcp.window > 0 ? last.count + 1 : 0;
    last = { ack, window: tcp.window, count };
    acks.set(clock.now, { ack, window: tcp.window, duplicate: count, update });
    sample();
    if (isOver()) clock.after(0, () => alice.close());
  });
  link.attach(BOB.end, () => {
    if (!bob) return;
    const runs = bob.connection.held;
    const before = held.at(-1);
    if (runs.length === 0 && (before?.held.length ?? 0) === 0) return;
    const received = (bob.connection.numbers.rcvNxt - bob.connection.numbers.irs - 1) >>> 0;
    held.push({ time: clock.now, received, held: runs });
  });
  clock.run();
  const { ssthresh } = alice.window;
  return { line, states, acks, held, iss, wakes, delivered, lost, ssthresh };
}

/** Text that does not repeat soon: a byte in the wrong place is seen. */
function byteAt(index: number): number {
  return (index * 31 + (index >>> 8) * 7) & 255;
}

function stateOf({ window }: Socket): WindowState {
  const { acked, sentUnacked, usable, beyond, advertised, cwnd } = window;
  const unsent = usable + beyond;
  const free = Math.max(Math.min(advertised, cwnd) - sentUnacked, 0);
  const may = Math.min(unsent, free);
  return { acked, flight: sentUnacked, may, wait: unsent - may, rwnd: advertised, cwnd, usable: free };
}

/** Takes out each segment as often as it stands in the list; gives the numbers of those that were. */
function loseSegments({ link }: Line, alice: Socket, lose: readonly number[]): readonly number[] {
  const left = [...lose];
  const lost: number[] = [];
  /** By where it starts: the first time that it is sent gives it its number. */
  const numbers = new Map<number, number>();
  link.addTap({
    see(frame, towards) {
      const { tcp } = parsePacket(frame);
      // A byte that asks about a closed window is no segment of the text.
      if (towards !== BOB.end || !tcp?.payload.length || alice.window.advertised === 0) return 'pass';
      const number = numbers.get(tcp.seq) ?? numbers.size + 1;
      numbers.set(tcp.seq, number);
      const at = left.indexOf(number);
      if (at < 0) return 'pass';
      left.splice(at, 1);
      lost.push(number);
      return 'drop';
    },
  });
  return lost;
}
