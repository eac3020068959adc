/**
 * What happened in a capture: its conversations, with handshake, data each way, retransmissions and close.
 *
 * It tells what the capture shows, which is not always what an end received: a packet lost behind the place of the
 * capture is in it.
 */
import { CryptoError } from '../../errors.ts';
import type { Endpoint } from '../tcp/events.ts';
import { ACK, FIN, RST, SYN } from '../wire/tcp.ts';
import { applicationByBytes, applicationByPort } from './application.ts';
import type { Capture } from './capture.ts';
import { Coverage } from './coverage.ts';
import { isSkipped, type ReadPacket, readFrame, type SkipReason } from './frame.ts';

export type { Endpoint } from '../tcp/events.ts';

export interface Direction {
  readonly packets: number;
  /** Of them those with bytes of the application; the others are TCP's own. */
  readonly carrying: number;
  /** Of the application, each once. */
  readonly bytes: number;
  /** Segments of which nothing was new; what asks about a closed window, byte by byte, is none. */
  readonly retransmissions: number;
}

export interface Conversation {
  readonly protocol: 'TCP' | 'UDP';
  /** Who sent the first SYN, else the first packet. */
  readonly client: Endpoint;
  readonly server: Endpoint;
  /** Of the first and last packet, in microseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly sent: Direction;
  readonly received: Direction;
  /** `complete`: SYN, SYN-ACK and an ACK of it; `none`: it began before the capture, or it is UDP. */
  readonly handshake: 'complete' | 'syn-ack' | 'syn' | 'refused' | 'none';
  /** `fin`: from both ends; `fin-reset`: and an RST later; `half`: from one; `reset`: an RST before that. */
  readonly close: 'fin' | 'fin-reset' | 'half' | 'reset' | 'open';
  readonly application?: string;
}

export interface Summary {
  readonly packets: number;
  readonly conversations: readonly Conversation[];
  /** Frames of other protocols than TCP and UDP over IPv4, fragments, and frames that the capture cut. */
  readonly others: number;
  /** The kinds of these, the most frequent first. */
  readonly skipped: readonly SkippedKind[];
  /** Frames that are damaged. */
  readonly malformed: number;
  readonly badChecksums: number;
}

export interface SkippedKind {
  readonly why: SkipReason;
  /** Of the protocol or link type; empty for the others. */
  readonly name: string;
  readonly count: number;
}

interface Side {
  packets: number;
  carrying: number;
  bytes: number;
  retransmissions: number;
  /** That it offered last, as sent. */
  window: number | undefined;
  /** Of its SYN. */
  isn: number | undefined;
  fin: boolean;
  readonly coverage: Coverage;
}

interface Open {
  readonly protocol: 'TCP' | 'UDP';
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly from: number;
  to: number;
  readonly isn: number | undefined;
  /** The server's SYN is acknowledged. */
  acknowledged: boolean;
  /** How many FINs were there before the first RST. */
  reset: 0 | 1 | 2 | undefined;
  application: string | undefined;
  readonly sides: readonly [Side, Side];
}

/** Each takes a kilobyte and more: it bounds the memory that a scan of all ports, or a flood, takes. */
const MAX_CONVERSATIONS = 100_000;

/**
 * Damaged and foreign frames are counted, never refused; `too-large` for more than 100,000 conversations. Takes time in
 * proportion to the packets.
 */
export function summarize(capture: Capture): Summary {
  const counts = { others: 0, malformed: 0, badChecksums: 0 };
  const skipped = new Map<string, SkippedKind>();
  const open = new Map<string, Open>();
  const all: Open[] = [];
  for (const captured of capture.packets) {
    const packet = readFrame(capture, captured);
    if (isSkipped(packet)) {
      const { why, name } = packet;
      if (why === 'malformed') counts.malformed++;
      else {
        counts.others++;
        const key = `${why} ${name}`;
        skipped.set(key, { why, name, count: (skipped.get(key)?.count ?? 0) + 1 });
      }
      continue;
    }
    const { time } = captured;
    const { ipv4 } = packet;
    const inner = (packet.tcp ?? packet.udp)!;
    if (ipv4.checksum === 'bad' || inner.checksum === 'bad') counts.badChecksums++;
    const source = { address: ipv4.source, port: inner.sourcePort };
    const destination = { address: ipv4.destination, port: inner.destinationPort };
    const protocol = packet.tcp ? 'TCP' : 'UDP';
    const key = [protocol, ...[endpointText(source), endpointText(destination)].sort()].join(' ');
    let found = open.get(key);
    if (found === undefined || (packet.tcp && startsAnew(found, packet.tcp))) {
      if (all.length >= MAX_CONVERSATIONS) {
        throw new CryptoError(
          'too-large',
          `capture: expected at most ${MAX_CONVERSATIONS} conversations, got more; cut it with editcap -c`,
        );
      }
      found = begin(packet, source, destination, time);
      open.set(key, found);
      all.push(found);
    }
    found.to = Math.max(found.to, time);
    const isClient = source.address === found.client.address && source.port === found.client.port;
    note(found, packet, isClient ? 0 : 1);
  }
  const kinds = [...skipped.values()].sort((one, other) => other.count - one.count);
  return { packets: capture.packets.length, conversations: all.map(finished), ...counts, skipped: kinds };
}

/** `192.0.2.10:443` */
export function endpointText({ address, port }: Endpoint): string {
  return `${address}:${port}`;
}

type Tcp = NonNullable<ReadPacket['tcp']>;

/** A SYN with another number than the first one had: the ports are used again. */
function startsAnew(found: Open, tcp: Tcp): boolean {
  return (tcp.flags & (SYN | ACK)) === SYN && found.isn !== tcp.seq;
}

function begin({ tcp }: ReadPacket, source: Endpoint, destination: Endpoint, time: number): Open {
  const isSyn = tcp !== undefined && (tcp.flags & SYN) !== 0;
  // Who answers a SYN is the server, as is who has the lower port where the beginning is missing.
  const turned = isSyn
    ? (tcp.flags & ACK) !== 0
    : source.port < destination.port && applicationByPort(source.port) !== undefined;
  const [client, server] = turned ? [destination, source] : [source, destination];
  const side = (): Side => ({
    packets: 0,
    carrying: 0,
    bytes: 0,
    retransmissions: 0,
    window: undefined,
    isn: undefined,
    fin: false,
    coverage: new Coverage(),
  });
  return {
    protocol: tcp ? 'TCP' : 'UDP',
    client,
    server,
    from: time,
    to: time,
    isn: isSyn && !turned ? tcp.seq : undefined,
    acknowledged: false,
    reset: undefined,
    application: undefined,
    sides: [side(), side()],
  };
}

function note(found: Open, { tcp, udp }: ReadPacket, index: 0 | 1): void {
  const side = found.sides[index]!;
  side.packets++;
  const payload = (tcp ?? udp)!.payload;
  if (payload.length > 0) {
    side.carrying++;
    found.application ??= applicationByBytes(payload);
  }
  if (tcp === undefined) {
    side.bytes += payload.length;
    return;
  }
  const has = (flag: number) => (tcp.flags & flag) !== 0;
  if (has(SYN)) side.isn ??= tcp.seq;
  if (has(ACK) && !has(RST) && index === 0) found.acknowledged ||= acknowledgesSyn(found.sides[1], tcp.ack);
  if (has(RST)) {
    found.reset ??= finsOf(found);
    return;
  }
  side.window = tcp.window;
  const controls = (has(SYN) ? 1 : 0) + (has(FIN) ? 1 : 0);
  if (has(FIN)) side.fin = true;
  const length = payload.length + controls;
  if (length === 0) return;
  const fresh = side.coverage.add(tcp.seq, length);
  side.bytes += Math.min(fresh, payload.length);
  const isProbe = length === 1 && payload.length === 1 && found.sides[1 - index]!.window === 0;
  if (fresh === 0 && !isProbe) side.retransmissions++;
}

function finished(found: Open): Conversation {
  const { protocol, client, server, from, to, sides } = found;
  const [sent, received] = sides.map(({ packets, carrying, bytes, retransmissions }) => ({
    packets,
    carrying,
    bytes,
    retransmissions,
  })) as [Direction, Direction];
  // A connection that carried nothing spoke nothing, whatever its port is known for.
  const spoke = sent.carrying + received.carrying > 0;
  const application = found.application ?? (spoke ? applicationByPort(server.port) : undefined);
  return {
    protocol,
    client,
    server,
    from,
    to,
    sent,
    received,
    handshake: handshakeOf(found),
    close: closeOf(found),
    ...(application !== undefined && { application }),
  };
}

function handshakeOf({ sides: [client, server], acknowledged, reset }: Open): Conversation['handshake'] {
  if (server.isn !== undefined) return acknowledged ? 'complete' : 'syn-ack';
  if (client.isn !== undefined) return reset === undefined ? 'syn' : 'refused';
  return 'none';
}

/** Whether `ack` is behind the SYN, and not beyond what this side was seen to send. */
function acknowledgesSyn({ isn, coverage }: Side, ack: number): boolean {
  if (isn === undefined) return false;
  const position = coverage.position(ack);
  return position > coverage.position(isn) && position <= coverage.end;
}

function finsOf({ sides }: Open): 0 | 1 | 2 {
  return sides.filter(({ fin }) => fin).length as 0 | 1 | 2;
}

function closeOf(found: Open): Conversation['close'] {
  if (found.reset !== undefined) return found.reset === 2 ? 'fin-reset' : 'reset';
  return (['open', 'half', 'fin'] as const)[finsOf(found)];
}
