/** Which sessions go on: only those that both sides would agree on today (RFC 5246, 7.4.1.2; RFC 7627, 5.3). */
import { describe, expect, it } from 'vitest';
import { type ClientConfig, memorySessions, type ServerConfig, suiteNamed } from '../../src/tls/index.ts';
import { shakeHands } from './pair.ts';

const [GCM, CBC] = [suiteNamed('AES128-GCM-SHA256'), suiteNamed('AES128-SHA')];

/** A first connection, and then a second one that would go on with its session. */
function twice(
  first: { client?: Partial<ClientConfig>; server?: Partial<ServerConfig> },
  second: { client?: Partial<ClientConfig>; server?: Partial<ServerConfig> },
) {
  const sessions = memorySessions();
  const { session } = shakeHands(first.client, { ...first.server, sessions }).client.connection!;
  expect(session.id).toHaveLength(32);
  const offered: number[] = [];
  const client: Partial<ClientConfig> = {
    ...second.client,
    session,
    observe(happening) {
      if (happening.what !== 'message' || happening.message.type !== 'client_hello') return;
      offered.push(happening.message.sessionId.length);
    },
  };
  const pair = shakeHands(client, { ...second.server, sessions });
  return { ...pair, offered: offered[0] };
}

describe('a session goes on', () => {
  it('where nothing has changed, and its certificates are judged again', () => {
    const { client, offered } = twice({}, {});
    expect(offered).toBe(32);
    expect(client.connection).toMatchObject({ resumed: true, verdict: { valid: true } });
    expect(client.connection!.peerCertificates).toHaveLength(1);
  });

  it('where neither side has extended_master_secret', () => {
    const without = { client: { extendedMasterSecret: false } };
    expect(twice(without, without).client.connection!.resumed).toBe(true);
  });
});

describe('a client does not offer one', () => {
  it.each([
    ['of another host', {}, { host: undefined, serverName: 'eve.example' }],
    ['whose suite it no longer offers', { suites: [CBC] }, { suites: [GCM] }],
    ['with extended_master_secret, where it has given that up', {}, { extendedMasterSecret: false }],
  ] as const)('%s', (_, first, second) => {
    const { client, server, offered } = twice({ client: first }, { client: second });
    expect(offered).toBe(0);
    expect(client.connection!.resumed).toBe(false);
    expect(server.connection!.resumed).toBe(false);
  });
});

describe('a server starts anew', () => {
  it.each([
    ['where it has given up extended_master_secret', {}, { extendedMasterSecret: false }],
    ['where it has taken up extended_master_secret', { extendedMasterSecret: false }, {}],
    ['where it no longer has the suite', { suites: [CBC] }, { suites: [GCM] }],
  ] as const)('%s', (_, first, second) => {
    const { client, server, offered } = twice({ server: first }, { server: second });
    expect(offered).toBe(32);
    expect([client.status, server.status]).toEqual(['connected', 'connected']);
    expect(client.connection!.resumed).toBe(false);
  });
});

describe('a client refuses', () => {
  it.each([
    ['once the certificate has expired', {}, { at: new Date('2030-01-01') }, 'certificate_expired'],
    ['where it did not look at the certificate before', { verify: false }, { anchors: [] }, 'unknown_ca'],
    [
      'for a name that the certificate does not have',
      {},
      { host: 'eve.example', serverName: 'bob.example' },
      'bad_certificate',
    ],
  ] as const)('%s', (_, first, second, alert) => {
    const { client, clientEvents, offered } = twice({ client: first }, { client: second });
    expect(offered).toBe(32);
    expect(client.connection).toBeUndefined();
    expect(clientEvents).toEqual([expect.objectContaining({ type: 'failed', by: 'us', alert })]);
  });

  it('nothing where nobody checks', () => {
    expect(twice({}, { client: { anchors: [], verify: false } }).client.connection).toMatchObject({
      resumed: true,
      verdict: undefined,
    });
  });
});

it('a session that is too old leaves memory, and is not only hidden', () => {
  let time = 0;
  const sessions = memorySessions(10, () => time);
  const { session } = shakeHands({}, { sessions }).client.connection!;
  expect(sessions.find(session.id)).toBeDefined();
  time = 2 * 3600 * 1000;
  expect(sessions.find(session.id)).toBeUndefined();
  time = 0;
  expect(sessions.find(session.id)).toBeUndefined();
});
