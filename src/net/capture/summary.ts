/**
 * What happened in a capture: its conversations, with handshake, data each way, retransmissions and close.
 *
 * It tells what the capture shows, which is not always what an end received: a packet lost behind the place of the
 * capture is in it.
 */
import { CryptoError } from '../../errors.ts';
import type { Endpoint } from '../tcp/events.ts';
import { type Packet, parsePacket } from '../wire/packet.ts';
import { ACK, FIN, RST, SYN } from '../wire/tcp.ts';
import { applicationByBytes, applicationByPort } from './application.ts';
import { type Capture, LINK_TYPE_ETHERNET } from './capture.ts';
import { Coverage } from './coverage.ts';

export type { Endpoint } from '../tcp/events.ts';

export interface Direction {
  readonly packets: number;
  /** Of the application, each once. */
  readonly bytes: number;
  /** Segments of which nothing was new. */
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
  /** `complete`: SYN, SYN-ACK and ACK; `none`: it began before the capture, or it is UDP. */
  readonly handshake: 'complete' | 'syn-ack' | 'syn' | 'refused' | 'none';
  /** `fin`: from both ends; `half`: from one; `reset`: an RST. */
  readonly close: 'fin' | 'half' | 'reset' | 'open';
  readonly application?: string;
}

export interface Summary {
  readonly packets: number;
  readonly conversations: readonly Conversation[];
  /** Frames of other protocols than TCP and UDP over IPv4, and frames that the capture cut. */
  readonly others: number;
  /** Frames that are damaged. */
  readonly malformed: number;
  readonly badChecksums: number;
}

interface Side {
  packets: number;
  bytes: number;
  retransmissions: number;
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
  syn: boolean;
  synAck: boolean;
  acknowledged: boolean;
  reset: boolean;
  application: string | undefined;
  readonly sides: readonly [Side, Side];
}

/** Damaged and foreign frames are counted, never refused. Takes time in proportion to the packets. */
export function summarize(capture: Capture): Summary {
  const counts = { others: 0, malformed: 0, badChecksums: 0 };
  const open = new Map<string, Open>();
  const all: Open[] = [];
  for (const { frame, time, originalLength } of capture.packets) {
    const packet = readFrame(capture, frame, originalLength);
    if (packet === 'other' || packet === 'malformed') {
      counts[packet === 'other' ? 'others' : 'malformed']++;
      continue;
    }
    const { ipv4 } = packet;
    const inner = packet.tcp ?? packet.udp;
    if (ipv4?.checksum === 'bad' || inner?.checksum === 'bad') counts.badChecksums++;
    if (ipv4 === undefined || inner === undefined) {
      counts.others++;
      continue;
    }
    const source = { address: ipv4.source, port: inner.sourcePort };
    const destination = { address: ipv4.destination, port: inner.destinationPort };
    const protocol = packet.tcp ? 'TCP' : 'UDP';
    const key = [protocol, ...[endpointText(source), endpointText(destination)].sort()].join(' ');
    let found = open.get(key);
    if (found === undefined || (packet.tcp && startsAnew(found, packet.tcp))) {
      found = begin(packet, source, destination, time);
      open.set(key, found);
      all.push(found);
    }
    found.to = Math.max(found.to, time);
    const isClient = source.address === found.client.address && source.port === found.client.port;
    note(found, packet, isClient ? 0 : 1);
  }
  return { packets: capture.packets.length, conversations: all.map(finished), ...counts };
}

/** A frame's layers, or why they are not told. */
export function readFrame(
  { linkType }: Pick<Capture, 'linkType'>,
  frame: Uint8Array,
  originalLength = frame.length,
): Packet | 'other' | 'malformed' {
  if (linkType !== LINK_TYPE_ETHERNET || frame.length < originalLength) return 'other';
  try {
    return parsePacket(frame);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return error.code === 'unsupported' ? 'other' : 'malformed';
  }
}

/** `192.0.2.10:443` */
export function endpointText({ address, port }: Endpoint): string {
  return `${address}:${port}`;
}

type Tcp = NonNullable<Packet['tcp']>;

/** A SYN with another number than the first one had: the ports are used again. */
function startsAnew(found: Open, tcp: Tcp): boolean {
  return (tcp.flags & (SYN | ACK)) === SYN && found.isn !== tcp.seq;
}

function begin({ tcp }: Packet, source: Endpoint, destination: Endpoint, time: number): Open {
  const isSyn = tcp !== undefined && (tcp.flags & SYN) !== 0;
  // Who answers a SYN is the server, as is who has the lower port where the beginning is missing.
  const turned = isSyn
    ? (tcp.flags & ACK) !== 0
    : source.port < destination.port && applicationByPort(source.port) !== undefined;
  const [client, server] = turned ? [destination, source] : [source, destination];
  const side = (): Side => ({
    packets: 0,
    bytes: 0,
    retransmissions: 0,
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
    syn: false,
    synAck: false,
    acknowledged: false,
    reset: false,
    application: undefined,
    sides: [side(), side()],
  };
}

function note(found: Open, { tcp, udp }: Packet, index: 0 | 1): void {
  const side = found.sides[index]!;
  side.packets++;
  const payload = (tcp ?? udp)!.payload;
  if (payload.length > 0) found.application ??= applicationByBytes(payload);
  if (tcp === undefined) {
    side.bytes += payload.length;
    return;
  }
  const has = (flag: number) => (tcp.flags & flag) !== 0;
  if (has(SYN) && has(ACK)) found.synAck = true;
  else if (has(SYN)) found.syn = true;
  else if (has(ACK) && !has(RST) && index === 0 && found.synAck) found.acknowledged = true;
  if (has(RST)) {
    found.reset = true;
    return;
  }
  const controls = (has(SYN) ? 1 : 0) + (has(FIN) ? 1 : 0);
  if (has(FIN)) side.fin = true;
  const length = payload.length + controls;
  if (length === 0) return;
  const fresh = side.coverage.add(tcp.seq, length);
  side.bytes += Math.min(fresh, payload.length);
  if (fresh === 0) side.retransmissions++;
}

function finished(found: Open): Conversation {
  const { protocol, client, server, from, to, sides } = found;
  const [sent, received] = sides.map(({ packets, bytes, retransmissions }) => ({
    packets,
    bytes,
    retransmissions,
  })) as [Direction, Direction];
  const application = found.application ?? applicationByPort(server.port);
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

function handshakeOf({ syn, synAck, acknowledged, reset }: Open): Conversation['handshake'] {
  if (synAck) return acknowledged ? 'complete' : 'syn-ack';
  if (syn) return reset ? 'refused' : 'syn';
  return 'none';
}

function closeOf({ reset, sides }: Open): Conversation['close'] {
  if (reset) return 'reset';
  const fins = sides.filter(({ fin }) => fin).length;
  return fins === 2 ? 'fin' : fins === 1 ? 'half' : 'open';
}
