/**
 * The same numbered messages over UDP and over TCP. Each meets the same fate in both runs the first time it is sent: lost,
 * doubled, held back, or nothing. What TCP adds (handshake, answers, repeats) comes through, so that the two stay comparable.
 */
import { fromUtf8, utf8 } from '../../bytes/index.ts';
import { encodeUdpPacket } from '../../net/index.ts';
import type { Hazards } from '../../net/link.ts';
import { parsePacket } from '../../net/wire/packet.ts';
import type { RandomSource } from '../../random/index.ts';
import { ALICE, BOB, type Line, openLine } from './line.ts';

/** Nobody's: Wireshark takes the payload for no other protocol. */
const PORTS = { source: 50_505, destination: 40_404 } as const;
export const MESSAGE_INTERVAL = 10_000;
export const HAZARDS = { duplicate: 0.1, reorder: 0.1 } as const;

export interface UdpPlan {
  readonly random: RandomSource;
  /** Messages, 9,999 at most. */
  readonly count: number;
  /** Probability that one is lost. */
  readonly loss: number;
}

/** Message `number`, counted from 1, as Bob's program got it. */
export interface Received {
  readonly number: number;
  readonly time: number;
}

export interface Transfer {
  readonly line: Line;
  /** When message 1, 2, … was handed over. */
  readonly sent: readonly number[];
  readonly received: readonly Received[];
}

const text = (number: number) => `message ${String(number).padStart(4, '0')}\n`;
const LENGTH = text(1).length;

/** 0: it is none of ours. */
function numberOf(bytes: Uint8Array): number {
  const found = /^message (\d{4})\n$/.exec(fromUtf8(bytes));
  return found ? Number(found[1]) : 0;
}

function hazardsOf({ loss }: UdpPlan): Partial<Hazards> {
  return { loss, ...HAZARDS };
}

export function sendByUdp(plan: UdpPlan): Transfer {
  const received: Received[] = [];
  const sent: number[] = [];
  const line = openLine({
    random: plan.random,
    hazards: hazardsOf(plan),
    bob: {
      onOther: ({ udp }) => {
        if (udp?.checksum === 'good' && udp.destinationPort === PORTS.destination)
          received.push({ number: numberOf(udp.payload), time: line.clock.now });
      },
    },
  });
  for (let number = 1; number <= plan.count; number++) {
    line.clock.at((number - 1) * MESSAGE_INTERVAL, () => {
      sent.push(line.clock.now);
      const datagram = {
        sourcePort: PORTS.source,
        destinationPort: PORTS.destination,
        payload: utf8(text(number)),
      };
      const envelope = {
        sourceMac: ALICE.mac,
        destinationMac: BOB.mac,
        source: ALICE.address,
        destination: BOB.address,
        identification: number,
      };
      line.link.send(ALICE.end, encodeUdpPacket(datagram, envelope));
    });
  }
  line.clock.run();
  return { line, sent, received };
}

export function sendByTcp(plan: UdpPlan): Transfer {
  const received: Received[] = [];
  const sent: number[] = [];
  /** How much of the text has been on the line, counted from Alice's first number. */
  let seen = 0;
  const spare = (frame: Uint8Array, from: 'a' | 'b') => {
    const { tcp } = parsePacket(frame);
    if (from !== ALICE.end || !tcp?.payload.length) return true;
    const end = ((tcp.seq - socket.connection.numbers.iss) >>> 0) + tcp.payload.length;
    if (end <= seen) return true;
    seen = end;
    return false;
  };
  const line = openLine({ random: plan.random, hazards: { ...hazardsOf(plan), spare } });
  let pending = new Uint8Array(0);
  line.bob.listen(PORTS.destination, {
    onConnection: () => ({
      onData: (bytes) => {
        const all = new Uint8Array(pending.length + bytes.length);
        all.set(pending);
        all.set(bytes, pending.length);
        let at = 0;
        for (; at + LENGTH <= all.length; at += LENGTH)
          received.push({ number: numberOf(all.subarray(at, at + LENGTH)), time: line.clock.now });
        pending = all.slice(at);
      },
      onFinished: (finished) => finished.close(),
    }),
  });
  const socket = line.alice.connect(BOB.address, PORTS.destination, {
    localPort: PORTS.source,
    noDelay: true,
    onConnected: (connected) => {
      for (let number = 1; number <= plan.count; number++) {
        line.clock.after((number - 1) * MESSAGE_INTERVAL, () => {
          sent.push(line.clock.now);
          connected.send(utf8(text(number)));
        });
      }
      line.clock.after(plan.count * MESSAGE_INTERVAL, () => connected.close());
    },
  });
  line.clock.run();
  return { line, sent, received };
}

/** How many bytes of text come before message `number`. */
export function textBefore(number: number): number {
  return (number - 1) * LENGTH;
}
