/** One run of two hosts that send to each other over a bad link: what the property of the tests speaks about. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Hazards } from '../../../src/net/link.ts';
import type { Socket } from '../../../src/net/socket.ts';
import type { TcpEvent } from '../../../src/net/tcp/events.ts';
import { LINUX } from '../../../src/net/tcp/profile.ts';
import { A, B, type Pair, twoHosts } from './two-hosts.ts';

export interface Run {
  readonly seed: number;
  readonly hazards: Hazards;
  readonly writesA: readonly number[];
  readonly writesB: readonly number[];
  readonly iss: number;
  readonly receiveBuffer: number;
  readonly windowScale: number | undefined;
  readonly slowReader: boolean;
  /** The two sides say shutdown when they have sent all, or b only after a's end. */
  readonly bWaits: boolean;
  /** b listens, or listens with SYN cookies, or both connect at once. */
  readonly opening: 'listen' | 'cookies' | 'simultaneous';
}

const writes = fc.array(fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 20_000 })), {
  maxLength: 8,
});

export const runs: fc.Arbitrary<Run> = fc.record({
  seed: fc.nat(),
  hazards: fc.record({
    delay: fc.integer({ min: 0, max: 300_000 }),
    jitter: fc.integer({ min: 0, max: 100_000 }),
    loss: fc.double({ min: 0, max: 0.25, noNaN: true }),
    duplicate: fc.double({ min: 0, max: 0.3, noNaN: true }),
    reorder: fc.double({ min: 0, max: 0.3, noNaN: true }),
    reorderDelay: fc.integer({ min: 0, max: 1_000_000 }),
  }),
  writesA: writes,
  writesB: writes,
  iss: fc.oneof(fc.constant(2 ** 32 - 3), fc.constant(2 ** 31 - 3), fc.integer({ min: 0, max: 2 ** 32 - 1 })),
  receiveBuffer: fc.constantFrom(1000, 5000, 64_240),
  windowScale: fc.constantFrom(undefined, 0, 7),
  slowReader: fc.boolean(),
  bWaits: fc.boolean(),
  opening: fc.constantFrom('listen', 'cookies', 'simultaneous'),
});

interface Side {
  readonly sent: Uint8Array;
  received: Uint8Array[];
  readonly events: TcpEvent[];
}

export interface Outcome {
  readonly pair: Pair;
  readonly a: Side;
  readonly b: Side;
}

export function play(run: Run): Outcome {
  const profile = {
    ...LINUX,
    receiveBuffer: run.receiveBuffer,
    windowScale: run.windowScale,
    // So that loss alone never ends a connection.
    synRetries: 60,
    synAckRetries: 60,
    retries2: 100,
  };
  const pair = twoHosts({ hazards: run.hazards, profile, seed: `run ${run.seed}`, isn: () => run.iss });
  const a: Side = { sent: text(run.writesA, run.seed), received: [], events: [] };
  const b: Side = { sent: text(run.writesB, run.seed + 1), received: [], events: [] };
  const handlers = (side: Side, sizes: readonly number[], waits: boolean) => {
    let isFinished = false;
    let isReading = false;
    const readSome = (socket: Socket) => {
      isReading = false;
      const bytes = socket.read(700);
      if (bytes.length > 0) side.received.push(bytes);
      if (socket.connection.readable > 0) later(socket);
    };
    const later = (socket: Socket) => {
      if (isReading) return;
      isReading = true;
      pair.clock.after(50_000, () => readSome(socket));
    };
    const start = (socket: Socket) => {
      let at = 0;
      sizes.forEach((size, index) => {
        const bytes = side.sent.subarray(at, at + size);
        at += size;
        pair.clock.after(index * 30_000, () => socket.send(bytes));
      });
      pair.clock.after(sizes.length * 30_000, () => {
        if (!waits || isFinished) socket.shutdown();
        else waits = false;
      });
    };
    return {
      manualRead: run.slowReader,
      onConnected: start,
      onData: (bytes: Uint8Array) => side.received.push(bytes),
      onReadable: later,
      onFinished: (socket: Socket) => {
        isFinished = true;
        // The writes are done, and only the end was waited for.
        if (run.bWaits && side === b && !waits) socket.shutdown();
      },
      onEvent: (event: TcpEvent) => side.events.push(event),
    };
  };
  if (run.opening === 'simultaneous') {
    pair.a.connect(B, 80, { ...handlers(a, run.writesA, false), localPort: 80 });
    pair.b.connect(A, 80, { ...handlers(b, run.writesB, run.bWaits), localPort: 80 });
  } else {
    const listening = pair.b.listen(80, {
      synCookies: run.opening === 'cookies',
      onConnection: (socket) => {
        // An old ACK that comes again after the end would open a cookie's connection once more.
        if (run.opening === 'cookies') listening.close();
        const own = handlers(b, run.writesB, run.bWaits);
        own.onConnected(socket);
        return { ...own, onConnected: () => {} };
      },
    });
    pair.a.connect(B, 80, handlers(a, run.writesA, false));
  }
  pair.clock.run();
  return { pair, a, b };
}

/** What is wrong with an outcome; nothing is. */
export function faults({ pair, a, b }: Outcome): string[] {
  const found: string[] = [];
  const same = (received: Uint8Array[], sent: Uint8Array) =>
    Buffer.compare(Buffer.concat(received), Buffer.from(sent)) === 0;
  if (!same(b.received, a.sent)) found.push(`b got ${Buffer.concat(b.received).length} of ${a.sent.length}`);
  if (!same(a.received, b.sent)) found.push(`a got ${Buffer.concat(a.received).length} of ${b.sent.length}`);
  if (pair.clock.pending > 0) found.push(`${pair.clock.pending} timers left`);
  for (const [name, side] of Object.entries({ a, b })) {
    const count = (type: TcpEvent['type']) => side.events.filter((event) => event.type === type).length;
    for (const type of ['finished', 'closed'] as const) {
      if (count(type) !== 1) found.push(`${name}: ${type} ${count(type)} times`);
    }
    if (count('timeout') > 0) found.push(`${name}: timeout`);
    if (side.events.at(-1)?.type !== 'closed') found.push(`${name}: closed is not the last event`);
  }
  for (const host of [pair.a, pair.b]) {
    const { LISTEN, ...others } = host.stack.tally();
    const left = Object.entries(others).filter(([, count]) => count > 0);
    if (left.length > 0) found.push(`${host.name} keeps ${left.map(([state]) => state)}`);
  }
  return found;
}

/** Text that does not repeat, so that a byte in the wrong place is seen. */
function text(sizes: readonly number[], seed: number): Uint8Array {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < length; at += 32) blocks.push(createHash('sha256').update(`${seed} ${at}`).digest());
  return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
}
