import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/bytes/index.ts';
import { Coverage } from '../../../src/net/capture/coverage.ts';
import {
  ACK,
  FIN,
  PSH,
  packetLines,
  RST,
  readCapture,
  SYN,
  summarize,
  writePcapng,
} from '../../../src/net/index.ts';
import { withCode } from '../../with-code.ts';
import { conversation, type Packet, segment } from './conversation.ts';

const captured = (packets: Packet[]) => readCapture(writePcapng({ packets, interfaceName: 'link' }));
const frames = (...list: Uint8Array[]) => captured(list.map((frame, time) => ({ time, frame })));

const payload = utf8('hello');
const OPENING = [segment('client', SYN, 0, 0), segment('server', SYN | ACK, 0, 1)];
const OPENED = [...OPENING, segment('client', ACK, 1, 1)];
const FINS = [segment('server', FIN | ACK, 1, 1), segment('client', FIN | ACK, 1, 2)];

describe('the summary', () => {
  it('tells a whole conversation', () => {
    const { conversations, ...counts } = summarize(captured(conversation()));
    expect(counts).toEqual({ packets: 12, others: 0, malformed: 0, badChecksums: 0, skipped: [] });
    expect(conversations).toHaveLength(2);
    expect(conversations[0]).toMatchObject({
      protocol: 'UDP',
      application: 'DNS',
      handshake: 'none',
      close: 'open',
    });
    expect(conversations[1]).toMatchObject({
      protocol: 'TCP',
      client: { address: '192.0.2.10', port: 49152 },
      server: { address: '198.51.100.80', port: 80 },
      sent: { packets: 7, carrying: 2, bytes: 59, retransmissions: 1 },
      received: { packets: 4, carrying: 1, bytes: 40, retransmissions: 0 },
      handshake: 'complete',
      close: 'fin',
      application: 'HTTP',
    });
  });

  it('holds a bounded number of conversations', () => {
    // One frame, whose port and number alone change: its checksums are wrong, and nobody minds.
    const first = segment('client', SYN, 0, 0);
    const packets = Array.from({ length: 100_001 }, (_, i) => {
      const frame = first.slice();
      frame.set([(i >> 8) & 255, i & 255], 34);
      frame.set([i >> 16], 29);
      return { time: 0, frame, originalLength: frame.length };
    });
    const capture = { format: 'pcap' as const, linkType: 1, packets, secrets: [] };
    expect(() => summarize(capture)).toThrow(withCode('too-large', /^capture: expected at most 100000 conv/));
    expect(summarize({ ...capture, packets: packets.slice(0, 5) }).conversations).toHaveLength(5);
  });

  it('does not take questions about a closed window for retransmissions', () => {
    const data = (seq: number, text: string) => segment('client', PSH | ACK, seq, 1, { payload: utf8(text) });
    const answer = (ack: number, window: number) => segment('server', ACK, 1, ack, { window });
    const [conversation] = summarize(
      frames(
        ...OPENED,
        data(1, 'hello'),
        ...[answer(6, 0), data(6, '!'), answer(6, 0), data(6, '!'), answer(6, 0), data(6, '!')],
        ...[answer(6, 64240), data(6, '!?'), data(6, '!?')],
      ),
    ).conversations;
    expect(conversation!.sent).toMatchObject({ bytes: 7, carrying: 6, retransmissions: 1 });
  });

  it.each([
    ['syn', 'open', [segment('client', SYN, 0, 0)]],
    ['refused', 'reset', [segment('client', SYN, 0, 0), segment('server', RST | ACK, 0, 1)]],
    ['syn-ack', 'open', [segment('client', SYN, 0, 0), segment('server', SYN | ACK, 0, 1)]],
    ['none', 'open', [segment('server', ACK, 1, 1)]],
    // An ACK of something else completes nothing; one of data behind the SYN-ACK does.
    ['syn-ack', 'open', [...OPENING, segment('client', ACK, 1, 0)]],
    ['syn-ack', 'open', [...OPENING, segment('client', ACK, 1, 2)]],
    ['complete', 'open', [...OPENING, segment('client', ACK, 1, 1)]],
    [
      'complete',
      'open',
      [...OPENING, segment('server', ACK, 1, 1, { payload }), segment('client', ACK, 1, 6)],
    ],
    // One RST before the second FIN breaks the connection off, one behind both does not.
    ['complete', 'reset', [...OPENED, FINS[0]!, segment('client', RST, 1, 0)]],
    ['complete', 'fin-reset', [...OPENED, ...FINS, segment('client', RST, 2, 0)]],
  ])('tells the handshake %s and the close %s', (handshake, close, list) => {
    const { conversations } = summarize(frames(...list));
    expect(conversations).toEqual([
      expect.objectContaining({ handshake, close, client: { address: '192.0.2.10', port: 49152 } }),
    ]);
  });

  it('takes a SYN of another number for a connection of its own', () => {
    const [first, again] = [segment('client', SYN, 0, 0), segment('client', SYN, 5000, 0)];
    expect(summarize(frames(first, first, again)).conversations.map(({ sent }) => sent)).toEqual([
      { packets: 2, carrying: 0, bytes: 0, retransmissions: 1 },
      { packets: 1, carrying: 0, bytes: 0, retransmissions: 0 },
    ]);
  });

  it('counts what is damaged, and what it does not read', () => {
    const flipped = segment('client', PSH | ACK, 1, 1, { payload: utf8('hello') });
    flipped[flipped.length - 1]! ^= 1;
    const arp = new Uint8Array(42);
    arp.set([8, 6], 12);
    expect(summarize(frames(flipped, arp, new Uint8Array(5)))).toMatchObject({
      packets: 3,
      others: 1,
      malformed: 1,
      badChecksums: 1,
      skipped: [{ why: 'protocol', name: 'ARP', count: 1 }],
    });
  });
});

describe('the bytes seen', () => {
  it('are told from those seen before, also over the end of the sequence numbers', () => {
    const seen = new Coverage();
    expect(seen.add(0xfffffff0, 16)).toBe(16);
    expect(seen.add(0xfffffff0, 16)).toBe(0);
    expect(seen.add(20, 10)).toBe(10);
    expect(seen.add(0, 20)).toBe(20);
    expect(seen.add(0, 30)).toBe(0);
    expect(seen.add(25, 10)).toBe(5);
  });

  it('are those of a list of all, in any order', () => {
    const pieces = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 15 })), { maxLength: 30 });
    fc.assert(
      fc.property(pieces, fc.constantFrom(0, 0xffffffe0), (list, base) => {
        const seen = new Coverage();
        const known = new Set<number>();
        seen.add((base - 1) >>> 0, 1);
        for (const [from, length] of list) {
          const before = known.size;
          for (let i = 0; i < length; i++) known.add(from + i);
          expect(seen.add((base + from) >>> 0, length)).toBe(known.size - before);
        }
      }),
    );
  });
});

describe('the lines', () => {
  it('are those of tcpdump', () => {
    expect([...packetLines(captured(conversation()))]).toEqual([
      '08:00:00.000000 IP 192.0.2.10.50000 > 198.51.100.80.53: UDP, length 29',
      '08:00:00.010000 IP 192.0.2.10.49152 > 198.51.100.80.80: Flags [S], seq 3626544836, win 64240, options [mss 1460,wscale 7], length 0',
      '08:00:00.030000 IP 198.51.100.80.80 > 192.0.2.10.49152: Flags [S.], seq 1739326486, ack 3626544837, win 64240, options [mss 1460,wscale 7], length 0',
      '08:00:00.050000 IP 192.0.2.10.49152 > 198.51.100.80.80: Flags [.], ack 1, win 64240, length 0',
      '08:00:00.050100 IP 192.0.2.10.49152 > 198.51.100.80.80: Flags [P.], seq 1:60, ack 1, win 64240, length 59',
      '08:00:00.350100 IP 192.0.2.10.49152 > 198.51.100.80.80: Flags [P.], seq 1:60, ack 1, win 64240, length 59',
      '08:00:00.370000 IP 198.51.100.80.80 > 192.0.2.10.49152: Flags [.], ack 60, win 64240, length 0',
      '08:00:00.370100 IP 198.51.100.80.80 > 192.0.2.10.49152: Flags [P.], seq 1:41, ack 60, win 64240, length 40',
      '08:00:00.390000 IP 192.0.2.10.49152 > 198.51.100.80.80: Flags [.], ack 41, win 64240, length 0',
      '08:00:00.390100 IP 192.0.2.10.49152 > 198.51.100.80.80: Flags [F.], seq 60, ack 41, win 64240, length 0',
      '08:00:00.410000 IP 198.51.100.80.80 > 192.0.2.10.49152: Flags [F.], seq 41, ack 61, win 64240, length 0',
      '08:00:00.430000 IP 192.0.2.10.49152 > 198.51.100.80.80: Flags [.], ack 42, win 64240, length 0',
    ]);
  });
});
