/** The window: closed by a slow reader, probed, opened; the four categories; losses and what they cost. */
import { describe, expect, it } from 'vitest';
import type { Socket } from '../../../src/net/socket.ts';
import type { TcpEvent } from '../../../src/net/tcp/events.ts';
import { LINUX, type TcpProfile } from '../../../src/net/tcp/profile.ts';
import { parsePacket } from '../../../src/net/wire/packet.ts';
import { ACK } from '../../../src/net/wire/tcp.ts';
import { B, type PairOptions, twoHosts } from './two-hosts.ts';

/** a sends `size` bytes at 0.1 s; b does not read unless told. */
function transfer(size: number, options: PairOptions & { read?: boolean } = {}) {
  const pair = twoHosts(options);
  let server: Socket | undefined;
  const events: { time: number; event: TcpEvent }[] = [];
  let got = 0;
  pair.b.listen(80, {
    onConnection: (socket) => {
      server = socket;
      return { manualRead: !options.read, onData: (bytes) => (got += bytes.length) };
    },
  });
  const client = pair.a.connect(B, 80, {
    onEvent: (event) => events.push({ time: pair.clock.now / 1e6, event }),
  });
  pair.clock.run({ until: 100_000 });
  client.send(new Uint8Array(size).fill(7));
  const of = (type: TcpEvent['type']) => events.filter(({ event }) => event.type === type);
  return { pair, client, server: () => server!, of, got: () => got };
}

const small: TcpProfile = { ...LINUX, receiveBuffer: 4000, windowScale: undefined };

describe('a closed window', () => {
  it('is probed after one RTO, then twice as late each time, up to 120 s', () => {
    const { pair, of } = transfer(10_000, { profile: small });
    pair.clock.run({ until: 600_000_000 });
    const times = of('probe').map(({ time }) => time);
    const gaps = times.slice(1).map((time, at) => time - times[at]!);
    const rto = gaps[0]! / 2;
    expect(rto).toBeGreaterThanOrEqual(0.2);
    const expected = gaps.map((_, at) => Math.min(rto * 2 ** (at + 1), 120));
    expect(gaps.map((gap) => gap.toFixed(3))).toEqual(expected.map((gap) => gap.toFixed(3)));
    expect(gaps.at(-1)).toBeCloseTo(120, 6);
    // Each probe is one byte and is answered; the connection lives.
    const probes = pair.lines().filter(({ from, length }) => from === 'a' && length === 1);
    expect(probes.length).toBe(times.length);
    expect(pair.lines().at(-1)).toMatchObject({ from: 'b', flags: 'ACK', length: 0 });
  });

  it('opens with the reader: one update, and the data goes on', () => {
    const { pair, client, server, of } = transfer(10_000, { profile: small });
    pair.clock.run({ until: 1_000_000 });
    expect(client.window).toMatchObject({
      acked: 4000,
      sentUnacked: 0,
      usable: 0,
      beyond: 6000,
      advertised: 0,
    });
    const probes = of('probe').length;
    let read = server().read().length;
    const readAll = () => {
      read += server().read().length;
      if (read < 10_000) pair.clock.after(100_000, readAll);
    };
    pair.clock.after(100_000, readAll);
    pair.clock.run();
    expect(read).toBe(10_000);
    expect(of('probe').length).toBe(probes);
    expect(of('retransmission')).toEqual([]);
  });

  it('lets a lost update be found out by the next probe', () => {
    let losing = false;
    const { pair, server } = transfer(10_000, { profile: small, lose: (from) => from === 'b' && losing });
    pair.clock.run({ until: 1_000_000 });
    losing = true;
    const before = server().read().length;
    losing = false;
    pair.clock.run({ until: 10_000_000 });
    expect(before + server().read().length).toBeGreaterThan(7000);
  });

  it('given up after 15 probes that nobody answers', () => {
    let isCut = false;
    const { pair, of } = transfer(10_000, { profile: small, lose: () => isCut });
    pair.clock.run({ until: 1_000_000 });
    isCut = true;
    pair.clock.run();
    expect(of('timeout').length).toBe(1);
    expect(pair.clock.pending).toBe(0);
  });
});

describe('the window', () => {
  it('has four parts', () => {
    const { client } = transfer(100_000);
    // The initial window of ten segments is out; congestion control holds the rest, not the receiver.
    expect(client.window).toMatchObject({
      acked: 0,
      sentUnacked: 14_600,
      usable: 64_240 - 14_600,
      beyond: 100_000 - 64_240,
      advertised: 64_240,
      effective: 64_240 - 14_600,
      cwnd: 14_600,
    });
  });

  it('doubles in a round trip of slow start', () => {
    const { pair, client } = transfer(60_000);
    pair.clock.run({ until: 125_000 });
    expect(client.window.cwnd).toBeGreaterThanOrEqual(1.45 * 14_600);
  });
});

describe('a lost segment', () => {
  const loseNth = (nth: number, extra: Partial<PairOptions> = {}) =>
    transfer(60_000, {
      read: true,
      ...extra,
      lose: (_from, flags, count) => flags === 'ACK' && _from === 'a' && count === nth,
    });

  it('is sent again after three duplicate ACKs, in a round trip', () => {
    // The third segment of the handshake is a's first ACK.
    const { pair, of, got } = loseNth(2);
    pair.clock.run();
    expect(of('retransmission')).toEqual([
      { time: 0.12, event: { type: 'retransmission', seq: expect.any(Number), length: 1460, why: 'fast' } },
    ]);
    expect(got()).toBe(60_000);
  });

  it('is told by ACKs with the same window: another one would make no duplicate (RFC 5681, 2)', () => {
    const { pair } = loseNth(4);
    pair.clock.run();
    const acks = pair.seen.flatMap(({ from, frame }) => {
      const { tcp } = parsePacket(frame);
      return from === 'b' && tcp && tcp.flags === ACK ? [tcp] : [];
    });
    const hole = acks.findIndex(({ ack }, i) => ack === acks[i + 1]?.ack);
    const same = acks.filter(({ ack }) => ack === acks[hole]!.ack);
    expect(same.length).toBeGreaterThan(3);
    // The program had read meanwhile, and there was more room.
    expect(acks[hole]!.window * 128).toBeLessThan(64_240 - 1000);
    expect(new Set(same.map(({ window }) => window)).size).toBe(1);
  });

  it('at the end has nothing behind it, and waits for the timer', () => {
    const { pair, of, got } = transfer(1000, {
      read: true,
      lose: (_from, flags, count) => flags === 'PSH-ACK' && count === 1,
    });
    pair.clock.run();
    // RTO = SRTT 20 ms + 200 ms.
    expect(of('retransmission').map(({ time }) => time)).toEqual([0.32]);
    expect(got()).toBe(1000);
  });

  it('over and over ends the connection after 15 repeats and 924.6 s', () => {
    let isCut = false;
    const { pair, of } = transfer(0, { lose: () => isCut, profile: { ...LINUX, initialRto: 200_000 } });
    const { client } = { client: pair.a.connect(B, 80) };
    pair.clock.run({ until: 1_000_000 });
    isCut = true;
    client.send(new Uint8Array(10));
    const since = pair.clock.now;
    pair.clock.run();
    expect(of('timeout')).toEqual([]);
    expect(client.state).toBe('CLOSED');
    // 0.22 s doubled up to 120 s: Linux speaks of 924.6 s for an RTO of exactly 0.2 s.
    const rtos = Array.from({ length: 16 }, (_, at) => Math.min(0.22 * 2 ** at, 120));
    expect((pair.clock.now - since) / 1e6).toBeCloseTo(
      rtos.reduce((sum, rto) => sum + rto, 0),
      3,
    );
  });
});

describe('keep-alive', () => {
  it('is off unless asked for', () => {
    const { pair } = transfer(0);
    pair.clock.run();
    expect(pair.clock.now).toBe(100_000);
  });

  it('asks after two hours, and after nine unanswered questions gives up', () => {
    let isCut = false;
    const pair = twoHosts({ lose: () => isCut });
    pair.b.listen(80);
    const times: number[] = [];
    let timedOut = 0;
    pair.a.connect(B, 80, {
      keepAlive: true,
      onEvent: (event) => void (event.type === 'keep-alive' && times.push(pair.clock.now / 1e6)),
      onTimeout: () => (timedOut = pair.clock.now / 1e6),
    });
    pair.clock.run({ until: 7_300_000_000 });
    expect(times).toEqual([7200.02]);
    isCut = true;
    pair.clock.run();
    const first = times[1]!;
    expect(times.slice(1)).toEqual(Array.from({ length: 9 }, (_, at) => first + at * 75));
    expect(timedOut).toBe(first + 9 * 75);
  });
});

describe('half-open', () => {
  it('is found out: the other side has forgotten, and says so', () => {
    const pair = twoHosts();
    let wasReset = false;
    const listening = pair.b.listen(80, { onConnection: () => ({}) });
    const client = pair.a.connect(B, 80, { onReset: () => (wasReset = true) });
    pair.clock.run();
    expect(listening.listener.waiting).toBe(0);
    // b loses its power: a new host in its place.
    const fresh = twoHosts();
    pair.link.detach('b');
    fresh.link.detach('a');
    pair.link.attach('b', (frame) => fresh.link.inject('b', frame));
    fresh.link.attach('a', (frame) => pair.link.inject('a', frame));
    client.send(new Uint8Array(10));
    for (let round = 0; round < 20; round++) {
      pair.clock.run({ until: pair.clock.now + 10_000 });
      fresh.clock.run({ until: pair.clock.now });
    }
    expect([wasReset, client.state]).toEqual([true, 'CLOSED']);
  });
});
