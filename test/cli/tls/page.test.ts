/** The page of `--www`: what it says is true of the connection it came by, and nothing of it is secret or dangerous. */
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../../src/bytes/index.ts';
import type { Dialled } from '../../../src/cli/tls/dial.ts';
import { dial } from '../../../src/cli/tls/dial.ts';
import { extensionText, suiteText } from '../../../src/cli/tls/offer-names.ts';
import { escapeHtml } from '../../../src/cli/tls/page.ts';
import { openWww } from '../../../src/cli/tls/www.ts';
import { keyLogLine } from '../../../src/explain/tls/key-log-line.ts';
import { type ClientConfig, createClient, createServer, SUITES, suiteNamed } from '../../../src/tls/index.ts';
import { CLIENT, SERVER } from '../../tls/pair.ts';
import { type Served, serve } from './serve.ts';

let served: Served;
let secrets = '';

beforeAll(async () => {
  const www = openWww({ lang: 'en', subject: 'CN=<script>alert(1)</script>' });
  served = await serve({
    onSecure: (visit) => www.serve(visit),
    machine: (observe) =>
      createServer({
        ...SERVER,
        suites: SUITES,
        observe(happening) {
          observe(happening);
          secrets += keyLogLine(happening) ?? '';
        },
      }),
  });
});
afterAll(async () => {
  served.listener.stop();
  await served.listener.ended;
});

function visit(config: Partial<ClientConfig> = {}): Promise<Dialled> {
  const machine = (observe: NonNullable<ClientConfig['observe']>) =>
    createClient({ ...CLIENT, ...config, observe });
  return dial({ host: '127.0.0.1', port: served.port, seconds: 30, machine });
}

/** On a connection that stays open for the next. */
async function fetchFrom(
  { stream }: Dialled,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
) {
  const asked = request({
    createConnection: () => stream,
    path,
    method,
    headers: { ...headers, Connection: 'keep-alive' },
  });
  asked.end();
  const [response] = await once(asked, 'response');
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

describe('the page', () => {
  it.each(['AES128-GCM-SHA256', 'AES128-SHA', 'RC4-SHA', 'NULL-SHA256'])(
    'tells of %s what was agreed on',
    async (name) => {
      const suite = suiteNamed(name);
      const dialled = await visit({ suites: [suite] });
      const { status, headers, body } = await fetchFrom(dialled, '/');
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      const { clientRandom, serverRandom } = dialled.connection;
      for (const fact of [
        suite.name,
        toHex(clientRandom),
        toHex(serverRandom),
        'bob.example',
        'ClientKeyExchange',
      ]) {
        expect(body).toContain(fact);
      }
      for (const [, secret] of secrets.matchAll(/ ([\da-f]{96})$/gm)) expect(body).not.toContain(secret);
      expect(secrets).not.toBe('');
      dialled.stream.destroy();
    },
  );

  it('lets nothing that a stranger chose become markup, and fetches nothing', async () => {
    const dialled = await visit();
    const { body, headers } = await fetchFrom(dialled, '/?lang=%3Cb%3E');
    expect(body).not.toContain('<script');
    expect(body).toContain('&#60;script&#62;');
    expect(body).not.toMatch(/(src|href)="(?!\?lang=(en|zh)")/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    dialled.stream.destroy();
    expect(escapeHtml(`<a href='"'>&`)).toBe('&#60;a href=&#39;&#34;&#39;&#62;&#38;');
  });

  it.each([
    ['/', { 'Accept-Language': 'zh-CN,zh;q=0.9,en;q=0.5' }, /[\u4e00-\u9fff]/],
    ['/?lang=zh', {}, /[\u4e00-\u9fff]/],
    ['/?lang=en', { 'Accept-Language': 'zh' }, /<html lang="en">/],
    ['/', { 'Accept-Language': 'fr' }, /<html lang="en">/],
  ])('speaks the language of its visitor: %s %j', async (path, headers, expected) => {
    const dialled = await visit();
    expect((await fetchFrom(dialled, path, headers)).body).toMatch(expected);
    dialled.stream.destroy();
  });

  it('names what the visitor offered, and marks what was chosen', async () => {
    const dialled = await visit({ suites: SUITES.slice(0, 2) });
    const { body } = await fetchFrom(dialled, '/');
    expect(body).toContain('<b><code>TLS_RSA_WITH_AES_256_GCM_SHA384</code> ✓</b>');
    expect(body).toContain('<code>TLS_RSA_WITH_AES_128_GCM_SHA256</code>');
    dialled.stream.destroy();
    expect([0x1301, 0x3a3a, 0x3a4a, 0x0001].map(suiteText)).toEqual([
      'TLS_AES_128_GCM_SHA256',
      'GREASE',
      '0x3a4a',
      '0x0001',
    ]);
    expect([0, 43, 0xfafa, 9999].map(extensionText)).toEqual([
      'server_name',
      'supported_versions',
      'GREASE',
      '9999',
    ]);
  });

  it('waits no longer than the idle time for a request, however slowly it comes', async () => {
    const www = openWww({ lang: 'en', subject: '' });
    const { listener, port } = await serve({ idleSeconds: 0.3, onSecure: (visit) => www.serve(visit) });
    const machine = () => createClient(CLIENT);
    const { stream } = await dial({ host: '127.0.0.1', port, seconds: 30, machine });
    const timer = setInterval(() => stream.write('G'), 20);
    await once(stream.resume(), 'end');
    clearInterval(timer);
    listener.stop();
    await listener.ended;
  });

  it('is GET / only', async () => {
    const dialled = await visit();
    expect((await fetchFrom(dialled, '/else')).status).toBe(404);
    dialled.stream.destroy();
    const other = await visit();
    expect((await fetchFrom(other, '/', {}, 'POST')).status).toBe(405);
    other.stream.destroy();
  });
});
