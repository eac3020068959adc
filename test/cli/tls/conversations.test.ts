/**
 * Hand-driven clients before the server as it listens: that alerts arrive before the end, that the end comes soon, and that
 * a request is answered in one record, as tlsfuzzer's scripts count them.
 */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { echo } from '../../../src/cli/tls/conversation.ts';
import { type Listener, listen } from '../../../src/cli/tls/listener.ts';
import type { StreamFault } from '../../../src/cli/tls/tls-stream.ts';
import { openWww } from '../../../src/cli/tls/www.ts';
import { ALERTS, createServer, type TlsMachine, type TlsOutput } from '../../../src/tls/index.ts';
import { EXT, RawClient } from '../../tls/raw-client.ts';
import { ALERT, CCS, DATA, HANDSHAKE, messageBytes } from '../../tls/raw-peer.ts';
import { serverConfig } from '../../tls/raw-setup.ts';

const NOTHING: TlsOutput = { send: new Uint8Array(0), events: [] };
const faults: StreamFault[] = [];
const listeners: Record<'www' | 'echo', Listener | undefined> = { www: undefined, echo: undefined };

beforeAll(async () => {
  const config = serverConfig({ random: undefined });
  for (const [name, service] of Object.entries({
    www: openWww({ lang: 'en', subject: 'CN=bob.example' }),
    echo: echo(),
  })) {
    listeners[name as 'www' | 'echo'] = await listen({
      host: '127.0.0.1',
      port: 0,
      machine: (observe) => createServer({ ...config, observe }),
      maxConnections: 100,
      handshakeSeconds: 10,
      idleSeconds: 10,
      onSecure: (visit) => service.serve(visit),
      onFault: (_, fault) => faults.push(fault),
      onDrop: () => {},
      onTrouble: () => {},
    });
  }
});

afterAll(async () => {
  for (const listener of Object.values(listeners)) {
    listener?.stop();
    await listener?.ended;
  }
});

/** A raw client whose machine is far away. */
class Caller extends RawClient {
  closed = false;
  readonly end: () => void;

  constructor(service: 'www' | 'echo') {
    const socket = connect(listeners[service]!.address.port, '127.0.0.1');
    const machine: TlsMachine = {
      start: () => NOTHING,
      receive: (bytes) => {
        if (socket.writable) socket.write(bytes);
        return NOTHING;
      },
      write: () => NOTHING,
      close: () => NOTHING,
      end: () => NOTHING,
      status: 'handshake',
      connection: undefined,
    };
    super(machine);
    this.end = () => socket.destroy();
    socket.on('data', (send: Uint8Array) => this.take({ send, events: [] }));
    socket.on('error', () => {});
    socket.on('end', () => {
      this.closed = true;
    });
    socket.on('close', () => {
      this.closed = true;
    });
  }

  /** Until it is so, or five seconds have passed, which is how long the scripts wait. */
  async until(isSo: (caller: this) => boolean): Promise<this> {
    const late = Date.now() + 5000;
    while (!isSo(this)) {
      if (Date.now() > late) throw new Error(`waited in vain; last record: ${this.records.at(-1)?.type}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return this;
  }

  async handshake12(changes = {}): Promise<this> {
    this.hello(changes);
    await this.until(({ helloDone }) => helloDone);
    this.secondFlight();
    return this.until(({ finishedCame }) => finishedCame);
  }

  of(type: number) {
    return this.records.filter((record) => record.type === type);
  }

  get isClosed(): boolean {
    return this.closed;
  }
}

const answered = (caller: Caller) => caller.of(DATA).length > 0;
const CLOSE_NOTIFY = [1, 0];

/** One record of an answer, close_notify, the end. */
async function expectOneAnswer(caller: Caller, startsWith: string): Promise<void> {
  await caller.until(answered);
  caller.closeNotify();
  await caller.until(({ isClosed }) => isClosed);
  expect(caller.text.slice(0, 40)).toContain(startsWith);
  expect(caller.of(DATA)).toHaveLength(1);
  expect(caller.of(ALERT).map(({ plaintext }) => [...plaintext])).toEqual([CLOSE_NOTIFY]);
}

describe('a request is answered in one record', () => {
  it.each([
    ['with CRLF', 'GET / HTTP/1.0\r\n\r\n', '200'],
    ['with LF alone', 'GET / HTTP/1.0\n\n', '400'],
    ['with LF alone, and a header', 'GET / HTTP/1.0\nX-bad: aaaa\n\n', '400'],
    ['with a query', 'GET /?Renegotiation_Test=tlsfuzzer HTTP/1.0\r\n\r\n', '200'],
    ['that is none', 'what is this\r\n\r\n', '400'],
    ['of 2^14 bytes', `GET / HTTP/1.0\r\nX: ${'a'.repeat(2 ** 14 - 23)}\r\n\r\n`, '200'],
    ['whose head is too long', `GET / HTTP/1.0\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
  ])('%s', async (_, request, status) => {
    const caller = await new Caller('www').handshake12();
    await expectOneAnswer(caller.data(request), status);
  });

  it('in records of one byte', async () => {
    const caller = await new Caller('www').handshake12();
    caller.maxFragment = 1;
    caller.get();
    caller.maxFragment = 2;
    await expectOneAnswer(caller, '200');
  });

  it('with a hello in between, of which is warned', async () => {
    const caller = await new Caller('www').handshake12();
    caller.data('GET / HTTP/1.0\r\n').handshake(caller.helloBytes());
    await caller.until((me) => me.lastAlert === 'no_renegotiation');
    caller.data('\r\n');
    await caller.until(answered);
    caller.closeNotify();
    await caller.until(({ isClosed }) => isClosed);
    expect(caller.of(DATA)).toHaveLength(1);
    expect(caller.of(ALERT).map(({ plaintext }) => [...plaintext])).toEqual([
      [1, ALERTS.no_renegotiation],
      CLOSE_NOTIFY,
    ]);
  });

  it('under close_notify of level 0', async () => {
    const caller = await new Caller('www').handshake12();
    caller.get();
    await caller.until(answered);
    caller.alert(0, 'close_notify');
    await caller.until(({ isClosed }) => isClosed);
    expect(caller.of(ALERT).map(({ plaintext }) => [...plaintext])).toEqual([CLOSE_NOTIFY]);
  });
});

it.each([1, 2, 100, 4096, 16_383, 16_384])(
  'an echo of %i bytes is one record (test-lengths)',
  async (length) => {
    const caller = await new Caller('echo').handshake12({ suites: [0x3c, 0xff] });
    caller.data(`${'A'.repeat(length - 1)}\n`);
    await caller.until(answered);
    caller.closeNotify();
    await caller.until(({ isClosed }) => isClosed);
    expect(caller.of(DATA).map(({ plaintext }) => plaintext.length)).toEqual([length]);
    expect(caller.of(ALERT).map(({ plaintext }) => [...plaintext])).toEqual([CLOSE_NOTIFY]);
  },
);

describe('a fault: its alert arrives, and then the end', () => {
  const much = new Uint8Array(2 ** 14);
  const rows: readonly (readonly [
    what: string,
    alert: keyof typeof ALERTS,
    send: (caller: Caller) => unknown,
  ])[] = [
    ['garbage', 'unexpected_message', (c) => c.raw(new Uint8Array(100_000).fill(65))],
    [
      'a hello of another type',
      'unexpected_message',
      (c) => c.bare(HANDSHAKE, messageBytes(2, c.helloBytes().slice(4))),
    ],
    [
      'a hello of 16 MiB',
      'decode_error',
      (c) => c.bare(HANDSHAKE, messageBytes(1, much.slice(4), 2 ** 24 - 1)),
    ],
    [
      'a hello of 16 MiB, and a megabyte of it',
      'decode_error',
      (c) => {
        c.bare(HANDSHAKE, messageBytes(1, much.slice(4), 2 ** 24 - 1));
        for (let i = 0; i < 60; i++) c.bare(HANDSHAKE, much);
      },
    ],
    ['no suite in common', 'handshake_failure', (c) => c.hello({ suites: [0xc02f] })],
    ['ChangeCipherSpec too early', 'unexpected_message', (c) => c.hello().bare(CCS, Uint8Array.of(1))],
    [
      'a hello and a heartbeat',
      'unexpected_message',
      (c) => c.buffered(() => c.hello({ extensions: [EXT.ems] }).bare(24, much)),
    ],
  ];
  it.each(rows)('%s: %s', async (_, alert, send) => {
    const caller = new Caller('www');
    send(caller);
    await caller.until(({ isClosed }) => isClosed);
    expect(caller.records.at(-1)!.plaintext).toEqual(Uint8Array.of(2, ALERTS[alert]));
  });

  it('a wrong premaster secret: silence, then bad_record_mac', async () => {
    const caller = new Caller('www').hello();
    await (caller as Caller).until(({ helloDone }) => helloDone);
    caller.buffered(() => {
      caller
        .keyExchange({ ciphertext: (bytes) => bytes.fill(0) })
        .changeCipherSpec()
        .finished()
        .get();
    });
    await (caller as Caller).until(({ isClosed }) => isClosed);
    expect(caller.records.at(-1)!.plaintext).toEqual(Uint8Array.of(2, ALERTS.bad_record_mac));
  });
});

it('whoever leaves at any moment disturbs nobody (test-connection-abort)', async () => {
  const steps: ((caller: Caller) => unknown)[] = [
    () => {},
    (c) => c.hello(),
    (c) => c.until(({ helloDone }) => helloDone),
    (c) => c.keyExchange(),
    (c) => c.changeCipherSpec(),
    (c) => c.finished(),
    (c) => c.until(({ finishedCame }) => finishedCame),
    (c) => c.data('GET / HTTP/1.0\r\n'),
    (c) => c.data('\r\n'),
  ];
  for (let count = 1; count <= steps.length; count++) {
    const caller = new Caller('www');
    for (const step of steps.slice(0, count)) await step(caller);
    caller.end();
  }
  const last = await new Caller('www').handshake12();
  await expectOneAnswer(last.get() as Caller, '200');
});

it('nothing of all this was a fault of ours', () => {
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.filter(({ kind }) => kind === 'internal')).toEqual([]);
});
