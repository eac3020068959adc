/** Every state, every combination of flags: what the machine does is what the table says. */
import { describe, expect, it } from 'vitest';
import type { TcpConnection } from '../../../src/net/tcp/connection.ts';
import type { TcpState } from '../../../src/net/tcp/events.ts';
import { LINUX } from '../../../src/net/tcp/profile.ts';
import { TcpStack } from '../../../src/net/tcp/stack.ts';
import { ACK, FIN, RST, SYN, type TcpSegment } from '../../../src/net/wire/tcp.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { type Answer, type Arriving, expectedOutcome, type Outcome } from './arrival-table.ts';

const PEER = '192.0.2.20';
const PORT = 80;
const PEER_PORT = 5000;
const ISS = 1000;
const IRS = 2 ** 32 - 10;
const WINDOW = 30_000;
const BOTH = [false, true];

/** A stack, and a connection that the segments of a script brought to a state. */
class Bench {
  readonly stack = new TcpStack({
    address: '192.0.2.10',
    random: seededRandom('arrival'),
    profile: { ...LINUX, windowScale: undefined },
    isn: () => ISS,
  });
  connection: TcpConnection | undefined;
  now = 0;
  #port = PORT;

  arrive(flags: number, seq: number, ack = 0): TcpSegment[] {
    const output = this.stack.receive(
      {
        sourcePort: PEER_PORT,
        destinationPort: this.#port,
        seq: seq >>> 0,
        ack: ack >>> 0,
        flags,
        window: WINDOW,
        urgentPointer: 0,
        options: {},
        payload: new Uint8Array(0),
      },
      PEER,
      this.now,
    );
    for (const { connection } of output.events) this.connection = connection;
    return output.send.map(({ segment }) => segment);
  }

  connect(): void {
    const remote = { address: PEER, port: PEER_PORT };
    this.connection = this.stack.connect(remote, 0, { localPort: this.#port }).connection;
  }

  shutdown(): void {
    const { connection } = this;
    if (connection) this.stack.act(connection, () => connection.shutdown(this.now));
  }
}

/** How each state is reached, by the peer's first number IRS. */
const WAYS: readonly { state: TcpState; passive: boolean; reach: (bench: Bench) => void }[] = [
  { state: 'CLOSED', passive: false, reach: () => {} },
  { state: 'LISTEN', passive: true, reach: (bench) => bench.stack.listen(PORT) },
  { state: 'SYN-SENT', passive: false, reach: (bench) => bench.connect() },
  {
    state: 'SYN-RECEIVED',
    passive: true,
    reach: (bench) => {
      bench.stack.listen(PORT);
      bench.arrive(SYN, IRS);
    },
  },
  {
    state: 'SYN-RECEIVED',
    passive: false,
    reach: (bench) => {
      bench.connect();
      bench.arrive(SYN, IRS);
    },
  },
  { state: 'ESTABLISHED', passive: false, reach: establish },
  {
    state: 'FIN-WAIT-1',
    passive: false,
    reach: (bench) => {
      establish(bench);
      bench.shutdown();
    },
  },
  {
    state: 'FIN-WAIT-2',
    passive: false,
    reach: (bench) => {
      establish(bench);
      bench.shutdown();
      bench.arrive(ACK, IRS + 1, ISS + 2);
    },
  },
  {
    state: 'CLOSE-WAIT',
    passive: false,
    reach: (bench) => {
      establish(bench);
      bench.arrive(ACK | FIN, IRS + 1, ISS + 1);
    },
  },
  {
    state: 'CLOSING',
    passive: false,
    reach: (bench) => {
      establish(bench);
      bench.shutdown();
      bench.arrive(ACK | FIN, IRS + 1, ISS + 1);
    },
  },
  {
    state: 'LAST-ACK',
    passive: false,
    reach: (bench) => {
      establish(bench);
      bench.arrive(ACK | FIN, IRS + 1, ISS + 1);
      bench.shutdown();
    },
  },
  {
    state: 'TIME-WAIT',
    passive: false,
    reach: (bench) => {
      establish(bench);
      bench.shutdown();
      bench.arrive(ACK, IRS + 1, ISS + 2);
      bench.arrive(ACK | FIN, IRS + 1, ISS + 2);
    },
  },
];

function establish(bench: Bench): void {
  bench.connect();
  bench.arrive(SYN | ACK, IRS, ISS + 1);
}

const HAD_FIN: readonly TcpState[] = ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'];
const FIN_SENT: readonly TcpState[] = ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'];
const FIN_ACKED: readonly TcpState[] = ['FIN-WAIT-2', 'TIME-WAIT'];

/** The numbers meant, from what the scripts above have sent. */
function numbers(state: TcpState, { syn, fin, seq, acks }: Arriving) {
  const next = IRS + (HAD_FIN.includes(state) ? 2 : 1);
  const length = (syn ? 1 : 0) + (fin ? 1 : 0);
  const edge = IRS + 1 + LINUX.receiveBuffer;
  const places = { next, inside: next + 100, old: next - 1 - length, beyond: edge + 1 };
  const sent = ISS + 1 + (FIN_SENT.includes(state) ? 1 : 0);
  const una = ['SYN-SENT', 'SYN-RECEIVED'].includes(state)
    ? ISS
    : ISS + 1 + (FIN_ACKED.includes(state) ? 1 : 0);
  const ackPlaces = { all: sent, future: sent + 1, same: una, ancient: una - WINDOW - 1 };
  return { seq: places[seq], ack: ackPlaces[acks], next, sent };
}

function play(way: (typeof WAYS)[number], segment: Arriving): Outcome & { readonly isExact: boolean } {
  const bench = new Bench();
  way.reach(bench);
  const before = bench.connection?.state ?? (way.state === 'LISTEN' ? 'LISTEN' : 'CLOSED');
  expect(before).toBe(way.state);
  // Long enough for another challenge ACK, short enough for every timer.
  bench.now = 700_000;
  const { seq, ack } = numbers(way.state, segment);
  const { syn, ack: acks, fin, rst } = segment;
  const flags = (syn ? SYN : 0) | (acks ? ACK : 0) | (fin ? FIN : 0) | (rst ? RST : 0);
  const sent = bench.arrive(flags, seq, acks ? ack : 0);
  const state = bench.connection?.state ?? before;
  expect(sent.length).toBeLessThanOrEqual(1);
  const [answer] = sent;
  return { answer: nameOf(answer), state, isExact: !answer || hasRightNumbers(answer, way.state, segment) };
}

function nameOf(segment: TcpSegment | undefined): Answer {
  if (!segment) return 'nothing';
  const name = { [ACK]: 'ack', [RST]: 'rst', [RST | ACK]: 'rst-ack', [SYN | ACK]: 'syn-ack' }[segment.flags];
  if (!name) throw new Error(`an answer with flags ${segment.flags}`);
  return name as Answer;
}

/** The answer's <SEQ> and <ACK>, as the RFC writes them. */
function hasRightNumbers(answer: TcpSegment, state: TcpState, arriving: Arriving): boolean {
  const { seq, ack, next, sent } = numbers(state, arriving);
  const { syn, fin } = arriving;
  const length = (syn ? 1 : 0) + (fin ? 1 : 0);
  const name = nameOf(answer);
  if (name === 'rst') return answer.seq === ack >>> 0;
  if (name === 'rst-ack') return answer.seq === 0 && answer.ack === (seq + length) >>> 0;
  if (name === 'syn-ack') return answer.seq === ISS && answer.ack === (seq + 1) >>> 0;
  if (state === 'SYN-SENT') return answer.seq === ISS + 1 && answer.ack === (seq + length) >>> 0;
  const takesFin =
    fin &&
    !syn &&
    arriving.ack &&
    arriving.seq === 'next' &&
    !HAD_FIN.includes(state) &&
    ['all', 'same'].includes(arriving.acks);
  return answer.seq === sent && answer.ack === (next + (takesFin ? 1 : 0)) >>> 0;
}

const segments: Arriving[] = BOTH.flatMap((syn) =>
  BOTH.flatMap((ack) =>
    BOTH.flatMap((fin) =>
      BOTH.flatMap((rst) =>
        (['next', 'inside', 'old', 'beyond'] as const).flatMap((seq) =>
          (ack ? (['all', 'ancient', 'future', 'same'] as const) : (['all'] as const)).map((acks) => ({
            syn,
            ack,
            fin,
            rst,
            seq,
            acks,
          })),
        ),
      ),
    ),
  ),
);

describe('SEGMENT ARRIVES (RFC 9293, 3.10.7)', () => {
  it('has every combination', () => expect(segments.length).toBe(8 * 4 + 8 * 4 * 4));

  it.each(WAYS.map((way) => ({ ...way, name: `${way.state}${way.passive ? ', passive' : ''}` })))(
    '$name',
    (way) => {
      const differences = segments.flatMap((segment) => {
        const { isExact, ...got } = play(way, segment);
        const expected = expectedOutcome(way.state, way.passive, segment);
        const isSame = got.answer === expected.answer && got.state === expected.state && isExact;
        return isSame ? [] : [{ segment: JSON.stringify(segment), got, expected, isExact }];
      });
      expect(differences).toEqual([]);
    },
  );
});
