/** What a stranger may cost us: memory, time and words, whatever it sends. */
import { describe, expect, it } from 'vitest';
import { concatAll, utf8 } from '../../src/bytes/index.ts';
import type { RawExtension } from './raw-client.ts';
import { ALERT, DATA, HANDSHAKE, messageBytes, pieces, type RawPeer, recordBytes } from './raw-peer.ts';
import { LEAF, rawClient, rawServer } from './raw-setup.ts';

/** In milliseconds, on a slow and busy machine; what is meant takes some hundred at most. */
const PATIENCE = 5000;

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Sends until it is refused; how often that took. */
function untilRefused(peer: RawPeer, send: () => unknown, most = 100): number {
  for (let count = 1; count <= most; count++) {
    send();
    if (peer.machine.status === 'failed') return count;
  }
  throw new Error(`not refused after ${most}`);
}

describe('endless', () => {
  it.each([
    ['warnings before a hello', () => rawClient(), (c: RawPeer) => c.alert(1, 'user_canceled'), 5],
    ['warnings', () => rawClient().connect(), (c: RawPeer) => c.alert(1, 'user_canceled'), 5],
    ['warnings of a server', () => rawServer().begin(), (c: RawPeer) => c.alert(1, 'unrecognized_name'), 5],
    ['empty records', () => rawClient().connect(), (c: RawPeer) => c.record(DATA, new Uint8Array(0)), 33],
    [
      'empty records of a server',
      () => rawServer().connect(),
      (c: RawPeer) => c.record(DATA, new Uint8Array(0)),
      33,
    ],
    [
      'HelloRequests in the handshake',
      () => rawServer().begin(),
      (c: RawPeer) => c.record(HANDSHAKE, messageBytes(0, new Uint8Array(0))),
      5,
    ],
    [
      'HelloRequests after it',
      () => rawServer().connect(),
      (c: RawPeer) => c.record(HANDSHAKE, messageBytes(0, new Uint8Array(0))),
      5,
    ],
    [
      'renegotiation',
      () => rawClient().connect(),
      (c: RawPeer) => c.record(HANDSHAKE, messageBytes(1, HELLO)),
      5,
    ],
  ] as const)('%s', (_, make, send, count) => {
    const peer = make();
    expect(untilRefused(peer, () => send(peer))).toBe(count);
    expect(peer.outcome).toBe('fatal unexpected_message');
  });

  it('many HelloRequests in one record', () => {
    const server = rawServer().connect();
    server.record(
      HANDSHAKE,
      concatAll(Array.from({ length: 4096 }, () => messageBytes(0, new Uint8Array(0)))),
    );
    expect(server.outcome).toBe('fatal unexpected_message');
    expect(server.records.filter(({ type }) => type === ALERT).length).toBeLessThan(7);
  });
});

const HELLO = rawClient().helloBytes().slice(4);

describe('announced lengths', () => {
  it.each([1, 2, 11, 13, 14, 16, 20, 0, 99])(
    '16 MiB under handshake type %i: refused with its header',
    (type) => {
      for (const peer of [
        rawClient(),
        rawClient().hello(),
        rawServer().begin(),
        rawServer().begin().hello(),
      ]) {
        peer.record(HANDSHAKE, Uint8Array.of(type, 255, 255, 255));
        expect(peer.machine.status).toBe('failed');
      }
    },
  );

  it('a record that never ends keeps no more than itself', () => {
    const client = rawClient();
    client.raw(Uint8Array.of(22, 3, 3, 0x40, 0));
    for (let i = 0; i < 16383; i += 3) client.raw(new Uint8Array(3));
    expect(client.machine.status).toBe('handshake');
    client.raw(new Uint8Array(1));
    expect(client.outcome).toBe('fatal unexpected_message');
  });

  it('a hello of 131,396 bytes that never ends', () => {
    const client = rawClient();
    const body = new Uint8Array(131_396);
    const whole = messageBytes(1, body);
    for (let at = 0; at + 16384 < whole.length; at += 16384)
      client.record(HANDSHAKE, whole.subarray(at, at + 16384));
    expect(client.machine.status).toBe('handshake');
    client.record(HANDSHAKE, whole.subarray(131_072));
    expect(client.outcome).toBe('fatal decode_error');
  });

  it('a byte more than the longest hello', () => {
    const client = rawClient();
    client.record(HANDSHAKE, messageBytes(1, new Uint8Array(0), 131_397));
    expect(client.outcome).toBe('fatal decode_error');
  });
});

const full: readonly RawExtension[] = Array.from(
  { length: 16_383 },
  (_, i) => [90 + i, new Uint8Array(0)] as const,
);

describe('time', () => {
  it('16,383 extensions, and as many suites as there can be', () => {
    const suites = Array.from({ length: 32_767 }, (_, i) => 0x0100 + i);
    const client = rawClient();
    expect(timed(() => client.hello({ suites, extensions: full }))).toBeLessThan(PATIENCE);
    expect(client.outcome).toBe('fatal handshake_failure');
  });

  it('the longest hello, in records of one byte, which come one byte at a time', () => {
    const client = rawClient();
    const bytes = client.helloBytes({ extensions: [[80, new Uint8Array(60_000)]] });
    const records = concatAll(pieces(1)(bytes).map((byte) => recordBytes(HANDSHAKE, byte)));
    expect(
      timed(() => {
        for (const byte of records) client.raw(Uint8Array.of(byte));
      }),
    ).toBeLessThan(PATIENCE);
    expect(client.helloDone).toBe(true);
  });

  it('a megabyte of garbage is refused at its first record', () => {
    const client = rawClient();
    expect(timed(() => client.raw(new Uint8Array(2 ** 20).fill(0x41)))).toBeLessThan(PATIENCE);
    expect(client.outcome).toBe('fatal unexpected_message');
  });

  it('what comes after a fault is thrown away at once', () => {
    const client = rawClient().bare(99, new Uint8Array(1));
    expect(
      timed(() => {
        for (let i = 0; i < 10_000; i++) client.raw(new Uint8Array(65_536));
      }),
    ).toBeLessThan(PATIENCE);
  });
});

describe('a server that wears a client out', () => {
  it('33 certificates', () => {
    const server = rawServer().begin().hello();
    server.certificate(Array.from({ length: 33 }, () => LEAF.der));
    expect(server.outcome).toBe('fatal bad_certificate');
  });

  it('32 certificates, none of which leads anywhere', () => {
    const server = rawServer({ anchors: [] }).begin().hello();
    expect(timed(() => server.certificate(Array.from({ length: 32 }, () => LEAF.der)))).toBeLessThan(
      PATIENCE,
    );
    expect(server.outcome).toBe('fatal unknown_ca');
  });

  it('a certificate of 200,000 bytes that is none', () => {
    const server = rawServer().begin().hello();
    server.certificate([new Uint8Array(200_000).fill(0x30)]);
    expect(server.outcome).toBe('fatal bad_certificate');
  });

  it('a CertificateRequest as long as can be', () => {
    const server = rawServer().begin().hello().certificate();
    const names = new Uint8Array(65_534);
    const body = concatAll([Uint8Array.of(1, 1, 0, 2, 4, 1, 0xff, 0xfe), names]);
    expect(timed(() => server.handshake(messageBytes(13, body)))).toBeLessThan(PATIENCE);
    expect(server.outcome).toBe('handshake');
  });
});

it('reasons stay short, whatever a stranger offers', () => {
  const names = concatAll(
    Array.from({ length: 255 }, () => concatAll([Uint8Array.of(255), new Uint8Array(255).fill(7)])),
  );
  const list = concatAll([Uint8Array.of(names.length >> 8, names.length & 255), names]);
  const client = rawClient({ alpn: ['http/1.1'] }).hello({ extensions: [[16, list]] });
  expect(client.outcome).toBe('fatal no_application_protocol');
  const other = rawClient().hello({
    extensions: [[0, concatAll([Uint8Array.of(0, 203, 0, 0, 200), utf8('\x1b'.repeat(200))])]],
  });
  expect(other.outcome).toBe('fatal illegal_parameter');
  for (const { events } of [client, other]) {
    const failed = events.at(-1)!;
    const reason = failed.type === 'failed' ? failed.reason : '';
    expect(reason.length).toBeGreaterThan(10);
    expect(reason.length).toBeLessThan(600);
    expect(reason).toMatch(/^[\x20-\x7e…]*$/);
  }
});
