/** Who repeats what and when: times in seconds, from Linux's defaults and a link of 10 ms each way. */
import { describe, expect, it } from 'vitest';
import type { Socket } from '../../../src/net/socket.ts';
import { LINUX } from '../../../src/net/tcp/profile.ts';
import { B, injectSyn, type Pair, type PairOptions, tell, twoHosts } from './two-hosts.ts';

const told = (pair: Pair) => tell(pair.lines());
const closeAtEnd = (socket: Socket) => socket.close();

/** a connects; nobody sends or closes unless told. */
function open(options: PairOptions = {}) {
  const pair = twoHosts(options);
  let server: Socket | undefined;
  const states: string[] = [];
  pair.b.listen(80, {
    onConnection: (socket) => {
      server = socket;
      return { onFinished: closeAtEnd };
    },
  });
  const client = pair.a.connect(B, 80, {
    onEvent: (event) => {
      if (event.type === 'state') states.push(`${(pair.clock.now / 1e6).toFixed(2)} ${event.to}`);
      if (event.type === 'timeout') states.push(`${(pair.clock.now / 1e6).toFixed(2)} timeout`);
    },
  });
  return { pair, client, states, server: () => server! };
}

describe('a handshake', () => {
  it('takes three segments and one and a half round trips', () => {
    const { pair } = open();
    pair.clock.run();
    expect(told(pair)).toEqual([
      '0.000 a SYN 0+0 ack 0',
      '0.010 b SYN-ACK 0+0 ack 1',
      '0.020 a ACK 1+0 ack 1',
    ]);
    expect(pair.clock.pending).toBe(0);
  });

  it('repeats a lost SYN after 1 s', () => {
    const { pair } = open({ lose: (from, flags, count) => from === 'a' && flags === 'SYN' && count === 1 });
    pair.clock.run();
    expect(told(pair)).toEqual([
      '0.000 a SYN 0+0 ack 0 lost',
      '1.000 a SYN 0+0 ack 0',
      '1.010 b SYN-ACK 0+0 ack 1',
      '1.020 a ACK 1+0 ack 1',
    ]);
  });

  it('repeats a lost SYN-ACK: both sides have a timer', () => {
    const { pair } = open({ lose: (_from, flags, count) => flags === 'SYN-ACK' && count === 1 });
    pair.clock.run();
    expect(told(pair)).toEqual([
      '0.000 a SYN 0+0 ack 0',
      '0.010 b SYN-ACK 0+0 ack 1 lost',
      '1.000 a SYN 0+0 ack 0',
      '1.010 b SYN-ACK 0+0 ack 1',
      // The second SYN is old to b, which acknowledges it (3.10.7.4, first).
      '1.010 b ACK 1+0 ack 1',
      '1.020 a ACK 1+0 ack 1',
    ]);
  });

  it('repeats the SYN-ACK where the third segment is lost, and its answer is an ACK', () => {
    const { pair, server } = open({
      lose: (from, flags) => from === 'a' && flags === 'ACK' && pair.clock.now < 500_000,
    });
    pair.clock.run();
    expect(told(pair)).toEqual([
      '0.000 a SYN 0+0 ack 0',
      '0.010 b SYN-ACK 0+0 ack 1',
      '0.020 a ACK 1+0 ack 1 lost',
      '1.010 b SYN-ACK 0+0 ack 1',
      '1.020 a ACK 1+0 ack 1',
    ]);
    expect(server().state).toBe('ESTABLISHED');
  });

  it('needs no repetition where data follows the lost third segment', () => {
    let losing = true;
    const { pair, client } = open({ lose: (from, flags) => from === 'a' && flags === 'ACK' && losing });
    pair.clock.run({ until: 30_000 });
    losing = false;
    client.send(new Uint8Array(10));
    pair.clock.run();
    expect(told(pair).slice(3)).toEqual(['0.030 a PSH-ACK 1+10 ack 1', '0.080 b ACK 1+0 ack 11']);
  });

  it('gives up after 127 s: SYNs at 0, 1, 3, 7, 15, 31, 63', () => {
    const { pair, states } = open({ lose: () => true });
    pair.clock.run();
    expect(pair.lines().map(({ time }) => time)).toEqual([0, 1, 3, 7, 15, 31, 63]);
    expect(states).toEqual(['0.00 SYN-SENT', '127.00 timeout', '127.00 CLOSED']);
    expect(pair.clock.pending).toBe(0);
  });

  it('is refused where nobody listens', () => {
    const pair = twoHosts();
    let wasReset = false;
    pair.a.connect(B, 80, { onReset: () => (wasReset = true) });
    pair.clock.run();
    expect(told(pair)).toEqual(['0.000 a SYN 0+0 ack 0', '0.010 b RST-ACK 0+0 ack 1']);
    expect(wasReset).toBe(true);
  });

  it('opens from both sides at once', () => {
    const pair = twoHosts();
    const states: Record<string, string[]> = { a: [], b: [] };
    const open = (name: 'a' | 'b', localPort: number, port: number) => {
      const [from, to] = name === 'a' ? [pair.a, B] : [pair.b, '192.0.2.10'];
      return from.connect(to, port, {
        localPort,
        onEvent: (event) => void (event.type === 'state' && states[name]!.push(event.to)),
      });
    };
    const a = open('a', 7000, 8000);
    const b = open('b', 8000, 7000);
    pair.clock.run();
    const way = ['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED'];
    expect([a.state, b.state]).toEqual(['ESTABLISHED', 'ESTABLISHED']);
    expect(states).toEqual({ a: way, b: way });
    expect(told(pair)).toEqual([
      '0.000 a SYN 0+0 ack 0',
      '0.000 b SYN 0+0 ack 0',
      '0.010 b SYN-ACK 0+0 ack 1',
      '0.010 a SYN-ACK 0+0 ack 1',
      '0.020 a ACK 1+0 ack 1',
      '0.020 b ACK 1+0 ack 1',
    ]);
  });
});

describe('a SYN flood', () => {
  const flood = (count: number, options: { backlog: number; synCookies?: boolean }) => {
    const pair = twoHosts();
    const { listener } = pair.b.listen(80, options);
    for (let at = 0; at < count; at++) {
      injectSyn(pair, `198.51.100.${1 + at}`, 1024 + at);
    }
    pair.clock.run({ until: 20_000 });
    return { pair, listener };
  };

  it('leaves half-open entries for 63 s: SYN-ACKs at 0, 1, 3, 7, 15, 31', () => {
    const { pair, listener } = flood(1, { backlog: 8 });
    pair.clock.run({ until: 63_009_999 });
    expect(listener.halfOpen.size).toBe(1);
    pair.clock.run();
    expect(
      pair
        .lines()
        .slice(1)
        .map(({ time }) => time),
    ).toEqual([0.01, 1.01, 3.01, 7.01, 15.01, 31.01]);
    expect([listener.halfOpen.size, pair.clock.now]).toEqual([0, 63_010_000]);
  });

  it('fills the backlog: who comes then is not answered, until it is empty again', () => {
    const { pair, listener } = flood(20, { backlog: 8 });
    expect([listener.halfOpen.size, listener.dropped]).toEqual([8, 12]);
    let connectedAt = 0;
    pair.a.connect(B, 80, { onConnected: () => (connectedAt = pair.clock.now) });
    pair.clock.run();
    // Its SYN of 63.02 s arrives when the entries, of 63.01 s, have gone.
    expect(connectedAt).toBe(63_040_000);
  });

  it('does not matter with SYN cookies', () => {
    const { pair, listener } = flood(20, { backlog: 8, synCookies: true });
    expect([listener.halfOpen.size, listener.cookiesSent]).toEqual([8, 12]);
    let connectedAt = 0;
    const client = pair.a.connect(B, 80, { onConnected: () => (connectedAt = pair.clock.now) });
    pair.clock.run({ until: 70_000 });
    expect([connectedAt, client.state, listener.waiting]).toEqual([40_000, 'ESTABLISHED', 1]);
    client.send(new Uint8Array(3000));
    pair.clock.run({ until: 200_000 });
    expect(listener.accept()!.readable).toBe(3000);
  });
});

describe('a close', () => {
  const closeFrom = (options: PairOptions = {}) => {
    const run = open(options);
    run.pair.clock.run({ until: 100_000 });
    run.pair.seen.length = 0;
    run.client.close();
    return run;
  };

  it('takes four segments, and 60 s of TIME-WAIT', () => {
    const { pair, states } = closeFrom();
    pair.clock.run();
    expect(told(pair).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      '0.100 a FIN-ACK',
      '0.110 b ACK',
      '0.110 b FIN-ACK',
      '0.120 a ACK',
    ]);
    expect(states.slice(-4)).toEqual([
      '0.10 FIN-WAIT-1',
      '0.12 FIN-WAIT-2',
      '0.12 TIME-WAIT',
      '60.12 CLOSED',
    ]);
    expect(pair.clock.pending).toBe(0);
  });

  it('takes three where the ACK of the FIN waits for the other FIN', () => {
    const { pair } = closeFrom({ profile: { ...LINUX, finAck: 'delayed' } });
    pair.clock.run();
    expect(pair.lines().map(({ from, flags }) => `${from} ${flags}`)).toEqual([
      'a FIN-ACK',
      'b FIN-ACK',
      'a ACK',
    ]);
  });

  it('repeats the FIN where the last ACK is lost, and TIME-WAIT starts again', () => {
    const { pair, states } = closeFrom({
      lose: (from, flags, count) => from === 'a' && flags === 'ACK' && count === 2,
    });
    pair.clock.run();
    const lines = pair
      .lines()
      .map(({ time, from, flags, lost }) => `${time.toFixed(3)} ${from} ${flags}${lost ? ' lost' : ''}`);
    // RTO = SRTT 20 ms + 200 ms.
    expect(lines.slice(3)).toEqual(['0.120 a ACK lost', '0.330 b FIN-ACK', '0.340 a ACK']);
    expect(states.at(-1)).toBe('60.34 CLOSED');
  });

  it('at the same time from both sides goes through CLOSING', () => {
    const { pair, client, server, states } = open();
    pair.clock.run({ until: 100_000 });
    client.close();
    server().close();
    pair.clock.run();
    expect(states.slice(-4)).toEqual(['0.10 FIN-WAIT-1', '0.11 CLOSING', '0.12 TIME-WAIT', '60.12 CLOSED']);
    expect(pair.b.stack.tally()['TIME-WAIT']).toBe(0);
    expect(pair.clock.pending).toBe(0);
  });

  it('of one half lets the other send on', () => {
    const pair = twoHosts();
    const got: number[] = [];
    pair.b.listen(80, {
      onConnection: () => ({
        onFinished: (socket) => {
          socket.send(new Uint8Array(4000));
          socket.close();
        },
      }),
    });
    const client = pair.a.connect(B, 80, {
      onConnected: (socket) => socket.shutdown(),
      onData: (bytes) => got.push(bytes.length),
    });
    pair.clock.run();
    expect(got.reduce((sum, length) => sum + length, 0)).toBe(4000);
    expect(client.state).toBe('CLOSED');
  });

  it('that the server forgets leaves CLOSE-WAIT there, and FIN-WAIT-2 for 60 s here', () => {
    const pair = twoHosts();
    pair.b.listen(80, { onConnection: () => ({}) });
    for (let count = 0; count < 5; count++) pair.a.connect(B, 80, { onConnected: closeAtEnd });
    pair.clock.run({ until: 1_000_000 });
    expect(pair.b.stack.tally()['CLOSE-WAIT']).toBe(5);
    expect(pair.a.stack.tally()['FIN-WAIT-2']).toBe(5);
    pair.clock.run();
    expect(pair.b.stack.tally()['CLOSE-WAIT']).toBe(5);
    expect(pair.clock.now).toBe(60_040_000);
  });
});
