/** curl fetches a page from our server: every suite it has, whom it refuses, its sessions and its protocols. */
import { describe, expect, it } from 'vitest';
import { memorySessions, type ServerConfig } from '../../src/tls/index.ts';
import { run } from '../cli/run-crypto.ts';
import { hasPeer } from './peer.ts';
import { IDENTITIES, openIdentities } from './tls-identities.ts';
import { combinations, OPENSSL_SUITES, serverConfig } from './tls-matrix.ts';
import { OPENSSL_ANY } from './tls-openssl.ts';
import { type Listening, openServers, page } from './tls-socket.ts';

const HTML = '<p>I owe you 100, and not 900.</p>\n';

describe.skipIf(!hasPeer('curl', ['--version']))('our server and curl', () => {
  const cwd = openIdentities();

  const open = openServers();
  const listen = (changes: Partial<ServerConfig> = {}) => open(serverConfig(changes), page(HTML));

  const fetch = ({ port }: Listening, args: readonly string[] = [], ciphers = OPENSSL_ANY) =>
    run(
      'curl',
      [
        ...['--silent', '--show-error', '--max-time', '15', '--cacert', 'root.pem', '--tls-max', '1.2'],
        ...['--ciphers', ciphers, ...args, `https://localhost:${port}/`],
      ],
      { cwd },
    );

  it.each(combinations(OPENSSL_SUITES))('$name', async ({ suite, extendedMasterSecret, encryptThenMac }) => {
    const server = await listen({ suites: OPENSSL_SUITES, extendedMasterSecret, encryptThenMac });
    const { stdout, stderr, status } = await fetch(server, [], `${suite.opensslName}:@SECLEVEL=0`);
    expect([status, stderr, stdout.toString()]).toEqual([0, '', HTML]);
    expect(server.lines[0]!.event('connected')!.connection).toMatchObject({
      suite,
      extendedMasterSecret,
      encryptThenMac: encryptThenMac && suite.cipher.kind === 'cbc',
      serverName: 'localhost',
    });
  });

  it('needs none of these options: the suites that both have by default are enough', async () => {
    const server = await listen();
    const { stdout } = await run(
      'curl',
      ['-sS', '--cacert', 'root.pem', `https://localhost:${server.port}/`],
      { cwd },
    );
    expect(stdout.toString()).toBe(HTML);
  });

  it.each([
    ['an unknown authority', IDENTITIES.good, ['--cacert', 'stranger.pem'], /unable to get local issuer/],
    ['another host', IDENTITIES.elsewhere, [], /no alternative certificate subject name matches/],
    ['one that has expired', IDENTITIES.expired, [], /certificate has expired/],
  ] as const)('is refused for %s', async (_, identity, args, reason) => {
    const server = await listen(identity);
    const { stdout, stderr, status } = await fetch(server, args);
    expect([status, stdout.toString()]).toEqual([60, '']);
    expect(stderr).toMatch(reason);
    expect(server.lines[0]!.text).toBe('');
  });

  it('speaks the protocol that it chose, and goes on with its session', async () => {
    const server = await listen({ alpn: ['http/1.1'], sessions: memorySessions() });
    const { stdout } = await fetch(server, [`https://localhost:${server.port}/`]); // and once more
    expect(stdout.toString()).toBe(HTML + HTML);
    const connections = server.lines.map((line) => line.event('connected')!.connection);
    expect(connections.map(({ alpn }) => alpn)).toEqual(['http/1.1', 'http/1.1']);
    expect(connections.map(({ resumed }) => resumed)).toEqual([false, true]);
  });
});
