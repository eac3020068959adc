/** What a client says about a server's certificates: for each fault the alert that RFC 5246, 7.2.2 has for it. */
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import {
  type AlertDescription,
  type ClientConfig,
  createClient,
  type ServerConfig,
} from '../../src/tls/index.ts';
import { makeExtension } from '../../src/x509/index.ts';
import { certify, person, ROOT } from '../x509/authority.ts';
import { BOB, BOB_CERTIFICATE, CLIENT, ROOT_CERTIFICATE, SERVER, shakeHands } from './pair.ts';
import { RawServer } from './raw-server.ts';
import { SERVER_KEY } from './raw-setup.ts';

const names = [{ kind: 'dNSName', value: 'bob.example' }] as const;
const signing = makeExtension({ kind: 'keyUsage', usages: ['digitalSignature'] });
const MALLORY = person('CN=Mallory');

/** What the client then says, and whether the server hears the same. */
function refusal(client: Partial<ClientConfig>, server: Partial<ServerConfig> = {}) {
  const { clientEvents, serverEvents } = shakeHands(client, server);
  const [ours] = clientEvents;
  const [theirs] = serverEvents;
  if (ours?.type !== 'failed' || theirs?.type !== 'failed') throw new Error('the handshake went well');
  expect(theirs).toMatchObject({ by: 'peer', alert: ours.alert });
  return ours;
}

describe('a client', () => {
  it.each<[string, AlertDescription, Partial<ClientConfig>, Partial<ServerConfig>, string]>([
    ['who trusts nobody', 'unknown_ca', { anchors: [] }, {}, 'missing-issuer'],
    ['who means another host', 'bad_certificate', { host: 'alice.example' }, {}, 'wrong-host'],
    ['of a later time', 'certificate_expired', { at: new Date('2030-01-01') }, {}, 'expired'],
    ['of an earlier time', 'certificate_expired', { at: new Date('2020-01-01') }, {}, 'not-yet-valid'],
    [
      'and a certificate by somebody else under the same name',
      'bad_certificate',
      {},
      { certificates: [certify(BOB, ROOT, { names, signer: MALLORY.privateKey })] },
      'bad-signature',
    ],
    [
      'and a certificate for clients',
      'unsupported_certificate',
      {},
      { certificates: [certify(BOB, ROOT, { names, profile: 'client' })] },
      'wrong-purpose',
    ],
  ])('%s: %s', (_, alert, client, server, reason) => {
    const failed = refusal(client, server);
    expect(failed).toMatchObject({ by: 'us', alert, verdict: { valid: false, reason } });
    expect(failed.reason).toMatch(new RegExp(`^certificate \\d: expected one to be trusted, .*: ${reason}$`));
  });

  it('lets everything pass where it is told not to verify', () => {
    const { client } = shakeHands({ verify: false, anchors: [], host: 'alice.example' });
    expect(client.connection).toMatchObject({ verdict: undefined, peerCertificates: [BOB_CERTIFICATE] });
  });

  it('takes a chain in which the root comes along', () => {
    const { client } = shakeHands({}, { certificates: [BOB_CERTIFICATE, ROOT_CERTIFICATE] });
    expect(client.status).toBe('connected');
  });

  it('encrypts nothing under a key that would cost it seconds, verified or not', () => {
    const n = (1n << 4096n) - 1n;
    const rsa = { n, e: (n >> 1n) | 1n };
    const costly = certify(BOB, ROOT, { names, publicKey: { algorithm: 'rsa', rsa } });
    for (const verify of [true, false]) {
      const server = new RawServer(createClient({ ...CLIENT, verify }), {
        certificates: [costly.der],
        key: SERVER_KEY,
      });
      server.begin().hello().certificate();
      expect(server.outcome).toBe('fatal unsupported_certificate');
    }
  });

  it('sends no address as server_name, and none where it is told so', () => {
    const ip = [{ kind: 'iPAddress', bytes: fromHex('7f000001') }] as const;
    const certificates = [certify(BOB, ROOT, { names: ip })];
    expect(shakeHands({ host: '127.0.0.1' }, { certificates }).server.connection).toMatchObject({
      serverName: undefined,
    });
    expect(shakeHands({ serverName: false }).server.connection).toMatchObject({ serverName: undefined });
    expect(shakeHands({ serverName: 'other.example' }).server.connection).toMatchObject({
      serverName: 'other.example',
    });
  });
});

describe('a config', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['no certificate', () => shakeHands({}, { certificates: [] }), /^certificates: expected/],
    ['another key', () => shakeHands({}, { privateKey: MALLORY.privateKey }), /^privateKey: expected/],
    [
      'a certificate for signatures only',
      () => shakeHands({}, { certificates: [certify(BOB, ROOT, { names, more: [signing] })] }),
      /^certificates: expected keyEncipherment/,
    ],
    ['no suites', () => shakeHands({ suites: [] }), /^suites: expected at least one/],
    ['an empty protocol', () => shakeHands({ alpn: [''] }), /^alpn: expected a name of 1 to 255/],
    ['a host with spaces', () => shakeHands({ host: 'a b' }), /^host: expected a host name/],
    ['a server name of another kind', () => shakeHands({ serverName: 'ü' }), /^serverName: expected/],
  ])('with %s is refused at once', (_, attempt, message) => {
    expect(attempt).toThrow(message);
  });

  it('is taken otherwise', () => {
    expect(shakeHands(CLIENT, SERVER).client.status).toBe('connected');
  });
});
