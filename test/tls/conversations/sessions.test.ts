/** Sessions that go on, those that may not, and connections that are left. */
import { expect, it } from 'vitest';
import { utf8, Writer } from '../../../src/bytes/index.ts';
import type { ServerConfig } from '../../../src/tls/machine.ts';
import {
  AES_128_CBC_SHA,
  EXT,
  type HelloChanges,
  type RawClient,
  type RawExtension,
  SCSV,
} from '../raw-client.ts';
import { rawClientOf, serverConfig } from '../raw-setup.ts';
import { finishOff, result } from './converse.ts';

const AES_256_CBC_SHA = 0x0035;
const AES_256_GCM_SHA384 = 0x009d;
const name = (host: string): RawExtension => [
  0,
  new Writer().prefixed(2, (list) => list.u8(0).prefixed(2, (inner) => inner.bytes(utf8(host)))).finish(),
];
const protocol = (text: string): RawExtension => [
  16,
  new Writer().prefixed(2, (list) => list.prefixed(1, (inner) => inner.bytes(utf8(text)))).finish(),
];

interface Row {
  readonly what: string;
  readonly first?: HelloChanges;
  readonly second?: HelloChanges;
  /** `resumed`, `full` or an outcome. */
  readonly earns: string;
  readonly config?: Partial<ServerConfig>;
  /** How the first connection ends; with close_notify where not given. */
  readonly ends?: (client: RawClient) => unknown;
}

const RENEGOTIATION = { suites: [AES_128_CBC_SHA], extensions: [EXT.renegotiationInfo] } as const;
const with_ = (...extensions: readonly RawExtension[]) => ({
  suites: [AES_128_CBC_SHA],
  extensions: [EXT.renegotiationInfo, ...extensions],
});
const BOTH_ALPN = { alpn: ['http/1.1', 'h2'] };

const ROWS: readonly Row[] = [
  { what: 'test-sessionID-resumption', first: RENEGOTIATION, second: RENEGOTIATION, earns: 'resumed' },
  { what: 'with the SCSV', earns: 'resumed' },
  {
    what: 'GCM',
    first: { suites: [AES_256_GCM_SHA384, SCSV] },
    second: { suites: [AES_256_GCM_SHA384, SCSV] },
    earns: 'resumed',
  },
  {
    what: 'after the transport ended without close_notify',
    ends: (c) => c.take(c.machine.end()),
    earns: 'resumed',
  },
  { what: 'after a fatal alert of the client', ends: (c) => c.alert(2, 'user_canceled'), earns: 'full' },
  { what: 'after a fault of the client', ends: (c) => c.keyExchange(), earns: 'full' },
  { what: 'no cache: no session id', config: { sessions: undefined }, earns: 'full' },
  {
    what: 'test-resumption-with-wrong-ciphers: the same two suites again',
    first: { suites: [AES_256_CBC_SHA, AES_128_CBC_SHA, SCSV] },
    second: { suites: [AES_256_CBC_SHA, AES_128_CBC_SHA, SCSV] },
    earns: 'resumed',
  },
  {
    what: 'test-resumption-with-wrong-ciphers: only the suite that was not chosen',
    first: { suites: [AES_256_CBC_SHA, AES_128_CBC_SHA, SCSV] },
    second: { suites: [AES_128_CBC_SHA, SCSV] },
    earns: 'fatal illegal_parameter',
  },
  {
    what: 'test-resumption-with-wrong-ciphers: NULL (CVE-2010-4180)',
    second: { suites: [0x02], extensions: [EXT.renegotiationInfo] },
    earns: 'fatal illegal_parameter',
  },
  {
    what: 'another suite beside that of the session',
    second: { suites: [AES_256_GCM_SHA384, AES_128_CBC_SHA, SCSV] },
    earns: 'resumed',
  },
  {
    what: 'test-extended-master-secret-extension: both with it',
    first: with_(EXT.ems),
    second: with_(EXT.ems),
    earns: 'resumed',
  },
  {
    what: 'test-extended-master-secret-extension: SHA-384',
    first: { suites: [AES_256_GCM_SHA384], extensions: [EXT.ems] },
    second: { suites: [AES_256_GCM_SHA384], extensions: [EXT.ems] },
    earns: 'resumed',
  },
  {
    what: 'test-extended-master-secret-extension: not again',
    first: with_(EXT.ems),
    second: with_(),
    earns: 'fatal handshake_failure',
  },
  {
    what: 'test-extended-master-secret-extension: only now',
    first: with_(),
    second: with_(EXT.ems),
    earns: 'full',
  },
  { what: 'encrypt_then_mac again', first: with_(EXT.etm), second: with_(EXT.etm), earns: 'resumed' },
  {
    what: 'encrypt_then_mac only now: it is agreed on anew (RFC 7366, 3)',
    first: with_(),
    second: with_(EXT.etm),
    earns: 'resumed',
  },
  { what: 'encrypt_then_mac not again', first: with_(EXT.etm), second: with_(), earns: 'resumed' },
  {
    what: 'test-invalid-server-name-extension-resumption: the same name',
    first: with_(name('localhost')),
    second: with_(name('localhost')),
    earns: 'resumed',
  },
  {
    what: 'test-invalid-server-name-extension-resumption: another name',
    first: with_(name('localhost')),
    second: with_(name('www.localhost')),
    earns: 'full',
  },
  {
    what: 'test-invalid-server-name-extension-resumption: malformed',
    first: with_(name('localhost')),
    second: with_(name('localhost\0')),
    earns: 'fatal illegal_parameter',
  },
  { what: 'a name only now', first: with_(), second: with_(name('localhost')), earns: 'full' },
  {
    what: 'test-alpn-negotiation: the same protocol',
    config: BOTH_ALPN,
    first: with_(protocol('http/1.1')),
    second: with_(protocol('http/1.1')),
    earns: 'resumed',
  },
  {
    what: 'test-alpn-negotiation: another protocol',
    config: BOTH_ALPN,
    first: with_(protocol('http/1.1')),
    second: with_(protocol('h2')),
    earns: 'resumed',
  },
  {
    what: 'test-alpn-negotiation: a protocol only now',
    config: BOTH_ALPN,
    first: with_(),
    second: with_(protocol('http/1.1')),
    earns: 'resumed',
  },
  {
    what: 'a protocol that nobody speaks',
    config: BOTH_ALPN,
    first: with_(),
    second: with_(protocol('http/1.')),
    earns: 'fatal no_application_protocol',
  },
];

it.each(ROWS)(
  '$what: $earns',
  ({ first = {}, second = {}, earns, config: changes, ends = (c) => c.closeNotify() }) => {
    const config = serverConfig(changes);
    const one = rawClientOf(config).connect(first);
    expect(one.outcome).toBe('connected');
    ends(one);
    const two = rawClientOf(config).resume(one.session, second);
    if (!two.finishedCame && two.outcome === 'handshake') {
      expect(earns).toBe('full');
      expect(two.serverHello!.sessionId).not.toEqual(one.session.id.length > 0 ? one.session.id : undefined);
      expect(result(finishOff(two.secondFlight()))).toBe('works');
      return;
    }
    if (earns !== 'resumed') {
      expect(two.outcome).toBe(earns);
      return;
    }
    expect(two.serverHello!.sessionId).toEqual(one.session.id);
    expect(two.machine.connection).toMatchObject({ resumed: true });
    const asked = new Set([...(second.extensions ?? [EXT.renegotiationInfo])].map(([type]) => type));
    expect(two.serverHello!.extensions).toHaveLength([...asked].filter((type) => type !== 0).length);
    expect(result(finishOff(two))).toBe('works');
  },
);

it('test-extended-master-secret-extension, resumed under other keys: bad_record_mac', () => {
  const config = serverConfig();
  const one = rawClientOf(config).connect().closeNotify();
  const stranger = {
    id: one.session.id,
    masterSecret: one.session.masterSecret.map((byte) => byte ^ 1) as never,
  };
  const two = rawClientOf(config);
  two.hello({ sessionId: stranger.id });
  // Its Finished cannot be read; the stranger goes on anyhow.
  two.masterSecret = stranger.masterSecret;
  two.deriveKeys();
  two.changeCipherSpec();
  two.bare(22, new Uint8Array(64));
  expect(two.machine.status).toBe('failed');
  expect(two.events.at(-1)).toMatchObject({ type: 'failed', by: 'us', alert: 'bad_record_mac' });
});

it('a resumed handshake that is left before our Finished is answered gives nothing away', () => {
  const config = serverConfig();
  const one = rawClientOf(config).connect().closeNotify();
  const two = rawClientOf(config);
  two.resumes = one.session;
  two.hello({ sessionId: one.session.id }).changeCipherSpec().get();
  expect(two.outcome).toBe('fatal unexpected_message');
});

const STEPS: readonly (readonly [name: string, step: (c: RawClient) => unknown])[] = [
  ['ClientHello', (c) => c.hello()],
  ['ClientKeyExchange', (c) => c.keyExchange()],
  ['ChangeCipherSpec', (c) => c.changeCipherSpec()],
  ['Finished', (c) => c.finished()],
  ['half a request', (c) => c.data('GET / HTTP/1.0\r\n')],
];
it.each(STEPS.map(([after], count) => [after, count + 1] as const))(
  'test-connection-abort: after %s',
  (_, count) => {
    const client = rawClientOf(serverConfig());
    for (const [, step] of STEPS.slice(0, count)) step(client);
    const { length } = client.records;
    client.take(client.machine.end());
    expect(client.events.at(-1)).toEqual({ type: 'truncated' });
    expect([client.machine.status, client.records.length]).toEqual(['closed', length]);
    expect(client.machine.receive(Uint8Array.of(22, 3, 3, 0, 0))).toEqual({
      send: new Uint8Array(0),
      events: [],
    });
  },
);
