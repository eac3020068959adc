/** A browser loads a page from our server: Chromium still offers four suites with RSA key exchange. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SUITES, memorySessions, type ServerConfig, suiteNamed } from '../../src/tls/index.ts';
import { run } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';
import { serverConfig } from './tls-matrix.ts';
import { type Listening, openServers, page } from './tls-socket.ts';

const HTML = '<title>Bob</title><p id="words">I owe you 100, and not 900.</p>';
/** It goes by other names too. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const program =
  NAMES.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ?? 'chromium';

describe.skipIf(!hasPeer(program, ['--version']))('our server and chromium', { timeout: 60_000 }, () => {
  const sandbox = openSandbox();
  let visits = 0;

  const open = openServers();
  const listen = (changes: Partial<ServerConfig> = {}) =>
    open(serverConfig({ alpn: ['http/1.1'], ...changes }), page(HTML));

  /** The page as the browser understood it, from a profile of its own. */
  async function visit({ port }: Listening, args: readonly string[] = ['--ignore-certificate-errors']) {
    const profile = sandbox.folder(`visit-${visits++}`);
    const { stdout } = await run(
      program,
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
        ...['--disable-dev-shm-usage', `--user-data-dir=${profile}`, ...args],
        ...['--dump-dom', `https://localhost:${port}/`],
      ],
      { cwd: profile, env: { HOME: profile } },
    );
    return stdout.toString();
  }

  const connections = (server: Listening) =>
    server.lines.flatMap((line) => line.event('connected')?.connection ?? []);

  it.each(['AES256-GCM-SHA384', 'AES128-GCM-SHA256', 'AES256-SHA', 'AES128-SHA'])('%s', async (name) => {
    const server = await listen({ suites: [suiteNamed(name)] });
    expect(await visit(server)).toContain('I owe you 100, and not 900.');
    expect(connections(server)[0]).toMatchObject({
      suite: suiteNamed(name),
      extendedMasterSecret: true,
      encryptThenMac: false,
      serverName: 'localhost',
      alpn: 'http/1.1',
    });
  });

  it('takes the best of those that both have, though it would rather speak TLS 1.3', async () => {
    const server = await listen({ sessions: memorySessions() });
    expect(await visit(server)).toContain('I owe you 100, and not 900.');
    expect(connections(server).map(({ suite }) => suite)).toContain(DEFAULT_SUITES[0]);
  });

  it('refuses a certificate of an authority that it does not know', async () => {
    const server = await listen();
    expect(await visit(server, [])).not.toContain('I owe you');
    const heard = server.lines.map((line) => line.event('failed')?.alert);
    expect(heard).toContain('certificate_unknown');
  });
});
