/** What lies behind a failed handshake, where what was said before tells it. */
import { describe, expect, it } from 'vitest';
import { openSession } from '../../../src/cli/session.ts';
import { faultText } from '../../../src/cli/tls/fault-text.ts';
import type { Steps } from '../../../src/cli/tls/steps.ts';
import { watchSteps } from '../../../src/cli/tls/steps.ts';
import type { TlsFailed } from '../../../src/cli/tls/tls-stream.ts';
import { shakeHands } from '../../tls/pair.ts';

const [en, zh] = [openSession(['--lang', 'en'], {}), openSession(['--lang', 'zh'], {})];

const failed = (by: 'us' | 'peer', reason = ''): TlsFailed => ({
  type: 'failed',
  by,
  alert: 'handshake_failure',
  reason,
});

const stepsWith = (more: Partial<Steps>): Steps => ({ ...watchSteps(), ...more });

describe('a server that ends with handshake_failure', () => {
  const serverHello = {} as Steps['serverHello'];
  const text = (steps: Steps, session = en) =>
    faultText(session, 'client', { kind: 'failed', event: failed('peer') }, steps);

  it('after it asked for a client certificate wants that', () => {
    const all = [{ direction: 'received', name: 'CertificateRequest', length: 1 }] as const;
    expect(text(stepsWith({ serverHello, all }))).toMatch(
      /asked for a client certificate, and this client has none$/,
    );
    expect(text(stepsWith({ serverHello, all }), zh)).toMatch(/服务器要求客户端证书，而这个客户端没有$/);
  });

  it('after it chose a suite has nothing against the suites', () => {
    expect(text(stepsWith({ serverHello }))).not.toContain('suites');
    expect(text(stepsWith({}))).toContain('perhaps it accepts none of these suites');
  });
});

describe('a server that finds no suite says what the client offers', () => {
  const REASON =
    'cipher_suites: expected one of ours, such as TLS_RSA_WITH_AES_128_GCM_SHA256, got none of them';
  const text = (suites: readonly number[], session = en) =>
    faultText(
      session,
      'server',
      { kind: 'failed', event: failed('us', REASON) },
      stepsWith({ offer: { suites, extensions: [] } }),
    );

  it.each([
    [
      'only TLS 1.3',
      [0x1301, 0x1302, 0x1303, 255],
      /only suites of TLS 1\.3 \(TLS_AES_128_GCM_SHA256, [^)]*\), and only TLS 1\.2/,
    ],
    [
      'ephemeral keys',
      [0x0a0a, 0x1301, 0xc02f, 0x9e, 255],
      /only suites with \(EC\)DHE \(TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_DHE_RSA_WITH_AES_128_GCM_SHA256\), and there is only RSA/,
    ],
    ['a weak one of ours', [0xc02f, 0x000a], /; --suite DES-CBC3-SHA switches on/],
    ['something else', [0x1301, 0x0096], /; the client offers 0x0096$/],
    ['nothing', [255], /handshake_failure sent$/],
  ])('%s', (_, suites, expected) => {
    expect(text(suites)).toMatch(expected);
    expect(text(suites, zh)).not.toMatch(/ the | and /);
  });

  it('but not of a handshake that failed for another reason', () => {
    const event = failed('us', 'renegotiation_info: expected an empty one, got none');
    const steps = stepsWith({ offer: { suites: [0x1301], extensions: [] } });
    expect(faultText(en, 'server', { kind: 'failed', event }, steps)).toMatch(/handshake_failure sent$/);
  });
});

it('an end after a second handshake was refused may come of that', () => {
  const steps = watchSteps();
  const { client, server } = shakeHands({ observe: steps.observe });
  expect(server.status).toBe('connected');
  expect(steps.refused).toBe(false);
  steps.observe({ what: 'alert', direction: 'received', level: 'warning', alert: 'no_renegotiation' });
  expect(steps.refused).toBe(false);
  steps.observe({ what: 'alert', direction: 'sent', level: 'warning', alert: 'no_renegotiation' });
  for (const fault of [
    { kind: 'failed', event: failed('peer') },
    { kind: 'truncated', handshake: false },
  ] as const) {
    expect(faultText(en, 'client', fault, steps)).toMatch(/a second handshake .* was refused/);
    expect(faultText(zh, 'client', fault, steps)).toMatch(/重新握手/);
  }
  client.close();
});
