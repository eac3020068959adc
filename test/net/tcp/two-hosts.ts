/** Two hosts on a link, and what they sent, told in lines. */
import { VirtualClock } from '../../../src/net/clock.ts';
import { createHost, type Host } from '../../../src/net/host.ts';
import { type Hazards, Link, type SeenFrame } from '../../../src/net/link.ts';
import type { TcpEvent } from '../../../src/net/tcp/events.ts';
import type { IsnSource } from '../../../src/net/tcp/isn.ts';
import type { TcpProfile } from '../../../src/net/tcp/profile.ts';
import { encodeTcpPacket, parsePacket } from '../../../src/net/wire/packet.ts';
import { flagNames, SYN } from '../../../src/net/wire/tcp.ts';
import { seededRandom } from '../../../src/random/index.ts';

export interface Line {
  /** Seconds. */
  readonly time: number;
  readonly from: 'a' | 'b';
  readonly flags: string;
  readonly length: number;
  /** Relative to the first numbers seen. */
  readonly seq: number;
  readonly ack: number;
  readonly lost: boolean;
}

export interface Pair {
  readonly clock: VirtualClock;
  readonly link: Link;
  readonly a: Host;
  readonly b: Host;
  readonly seen: SeenFrame[];
  lines(): Line[];
}

export interface PairOptions {
  readonly hazards?: Partial<Hazards>;
  readonly profile?: TcpProfile;
  readonly isn?: IsnSource;
  readonly seed?: string;
  readonly onEvent?: (event: TcpEvent) => void;
  /** Which frames get lost: `count` counts from 1 those of a sender with the same flags. */
  readonly lose?: (from: 'a' | 'b', flags: string, count: number) => boolean;
}

export const A = '192.0.2.10';
export const B = '192.0.2.20';
const MACS = ['02:00:00:00:00:0a', '02:00:00:00:00:0b'] as const;

export function twoHosts(options: PairOptions = {}): Pair {
  const clock = new VirtualClock();
  const random = seededRandom(options.seed ?? 'tcp test');
  const link = new Link(clock, random, { delay: 10_000, ...options.hazards });
  const { profile, onEvent } = options;
  const common = { clock, link, random, ...(profile && { profile }), ...(onEvent && { onEvent }) };
  const isn = options.isn ? { isn: options.isn } : {};
  const a = createHost({
    ...common,
    ...isn,
    name: 'a',
    address: A,
    mac: MACS[0],
    gatewayMac: MACS[1],
    end: 'a',
  });
  const b = createHost({
    ...common,
    ...isn,
    name: 'b',
    address: B,
    mac: MACS[1],
    gatewayMac: MACS[0],
    end: 'b',
  });
  const seen: SeenFrame[] = [];
  link.onFrame((frame) => seen.push(frame));
  const { lose } = options;
  if (lose) {
    const counts = new Map<string, number>();
    link.addTap({
      see(frame, towards) {
        const from = towards === 'b' ? 'a' : 'b';
        const flags = flagNames(parsePacket(frame).tcp!.flags).join('-');
        const count = (counts.get(`${from} ${flags}`) ?? 0) + 1;
        counts.set(`${from} ${flags}`, count);
        return lose(from, flags, count) ? 'drop' : 'pass';
      },
    });
  }
  return { clock, link, a, b, seen, lines: () => linesOf(seen) };
}

function linesOf(seen: readonly SeenFrame[]): Line[] {
  const first: Partial<Record<'a' | 'b', number>> = {};
  return seen.map(({ time, from, frame, fate }) => {
    const tcp = parsePacket(frame).tcp!;
    first[from] ??= tcp.seq;
    const other = first[from === 'a' ? 'b' : 'a'] ?? 0;
    return {
      time: time / 1e6,
      from,
      flags: flagNames(tcp.flags).join('-'),
      length: tcp.payload.length,
      seq: (tcp.seq - first[from]) >>> 0,
      ack: tcp.flags & 16 ? (tcp.ack - other) >>> 0 : 0,
      lost: fate === 'lost' || fate === 'dropped',
    };
  });
}

/** `0.010 b SYN-ACK 0:0 ack 1 lost` */
export function tell(lines: readonly Line[]): string[] {
  return lines.map(({ time, from, flags, seq, length, ack, lost }) =>
    [time.toFixed(3), from, flags, `${seq}+${length}`, `ack ${ack}`, ...(lost ? ['lost'] : [])].join(' '),
  );
}

/** A SYN with the address of somebody who does not answer, put on the line towards b. */
export function injectSyn(pair: Pair, source: string, sourcePort: number): void {
  const segment = {
    sourcePort,
    destinationPort: 80,
    seq: sourcePort,
    ack: 0,
    flags: SYN,
    window: 64_240,
    urgentPointer: 0,
    options: { mss: 1460 },
    payload: new Uint8Array(0),
  };
  const macs = { sourceMac: MACS[0], destinationMac: MACS[1] };
  pair.link.inject('b', encodeTcpPacket(segment, { ...macs, source, destination: B, identification: 0 }));
}
