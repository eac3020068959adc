/** Every message in every state, on both sides, and what it earns. */
import { describe, expect, it } from 'vitest';
import { concat } from '../../src/bytes/index.ts';
import { EXT, type RawClient } from './raw-client.ts';
import { ALERT, CCS, DATA, HANDSHAKE, messageBytes, type RawPeer } from './raw-peer.ts';
import type { RawServer } from './raw-server.ts';
import { ANCHOR, LEAF, rawClient, rawClientOf, rawServer, serverConfig } from './raw-setup.ts';

/** What a table's letter means, as `RawPeer.outcome` says it. */
const LETTERS: Readonly<Record<string, string>> = {
  u: 'fatal unexpected_message',
  x: 'fatal unsupported_certificate',
  d: 'fatal decode_error',
  m: 'fatal bad_record_mac',
  /** It is the awaited one, or has no effect: the handshake goes on. */
  '.': 'handshake',
  /** The connection stands, or goes on. */
  o: 'connected',
  /** A warning, no_renegotiation, and the connection goes on. */
  w: 'connected',
  c: 'closed',
  /** The peer said so; nothing is answered. */
  f: 'failed without an alert',
};

const NOTHING = new Uint8Array(0);
const of =
  (type: number, body: Uint8Array = NOTHING) =>
  (peer: RawPeer) =>
    peer.handshake(messageBytes(type, body));
const certificates = (...list: readonly Uint8Array[]) => {
  const entries = list.map((der) => concat(Uint8Array.of(0, der.length >> 8, der.length & 255), der));
  const all = entries.reduce((one, two) => concat(one, two), NOTHING);
  return concat(Uint8Array.of(0, all.length >> 8, all.length & 255), all);
};

/** The same on both sides. */
const COMMON: Readonly<Record<string, (peer: RawPeer) => unknown>> = {
  hello_request: of(0),
  'hello_request with a body': of(0, Uint8Array.of(0)),
  new_session_ticket: of(4, new Uint8Array(6)),
  server_key_exchange: of(12, new Uint8Array(40)),
  certificate_verify: of(15, new Uint8Array(40)),
  'handshake 99': of(99, new Uint8Array(4)),
  'a header alone, type 99': (peer) => peer.record(HANDSHAKE, Uint8Array.of(99, 255, 255, 255)),
  'an empty handshake record': (peer) => peer.record(HANDSHAKE, NOTHING),
  'an empty alert record': (peer) => peer.record(ALERT, NOTHING),
  'an alert of one byte': (peer) => peer.record(ALERT, Uint8Array.of(1)),
  'two alerts in a record': (peer) => peer.record(ALERT, Uint8Array.of(1, 90, 1, 90)),
  'a warning': (peer) => peer.record(ALERT, Uint8Array.of(1, 90)),
  'a warning of an unknown kind': (peer) => peer.record(ALERT, Uint8Array.of(1, 200)),
  'a fatal alert': (peer) => peer.record(ALERT, Uint8Array.of(2, 40)),
  'a fatal alert of an unknown kind': (peer) => peer.record(ALERT, Uint8Array.of(2, 200)),
  close_notify: (peer) => peer.record(ALERT, Uint8Array.of(1, 0)),
  'close_notify, fatal': (peer) => peer.record(ALERT, Uint8Array.of(2, 0)),
  'close_notify of level 0': (peer) => peer.record(ALERT, Uint8Array.of(0, 0)),
  'application data': (peer) => peer.record(DATA, Uint8Array.of(65)),
  'empty application data': (peer) => peer.record(DATA, NOTHING),
  'content type 24': (peer) => peer.record(24, Uint8Array.of(1)),
  'SSL 2.0': (peer) => peer.raw(Uint8Array.of(0x80, 0x2e, 4, 0, 2, 0, 0, 0, 0)),
};

function check<Peer extends RawPeer>(
  states: Readonly<Record<string, () => Peer>>,
  inputs: Readonly<Record<string, (peer: Peer) => unknown>>,
  table: Readonly<Record<string, string>>,
): void {
  it('the table names every input', () => {
    expect(Object.keys(table)).toEqual(Object.keys(inputs));
  });
  for (const [state, reach] of Object.entries(states).map(
    ([name, make], column) => [{ name, column }, make] as const,
  )) {
    it(state.name, () => {
      const wrong: string[] = [];
      for (const [input, send] of Object.entries(inputs)) {
        const letter = table[input]![state.column]!;
        const peer = reach();
        send(peer);
        const { outcome } = peer;
        const warned = peer.lastAlert === 'no_renegotiation';
        if (outcome !== LETTERS[letter] || warned !== (letter === 'w'))
          wrong.push(`${input}: ${outcome}, not ${letter}`);
      }
      expect(wrong).toEqual([]);
    });
  }
}

describe('server', () => {
  const resuming = () => {
    const config = serverConfig();
    const session = rawClientOf(config).connect().closeNotify().session;
    const client = rawClientOf(config);
    client.resumes = session;
    return client.hello({ sessionId: session.id });
  };
  const STATES: Readonly<Record<string, () => RawClient>> = {
    'awaits ClientHello': () => rawClient(),
    'awaits Certificate': () => rawClient({ requestCertificate: true }).hello(),
    'awaits ClientKeyExchange': () => rawClient().hello(),
    'awaits ChangeCipherSpec': () => rawClient().hello().keyExchange(),
    'awaits Finished': () => rawClient().hello().keyExchange().changeCipherSpec(),
    'resumed, awaits ChangeCipherSpec': resuming,
    'resumed, awaits Finished': () => resuming().changeCipherSpec(),
    'is connected': () => rawClient().connect(),
  };
  const INPUTS: Readonly<Record<string, (client: RawClient) => unknown>> = {
    ...COMMON,
    client_hello: (c) => c.handshake(c.helloBytes()),
    server_hello: of(2, new Uint8Array(38)),
    'certificate, empty': of(11, Uint8Array.of(0, 0, 0)),
    certificate: of(11, certificates(LEAF.der)),
    certificate_request: of(13, new Uint8Array(5)),
    server_hello_done: of(14),
    client_key_exchange: of(16, concat(Uint8Array.of(0, 128), new Uint8Array(128))),
    finished: (c) => (c.keyBlock ? c.finished() : c.handshake(messageBytes(20, new Uint8Array(12)))),
    change_cipher_spec: (c) => c.record(CCS, Uint8Array.of(1)),
    'change_cipher_spec, other value': (c) => c.record(CCS, Uint8Array.of(2)),
  };
  // One column for each state above, in that order.
  check(STATES, INPUTS, {
    hello_request: 'uuuuuuuu',
    'hello_request with a body': 'uuuuuuuu',
    new_session_ticket: 'uuuuuuuu',
    server_key_exchange: 'uuuuuuuu',
    certificate_verify: 'uuuuuuuu',
    'handshake 99': 'uuuuuuuu',
    'a header alone, type 99': 'uuuuuuuu',
    'an empty handshake record': 'uuuuuuuu',
    'an empty alert record': 'uuuuuuuu',
    'an alert of one byte': 'dddddddd',
    'two alerts in a record': 'dddddddd',
    'a warning': '.......o',
    'a warning of an unknown kind': '.......o',
    'a fatal alert': 'ffffffff',
    'a fatal alert of an unknown kind': 'ffffffff',
    close_notify: 'cccccccc',
    'close_notify, fatal': 'cccccccc',
    'close_notify of level 0': 'cccccccc',
    'application data': 'uuuuuuuo',
    'empty application data': 'uuuuuuuo',
    'content type 24': 'uuuuuuuu',
    'SSL 2.0': 'uuuuuuuu',
    client_hello: '.uuuuuuw',
    server_hello: 'uuuuuuuu',
    'certificate, empty': 'u.uuuuuu',
    certificate: 'uxuuuuuu',
    certificate_request: 'uuuuuuuu',
    server_hello_done: 'uuuuuuuu',
    client_key_exchange: 'uu.uuuuu',
    finished: 'uuuuouou',
    change_cipher_spec: 'uuu.u.uu',
    'change_cipher_spec, other value': 'uuuuuuuu',
  });
});

describe('client', () => {
  const session = () => {
    const server = rawServer().connect({ sessionId: new Uint8Array(32).fill(7) });
    return server.machine.connection!.session;
  };
  const resuming = (): RawServer => {
    const kept = session();
    const server = rawServer({ session: kept }).begin();
    server.hello({ sessionId: kept.id });
    return server.goOnWith(kept.masterSecret);
  };
  const STATES: Readonly<Record<string, () => RawServer>> = {
    'awaits ServerHello': () => rawServer().begin(),
    'awaits Certificate': () => rawServer().begin().hello(),
    'awaits ServerHelloDone': () => rawServer().begin().hello().certificate(),
    'was asked for a certificate': () => rawServer().begin().hello().certificate().certificateRequest(),
    'awaits ChangeCipherSpec': () => rawServer().begin().firstFlight(),
    'awaits Finished': () => rawServer().begin().firstFlight().changeCipherSpec(),
    'resumed, awaits ChangeCipherSpec': resuming,
    'resumed, awaits Finished': () => resuming().changeCipherSpec(),
    'is connected': () => rawServer().connect(),
  };
  const INPUTS: Readonly<Record<string, (server: RawServer) => unknown>> = {
    ...COMMON,
    client_hello: of(1, new Uint8Array(41)),
    server_hello: (s) => s.hello(),
    'certificate, empty': of(11, Uint8Array.of(0, 0, 0)),
    certificate: of(11, certificates(LEAF.der, ANCHOR.der)),
    certificate_request: (s) => s.certificateRequest(),
    server_hello_done: of(14),
    'server_hello_done with a body': of(14, Uint8Array.of(0)),
    client_key_exchange: of(16, concat(Uint8Array.of(0, 128), new Uint8Array(128))),
    finished: (s) => (s.keyBlock ? s.finished() : s.handshake(messageBytes(20, new Uint8Array(12)))),
    change_cipher_spec: (s) => s.record(CCS, Uint8Array.of(1)),
    'change_cipher_spec, other value': (s) => s.record(CCS, Uint8Array.of(2)),
  };
  check(STATES, INPUTS, {
    hello_request: '........w',
    'hello_request with a body': 'ddddddddd',
    new_session_ticket: 'uuuuuuuuu',
    server_key_exchange: 'uuuuuuuuu',
    certificate_verify: 'uuuuuuuuu',
    'handshake 99': 'uuuuuuuuu',
    'a header alone, type 99': 'uuuuuuuuu',
    'an empty handshake record': 'uuuuuuuuu',
    'an empty alert record': 'uuuuuuuuu',
    'an alert of one byte': 'ddddddddd',
    'two alerts in a record': 'ddddddddd',
    'a warning': '........o',
    'a warning of an unknown kind': '........o',
    'a fatal alert': 'fffffffff',
    'a fatal alert of an unknown kind': 'fffffffff',
    close_notify: 'ccccccccc',
    'close_notify, fatal': 'ccccccccc',
    'close_notify of level 0': 'ccccccccc',
    'application data': 'uuuuuuuuo',
    'empty application data': 'uuuuuuuuo',
    'content type 24': 'uuuuuuuuu',
    'SSL 2.0': 'uuuuuuuuu',
    client_hello: 'uuuuuuuuu',
    server_hello: '.uuuuuuuu',
    'certificate, empty': 'uduuuuuuu',
    certificate: 'u.uuuuuuu',
    certificate_request: 'uu.uuuuuu',
    server_hello_done: 'uu..uuuuu',
    'server_hello_done with a body': 'uudduuuuu',
    client_key_exchange: 'uuuuuuuuu',
    finished: 'uuuuuouou',
    change_cipher_spec: 'uuuu.u.uu',
    'change_cipher_spec, other value': 'uuuuuuuuu',
  });
});

it('a server that is asked for nothing says nothing', () => {
  expect(rawClient().machine.start()).toEqual({ send: NOTHING, events: [] });
});

it('extended_master_secret does not change who is awaited', () => {
  expect(
    rawClient()
      .hello({ extensions: [EXT.ems] })
      .changeCipherSpec().outcome,
  ).toBe('fatal unexpected_message');
});
