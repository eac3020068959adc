/**
 * A run of a SYN flood: forged SYNs come to Bob every hundredth of a second, and Alice comes when his places are taken.
 */
import { fromUtf8, utf8 } from '../../bytes/index.ts';
import { encodeTcpPacket, SYN } from '../../net/index.ts';
import type { ListeningSocket } from '../../net/socket.ts';
import { LINUX } from '../../net/tcp/profile.ts';
import { parsePacket } from '../../net/wire/packet.ts';
import type { RandomSource } from '../../random/index.ts';
import { ALICE, BOB, type Line, openLine } from './line.ts';

const PORT = 80;
const HACKER_MAC = '02:00:00:00:00:0e';
/** One forged SYN in each of these, somewhere within it. */
const INTERVAL = 10_000;
const SECOND = 1_000_000;
/** What is left of 1500 bytes on a DSL line with PPPoE: no cookie has this very size. */
const ALICE_MSS = 1452;
const REQUEST = 'GET / HTTP/1.1\r\nHost: bank.example\r\n\r\n';
const PAGE = `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4000\r\n\r\n${'bank '.repeat(800)}`;

export interface FloodPlan {
  readonly random: RandomSource;
  /** Forged SYNs, 100,000 at most: there are not more addresses. */
  readonly count: number;
  /** Half-open connections that Bob keeps at most. */
  readonly backlog: number;
  readonly cookies?: boolean | undefined;
}

/** What became of a SYN of Alice. */
export interface AliceSyn {
  /** When it came to Bob. */
  readonly time: number;
  readonly fate: 'dropped' | 'kept' | 'cookie';
}

export interface FloodRecord {
  readonly line: Line;
  readonly listening: ListeningSocket;
  readonly syns: readonly AliceSyn[];
  /** When a SYN was dropped, Alice's or another. */
  readonly drops: readonly number[];
  readonly firstForged: string;
  readonly alicePort: number;
  readonly page: { readonly whole: boolean };
}

export function recordFlood({ random, count, backlog, cookies = false }: FloodPlan): FloodRecord {
  const line = openLine({ random, alice: { profile: { ...LINUX, mss: ALICE_MSS } } });
  const { clock, link } = line;
  const listening = line.bob.listen(PORT, {
    backlog,
    synCookies: cookies,
    onConnection: () => ({
      onData: (_bytes, socket) => {
        socket.send(utf8(PAGE));
        socket.close();
      },
    }),
  });
  const syns: AliceSyn[] = [];
  const drops: number[] = [];
  let before = { dropped: 0, cookiesSent: 0 };
  // Behind the host, which has taken the frame when this is called.
  link.attach(BOB.end, (frame) => {
    const { dropped, cookiesSent } = listening.listener;
    const fate = dropped > before.dropped ? 'dropped' : cookiesSent > before.cookiesSent ? 'cookie' : 'kept';
    before = { dropped, cookiesSent };
    if (fate === 'dropped') drops.push(clock.now);
    const { ipv4, tcp } = parsePacket(frame);
    if (ipv4?.source === ALICE.address && tcp?.flags === SYN) syns.push({ time: clock.now, fate });
  });
  flood(line, random.substream('flood'), count);
  // Once there is no place left, or the flood is over.
  const comes = Math.ceil((Math.min(count, backlog) * INTERVAL) / SECOND) * SECOND;
  const page: string[] = [];
  let alicePort = 0;
  clock.at(comes, () => {
    const socket = line.alice.connect(BOB.address, PORT, {
      onConnected: (connected) => void connected.send(utf8(REQUEST)),
      onData: (bytes) => void page.push(fromUtf8(bytes)),
      onFinished: (finished) => finished.close(),
    });
    alicePort = socket.local.port;
  });
  clock.run();
  const whole = page.join('') === PAGE;
  return { line, listening, syns, drops, firstForged: forgedAddress(0), alicePort, page: { whole } };
}

function flood({ clock, link }: Line, random: RandomSource, count: number): void {
  const drawn = random.bytes(8 * count);
  const numbers = new DataView(drawn.buffer, drawn.byteOffset, drawn.length);
  const send = (index: number) => {
    const segment = {
      sourcePort: 1024 + (numbers.getUint16(8 * index) % 64_000),
      destinationPort: PORT,
      seq: numbers.getUint32(8 * index + 2),
      ack: 0,
      flags: SYN,
      window: 64_240,
      urgentPointer: 0,
      options: { mss: 1460 },
      payload: new Uint8Array(0),
    };
    const envelope = {
      sourceMac: HACKER_MAC,
      destinationMac: BOB.mac,
      source: forgedAddress(index),
      destination: BOB.address,
      identification: index & 0xffff,
    };
    link.inject(BOB.end, encodeTcpPacket(segment, envelope));
    if (index + 1 < count) schedule(index + 1);
  };
  const schedule = (index: number) => {
    const within = numbers.getUint16(8 * index + 6) % INTERVAL;
    clock.at(Math.max(index * INTERVAL + within, clock.now), () => send(index));
  };
  schedule(0);
}

/** In 198.18.0.0/15, set aside for tests (RFC 2544): nobody answers there, and nobody resets. No two are equal. */
function forgedAddress(index: number): string {
  const host = (index * 40_503 + 66) % 2 ** 17;
  return `198.${18 + (host >>> 16)}.${(host >>> 8) & 255}.${host & 255}`;
}
