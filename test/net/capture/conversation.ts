/** A small conversation for captures: a handshake, a request sent twice, an answer, the close of both ends. */
import { utf8 } from '../../../src/bytes/index.ts';
import {
  ACK,
  encodeTcpPacket,
  encodeUdpPacket,
  FIN,
  PSH,
  SYN,
  type TcpSegment,
} from '../../../src/net/index.ts';

export const MACS = { sourceMac: '02:00:00:00:00:0a', destinationMac: '02:00:00:00:00:0b' };
export const FORTH = { ...MACS, source: '192.0.2.10', destination: '198.51.100.80', identification: 1 };
export const BACK = { ...MACS, source: '198.51.100.80', destination: '192.0.2.10', identification: 2 };
export const [CLIENT_ISN, SERVER_ISN] = [3626544836, 1739326486];

export interface Packet {
  readonly time: number;
  readonly frame: Uint8Array;
}

export function segment(
  from: 'client' | 'server',
  flags: number,
  seq: number,
  ack: number,
  more: Partial<TcpSegment> = {},
): Uint8Array {
  const isClient = from === 'client';
  const [mine, theirs] = isClient ? [CLIENT_ISN, SERVER_ISN] : [SERVER_ISN, CLIENT_ISN];
  return encodeTcpPacket(
    {
      sourcePort: isClient ? 49152 : 80,
      destinationPort: isClient ? 80 : 49152,
      seq: (mine + seq) >>> 0,
      ack: flags & ACK ? (theirs + ack) >>> 0 : 0,
      flags,
      window: 64240,
      urgentPointer: 0,
      options: {},
      payload: new Uint8Array(0),
      ...more,
    },
    isClient ? FORTH : BACK,
  );
}

const REQUEST = utf8('GET / HTTP/1.1\r\nHost: bob.example\r\nCookie: session=7f3a\r\n\r\n');
const ANSWER = utf8('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi');
const [asked, answered] = [1 + REQUEST.length, 1 + ANSWER.length];
const options = { mss: 1460, windowScale: 7 };

/** With a DNS question before it. */
export function conversation({ repeated = true } = {}): Packet[] {
  // Of id 1, recursion desired: A of bob.example.
  const question = Uint8Array.from([
    0,
    1,
    1,
    0,
    0,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    3,
    ...utf8('bob'),
    7,
    ...utf8('example'),
    0,
    0,
    1,
    0,
    1,
  ]);
  const frames: [number, Uint8Array][] = [
    [0, encodeUdpPacket({ sourcePort: 50000, destinationPort: 53, payload: question }, FORTH)],
    [10_000, segment('client', SYN, 0, 0, { options })],
    [30_000, segment('server', SYN | ACK, 0, 1, { options })],
    [50_000, segment('client', ACK, 1, 1)],
    [50_100, segment('client', PSH | ACK, 1, 1, { payload: REQUEST })],
    ...(repeated
      ? ([[350_100, segment('client', PSH | ACK, 1, 1, { payload: REQUEST })]] as [number, Uint8Array][])
      : []),
    [370_000, segment('server', ACK, 1, asked)],
    [370_100, segment('server', PSH | ACK, 1, asked, { payload: ANSWER })],
    [390_000, segment('client', ACK, asked, answered)],
    [390_100, segment('client', FIN | ACK, asked, answered)],
    [410_000, segment('server', FIN | ACK, answered, asked + 1)],
    [430_000, segment('client', ACK, asked + 1, answered + 1)],
  ];
  return frames.map(([time, frame]) => ({ time, frame }));
}
