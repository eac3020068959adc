/**
 * The hacker on the line of scenes 1 and 15: he reads every frame, uses what he finds, and alters the page on its way back.
 *
 * He is a tap, and a host of his own. Of what he alters he computes TCP's checksum anew, and he keeps the numbers of both sides
 * apart by what he has added.
 */
import { concatAll, fromUtf8, utf8 } from '../bytes/index.ts';
import { ALICE, BOB, type Line } from '../explain/net/line.ts';
import { HACKER } from '../explain/net/middle.ts';
import { plainOver } from '../explain/net/tls-over-tcp.ts';
import { BANK } from '../explain/net/web.ts';
import { createHost } from '../net/host.ts';
import { encodeRequest } from '../net/http/encode.ts';
import { encodeTcpPacket, type Packet, parsePacket, type TcpSegment } from '../net/index.ts';
import type { RandomSource } from '../random/index.ts';

/** When Alice has gone, in microseconds. */
const LATER = 1_000_000;

export interface OnTheLine {
  /** Found in what Alice sends. */
  cookie: string | undefined;
  /** What the bank answered to a request of his own with that cookie. */
  answer: string;
  /** The segment with the page as it came, and as it went on. */
  page: { readonly before: Uint8Array; readonly after: Uint8Array } | undefined;
  /** All that passes on Alice's cable, his own frames as well. */
  readonly frames: { readonly time: number; readonly frame: Uint8Array }[];
}

/** Gives a payload in place of that of a segment for Alice, or nothing if it is to go on as it is. */
export type Alter = (payload: Uint8Array) => Uint8Array | undefined;

export function comeToTheLine(line: Line, random: RandomSource, alter: Alter): OnTheLine {
  const { clock, link } = line;
  const found: OnTheLine = { cookie: undefined, answer: '', page: undefined, frames: [] };
  // On Alice's cable her frames are as she sends them, and the bank's as they come out of the hacker's hands.
  link.addTap({
    see(frame, towards, time) {
      if (towards === BOB.end) found.frames.push({ time, frame });
      return 'pass';
    },
  });
  link.onFrame(({ from, time, frame }) => from === BOB.end && found.frames.push({ time, frame }));
  // From this number of the bank's on, everything is so many bytes later for Alice.
  let added: { readonly from: number; readonly bytes: number } | undefined;
  link.addTap({
    see(frame, towards) {
      const packet = parsePacket(frame);
      const { tcp, ipv4 } = packet;
      if (!tcp || ipv4?.source === HACKER.address || ipv4?.destination === HACKER.address) return 'pass';
      if (towards === BOB.end) {
        const [, cookie] = /\r\nCookie: session=([^\r;]+)/.exec(textOf(tcp.payload)) ?? [];
        if (cookie !== undefined && found.cookie === undefined) {
          found.cookie = cookie;
          clock.after(LATER, () => useCookie(line, random, found, cookie));
        }
        if (!added || isBefore(tcp.ack, added.from + 1)) return 'pass';
        return { replace: [packed(packet, { ...tcp, ack: tcp.ack - added.bytes })] };
      }
      if (added) return { replace: [packed(packet, { ...tcp, seq: tcp.seq + added.bytes })] };
      const payload = alter(tcp.payload);
      if (!payload) return 'pass';
      const after = packed(packet, { ...tcp, payload });
      found.page = { before: frame, after };
      const bytes = payload.length - tcp.payload.length;
      if (bytes !== 0) added = { from: tcp.seq + tcp.payload.length, bytes };
      return { replace: [after] };
    },
  });
  return found;
}

/** From an address of his own: the bank asks only for the cookie. */
function useCookie(line: Line, random: RandomSource, found: OnTheLine, cookie: string): void {
  const { clock, link } = line;
  // Frames for everybody but Bob leave through one router, and so does he.
  const [mac, gatewayMac, end] = [ALICE.mac, BOB.mac, ALICE.end];
  const host = createHost({ ...HACKER, mac, gatewayMac, clock, link, end, random });
  const headers = [
    { name: 'Host', value: BANK },
    { name: 'Cookie', value: `session=${cookie}` },
  ];
  const request = {
    method: 'GET',
    target: '/account',
    version: 'HTTP/1.1',
    headers,
    body: utf8(''),
  } as const;
  const handlers = plainOver(
    {
      onOpen: (pipe) => pipe.send(encodeRequest(request)),
      onData: (bytes, pipe) => {
        found.answer += textOf(bytes);
        pipe.finish();
      },
    },
    () => {},
  );
  host.connect(BOB.address, 80, handlers);
}

/** The frame with another segment in it, and the checksum that goes with that. */
export function packed({ ethernet, ipv4 }: Packet, segment: TcpSegment): Uint8Array {
  const { source, destination, identification, ttl } = ipv4!;
  return encodeTcpPacket(
    { ...segment, seq: segment.seq >>> 0, ack: segment.ack >>> 0 },
    {
      ...{ sourceMac: ethernet.source, destinationMac: ethernet.destination },
      ...{ source, destination, identification, ttl },
    },
  );
}

/** Whether a number of TCP comes before another, on the circle of 2^32. */
function isBefore(a: number, b: number): boolean {
  return ((a - b) | 0) < 0;
}

/** The bytes of one direction of Alice's connection, in the order in which they were sent; nothing is lost here. */
export function streamFrom(frames: readonly { readonly frame: Uint8Array }[], address: string): Uint8Array {
  const parts = frames.flatMap(({ frame }) => {
    const { tcp, ipv4 } = parsePacket(frame);
    const others = [ipv4?.source, ipv4?.destination].includes(HACKER.address);
    return tcp && ipv4?.source === address && !others ? [tcp.payload] : [];
  });
  return concatAll(parts);
}

/** Bytes as characters, each for itself: what is no text harms nothing. */
export function textOf(bytes: Uint8Array): string {
  return fromUtf8(bytes.map((byte) => (byte < 0x80 ? byte : 0x2e)));
}
