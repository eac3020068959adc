/** The intercepting proxy with its root installed, and without: what it reads, and what Alice is shown. */
import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../src/explain/net/bank.ts';
import { runProxyLesson } from '../../../src/explain/net/https-proxy.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { testKey } from '../../x509/authority.ts';
import { demoKeys } from '../tls-conversation.ts';

const plan = {
  random: seededRandom('proxy'),
  keys: demoKeys(),
  proxyKeys: { root: testKey('proxy root'), server: testKey('proxy server') },
};
const both = runProxyLesson(plan);

describe('the intercepting proxy', () => {
  it('reads the password where its root is installed', () => {
    expect(both.facts.installed).toMatchObject({
      passwordRead: PASSWORD,
      alert: null,
      status: 200,
      requests: 3,
      shown: { subject: 'CN=bank.example', issuer: 'CN=Proxy Root' },
      bank: { subject: 'CN=bank.example', issuer: 'CN=Demo Root' },
    });
    expect(both.certificates.shown.fingerprint).not.toBe(both.certificates.bank.fingerprint);
  });

  it('gets no request without it: the handshake fails first', () => {
    expect(both.facts.unknown).toMatchObject({
      passwordRead: null,
      alert: 'unknown_ca',
      status: null,
      requests: 0,
    });
    expect(both.scenes[1]!.hops).toMatchObject([
      { kind: 'said', say: 'proxy.hello' },
      { kind: 'alert', from: 'alice', to: 'hacker' },
    ]);
    expect(both.learned).toBe('proxy.learned.both');
    expect(runProxyLesson(plan, 'unknown').learned).toBe('proxy.learned.unknown');
    expect(runProxyLesson(plan, 'installed').learned).toBe('proxy.learned.installed');
  });

  it('leaves nothing to read on the line itself', () => {
    for (const { frames } of both.scenes) {
      expect(frames.map(({ frame }) => String.fromCharCode(...frame)).join('\n')).not.toContain(PASSWORD);
    }
  });
});
