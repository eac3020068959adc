/** `crypto tls server` before curl and a browser, `crypto tls client` before OpenSSL's server: the commands themselves. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { BIN, run, runCrypto } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { SERVER_FILES, TRUST, writeServerFiles } from '../cli/tls/files.ts';
import { until } from '../cli/tls/serve.ts';
import { hasPeer } from './peer.ts';

const sandbox = openSandbox();
const cwd = sandbox.folder('tls-commands');
writeServerFiles(cwd);

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** `crypto tls server --www` on a free port, and what it said. */
async function startWww() {
  const args = ['tls', 'server', ...SERVER_FILES, '--port', '0', '--www', '--alpn', 'http/1.1'];
  const child = spawn(process.execPath, [BIN, ...args], { cwd });
  children.push(child);
  const log = { text: '' };
  child.stderr.on('data', (chunk) => (log.text += chunk));
  await until(() => log.text.includes('\n'));
  return { child, log, port: Number(/:(\d+)\n/.exec(log.text)?.[1]) };
}

/** Shuts down in order. */
async function stop(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGINT');
  expect((await closed)[0]).toBe(0);
}

describe.skipIf(!hasPeer('curl', ['--version']))('curl', () => {
  it('reads the page about its connection, in its language, twice on one connection', async () => {
    const { child, log, port } = await startWww();
    const url = `https://bob.example:${port}/`;
    // The certificate's time is another.
    const args = ['-sk', '--resolve', `bob.example:${port}:127.0.0.1`, url, `${url}?lang=zh`];
    const { status, stdout } = await run('curl', args);
    const page = stdout.toString();
    expect(status).toBe(0);
    expect(page).toContain('This connection');
    expect(page).toContain('本次连接');
    expect(page).toContain('<code>bob.example</code>');
    expect(page).toContain('本连接上的第 2 页');
    await stop(child);
    expect(log.text).toMatch(/^crypto: #1 [^\n]*ALPN http\/1\.1\n$/m);
    expect(log.text).not.toContain('#2');
  });
});

/** It goes by other names too. */
const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);

describe.skipIf(!hasPeer(browser ?? 'chromium', ['--version']))('a browser', { timeout: 60_000 }, () => {
  it('shows the page about its connection', async () => {
    const { child, port } = await startWww();
    const profile = sandbox.folder('browser');
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-dev-shm-usage',
    ];
    const quiet = ['--disable-background-networking', '--ignore-certificate-errors', '--lang=en'];
    const { stdout } = await run(
      browser!,
      [...flags, ...quiet, `--user-data-dir=${profile}`, '--dump-dom', `https://127.0.0.1:${port}/?lang=en`],
      { cwd: profile, env: { HOME: profile } },
    );
    const page = stdout.toString();
    expect(page).toContain('<h1>This connection</h1>');
    expect(page).toMatch(/<b><code>TLS_RSA_WITH_\w+<\/code> ✓<\/b>/);
    expect(page).toContain('<b>ClientKeyExchange</b>');
    await stop(child);
  });
});

describe.skipIf(!hasPeer('openssl'))('our client and openssl s_server', () => {
  it.each(['AES128-SHA', 'AES256-GCM-SHA384'])('fetches its page: %s', async (suite) => {
    const port = await freePort();
    const child = spawn(
      'openssl',
      [
        's_server',
        ...['-accept', `127.0.0.1:${port}`, '-cert', 'bob.pem', '-key', 'bob-key.pem'],
        ...['-www', '-tls1_2', '-cipher', `${suite}:@SECLEVEL=0`],
      ],
      { cwd },
    );
    children.push(child);
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    await until(() => said.includes('ACCEPT'));
    const args = ['tls', 'client', `127.0.0.1:${port}`, ...TRUST, '--suite', suite, '--get', '/', '--json'];
    const { status, stdout, stderr } = await runCrypto(args, { cwd });
    child.kill();
    expect([status, stderr]).toEqual([0, expect.stringContaining('the server is CN=bob.example')]);
    const facts = JSON.parse(stdout.toString());
    expect(facts).toMatchObject({ extendedMasterSecret: true, http: { status: 200 } });
    const page = Buffer.from(facts.output, 'hex').toString();
    expect(page).toContain(`Cipher is ${suite}`);
  });
});

/** One that was free a moment ago: OpenSSL does not say which it takes. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
