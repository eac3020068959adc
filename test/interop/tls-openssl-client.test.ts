/** Our server against `openssl s_client`: every suite it has, what it refuses, names, protocols, resumption, and what is not done. */
import { describe, expect, it } from 'vitest';
import { memorySessions, type ServerConfig } from '../../src/tls/index.ts';
import { hasPeer } from './peer.ts';
import { IDENTITIES } from './tls-identities.ts';
import { combinations, OPENSSL_SUITES, serverConfig } from './tls-matrix.ts';
import { openOpensslTls } from './tls-openssl.ts';
import { echo, type Line, type Listening, openServers } from './tls-socket.ts';

const WORDS = 'I owe you 100, and not 900.\n';

describe.skipIf(!hasPeer('openssl'))('our server and openssl s_client', () => {
  const { connect, connectPlainly } = openOpensslTls();

  const open = openServers();
  const listen = (changes: Partial<ServerConfig> = {}) => open(serverConfig(changes), echo);

  /** One that says something, hears it again, and goes. */
  async function talk(server: Listening, args: readonly string[] = []) {
    const program = connect(server.port, args);
    const line = await server.next();
    await program.until(/Extended master secret: .*\n[\s\S]*---\n/);
    program.write(WORDS);
    await program.until(new RegExp(`^${WORDS}`, 'm'));
    program.end();
    const status = await program.ended;
    await line.ended();
    return { line, status, output: program.output };
  }

  const of = (line: Line) => line.event('connected')!.connection;

  it.each(combinations(OPENSSL_SUITES))('$name', async ({ suite, extendedMasterSecret, encryptThenMac }) => {
    const server = await listen({ suites: [suite], extendedMasterSecret, encryptThenMac });
    const { line, status, output } = await talk(server, ['-cipher', `${suite.opensslName}:@SECLEVEL=0`]);
    expect(status).toBe(0);
    expect(output).toContain(`Cipher is ${suite.opensslName}\n`);
    expect(output).toContain('Verify return code: 0 (ok)');
    expect(output).toContain(`Extended master secret: ${extendedMasterSecret ? 'yes' : 'no'}\n`);
    expect(output).toContain('Secure Renegotiation IS supported');
    expect(of(line)).toMatchObject({
      extendedMasterSecret,
      encryptThenMac: encryptThenMac && suite.cipher.kind === 'cbc',
      serverName: 'localhost',
    });
    expect(line.text).toBe(WORDS);
    expect(line.event('closed')).toBeDefined();
  });

  it('does without encrypt_then_mac where the client does', async () => {
    const server = await listen({ suites: OPENSSL_SUITES.filter(({ cipher }) => cipher.kind === 'cbc') });
    expect(of((await talk(server, ['-no_etm'])).line).encryptThenMac).toBe(false);
  });

  it.each([
    ['an unknown authority', IDENTITIES.good, ['-CAfile', 'stranger.pem'], 'unknown_ca'],
    ['another host', IDENTITIES.elsewhere, [], 'bad_certificate'],
    ['one that has expired', IDENTITIES.expired, [], 'certificate_expired'],
  ] as const)('is refused for %s, and hears why', async (_, identity, args, alert) => {
    const server = await listen(identity);
    const program = connect(server.port, args);
    const line = await server.next();
    await line.ended();
    expect(line.event('connected')).toBeUndefined();
    expect(line.event('failed')).toMatchObject({ by: 'peer', alert });
    expect(await program.ended).toBe(1);
  });

  it('resumes sessions', async () => {
    const server = await listen({ sessions: memorySessions() });
    const first = await talk(server, ['-sess_out', 'session.pem']);
    expect(of(first.line).resumed).toBe(false);
    const second = await talk(server, ['-sess_in', 'session.pem']);
    expect(second.output).toMatch(/^Reused, /m);
    expect(second.line.happenings.filter(({ what }) => what === 'premaster')).toEqual([]);
    expect(of(second.line)).toMatchObject({ resumed: true });
    const elsewhere = await talk(await listen({ sessions: memorySessions() }), ['-sess_in', 'session.pem']);
    expect(elsewhere.output).toMatch(/^New, /m);
  });

  it('resumes five times running', async () => {
    const server = await listen({ sessions: memorySessions() });
    const program = connect(server.port, ['-reconnect']);
    await program.until(/(?:Reused, [\s\S]*){5}Extended master secret: .*\n[\s\S]*---\n/);
    program.end();
    await program.ended;
    expect(server.lines.map((line) => of(line).resumed)).toEqual([false, true, true, true, true, true]);
  });

  it('agrees on a protocol, and on none', async () => {
    const server = await listen({ alpn: ['http/1.1'] });
    const { line, output } = await talk(server, ['-alpn', 'h2,http/1.1']);
    expect(output).toContain('ALPN protocol: http/1.1');
    expect(of(line).alpn).toBe('http/1.1');
    expect((await talk(server)).output).toContain('No ALPN negotiated');
    const refused = connect(server.port, ['-alpn', 'h2']);
    await refused.until(/alert no application protocol/);
  });

  it('asks for a certificate, and is content with none', async () => {
    const { line, output } = await talk(await listen({ requestCertificate: true }));
    expect(output).toContain('Client Certificate Types: ');
    expect(of(line).peerCertificates).toEqual([]);
  });

  it('refuses to handshake again', async () => {
    const server = await listen();
    const program = connect(server.port);
    const line = await server.next();
    await line.connected();
    await program.until(/Extended master secret: .*\n[\s\S]*---\n/);
    program.write('R\n');
    await line.ended();
    await program.until(/no renegotiation/);
    expect(line.happenings.filter(({ what }) => what === 'premaster')).toHaveLength(1);
  });

  it('refuses a client that knows only TLS 1.1, or only 1.3', async () => {
    const server = await listen();
    const older = connectPlainly(server.port, ['-tls1_1', '-cipher', 'ALL:@SECLEVEL=0']);
    await older.until(/alert protocol version/);
    const newer = connectPlainly(server.port, ['-tls1_3']);
    await newer.until(/alert (protocol version|handshake failure)/);
  });

  it('answers in TLS 1.2 a client that could do 1.3, in one suite of the many that it offers', async () => {
    const server = await listen();
    const program = connectPlainly(server.port, ['-CAfile', 'root.pem', '-verify_return_error']);
    await program.until(/New, TLSv1\.2, Cipher is AES256-GCM-SHA384/);
    program.end();
    expect(await program.ended).toBe(0);
  });

  it('does not go on with a session that had extended_master_secret without it (RFC 7627, 5.3)', async () => {
    const sessions = memorySessions();
    await talk(await listen({ sessions }), ['-sess_out', 'extended.pem']);
    const without = await listen({ sessions, extendedMasterSecret: false });
    const { line, output } = await talk(without, ['-sess_in', 'extended.pem']);
    expect(output).toMatch(/^New, /m);
    expect(of(line)).toMatchObject({ resumed: false, extendedMasterSecret: false });
  });

  it('takes small records, and records that are cut anyhow', async () => {
    const server = await listen();
    const { line } = await talk(server, ['-max_send_frag', '512', '-split_send_frag', '512']);
    expect(line.text).toBe(WORDS);
  });
});
