/** GnuTLS on the other end, both ways: also in the suites that OpenSSL no longer has, 3DES and RC4. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClientConfig, memorySessions, type ServerConfig, SUITES } from '../../src/tls/index.ts';
import { hasPeer } from './peer.ts';
import { IDENTITIES, openIdentities, stranger } from './tls-identities.ts';
import { type Combination, clientConfig, combinations, gnutlsPriority, serverConfig } from './tls-matrix.ts';
import { freePort, type Program, startProgram } from './tls-program.ts';
import { echo, type Line, type Listening, openClient, openServers } from './tls-socket.ts';

const WORDS = 'I owe you 100, and not 900.\n';
/** All that is tested here, in one string. */
const ANY = 'NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+RSA:+3DES-CBC:+ARCFOUR-128:+NULL:+SHA1:+SHA256:+MD5';

const present = hasPeer('gnutls-cli', ['--version']) && hasPeer('gnutls-serv', ['--version']);

const of = (line: Line) => line.event('connected')!.connection;

/** What a connection is to have agreed on. */
const agreed = ({ suite, extendedMasterSecret, encryptThenMac }: Combination) => ({
  suite,
  extendedMasterSecret,
  encryptThenMac: encryptThenMac && suite.cipher.kind === 'cbc',
});

describe.skipIf(!present)('gnutls', () => {
  const cwd = openIdentities();
  const stop: (() => Promise<void>)[] = [];
  afterAll(() => Promise.all(stop.map((end) => end())));

  describe('our server and gnutls-cli', () => {
    const open = openServers();
    const listen = (changes: Partial<ServerConfig> = {}) =>
      open(serverConfig({ suites: SUITES, ...changes }), echo);

    function client({ port }: Listening, priority: string, args: readonly string[] = []): Program {
      const usual = ['--x509cafile', 'root.pem', '--port', `${port}`, '--priority', priority];
      return startProgram('gnutls-cli', [...usual, ...args, 'localhost'], { cwd });
    }

    async function talk(server: Listening, priority: string, args?: readonly string[]) {
      const program = client(server, priority, args);
      await program.until(/Simple Client Mode/);
      program.write(WORDS);
      await program.until(new RegExp(`^${WORDS}`, 'm'));
      program.end();
      const line = server.lines.at(-1)!;
      await line.ended();
      return { line, status: await program.ended, output: program.output };
    }

    it.each(combinations(SUITES))('$name', async (combination) => {
      const { suite, extendedMasterSecret, encryptThenMac } = combination;
      const server = await listen({ extendedMasterSecret, encryptThenMac });
      const { line, status, output } = await talk(server, gnutlsPriority(suite));
      expect(status).toBe(0);
      expect(output).toContain('Status: The certificate is trusted.');
      expect(of(line)).toMatchObject({ ...agreed(combination), serverName: 'localhost' });
      expect(output.includes('extended master secret')).toBe(extendedMasterSecret);
      expect(output.includes('EtM')).toBe(of(line).encryptThenMac);
      expect(line.event('closed')).toBeDefined();
    });

    it('does without what the client turns off', async () => {
      const server = await listen();
      const priority = gnutlsPriority(SUITES.find(({ name }) => name.endsWith('AES_128_CBC_SHA256'))!);
      const { line } = await talk(server, `${priority}:%NO_ETM:%NO_SESSION_HASH`);
      expect(of(line)).toMatchObject({ extendedMasterSecret: false, encryptThenMac: false });
    });

    it.each([
      ['an unknown authority', IDENTITIES.good, ['--x509cafile', 'stranger.pem']],
      ['another host', IDENTITIES.elsewhere, []],
      ['one that has expired', IDENTITIES.expired, []],
    ] as const)('is refused for %s', async (_, identity, args) => {
      const server = await listen(identity);
      const program = client(server, ANY, args);
      expect(await program.ended).toBe(1);
      expect(program.output).toContain('The certificate is NOT trusted.');
      await server.lines[0]!.ended();
      expect(server.lines[0]!.event('failed')).toMatchObject({ by: 'peer' });
    });

    it('resumes sessions, and agrees on a protocol', async () => {
      const server = await listen({ sessions: memorySessions(), alpn: ['http/1.1'] });
      const { output } = await talk(server, ANY, ['--resume', '--alpn', 'http/1.1']);
      expect(output).toContain('*** This is a resumed session');
      expect(output).toContain('- Application protocol: http/1.1');
      expect(server.lines.map((line) => of(line).resumed)).toEqual([false, true]);
      expect(server.lines.map((line) => of(line).alpn)).toEqual(['http/1.1', 'http/1.1']);
    });

    it('refuses to handshake again', async () => {
      const server = await listen();
      const program = client(server, ANY, ['--rehandshake']);
      await program.until(/Received alert \[100\]: No renegotiation is allowed/);
      await program.stop();
      expect(server.lines[0]!.happenings.filter(({ what }) => what === 'premaster')).toHaveLength(1);
    });
  });

  describe('our client and gnutls-serv', () => {
    async function serve(args: readonly string[] = [], cert = 'good.pem', priority = ANY) {
      const port = await freePort();
      const usual = ['--echo', '--port', `${port}`, '--priority', priority];
      const identity = ['--x509certfile', cert, '--x509keyfile', 'key.pem'];
      const program = startProgram('gnutls-serv', [...usual, ...identity, ...args], { cwd });
      stop.push(() => program.stop());
      await program.until(/Echo Server listening on IPv4 .*done/);
      return { program, port };
    }

    async function talk(port: number, changes: Partial<ClientConfig> = {}): Promise<Line> {
      const line = await openClient(port, clientConfig({ suites: SUITES, ...changes }));
      await line.connected();
      await line.write(WORDS);
      await line.until('echo', () => line.length === WORDS.length);
      line.close();
      await line.ended();
      expect(line.text).toBe(WORDS);
      return line;
    }

    describe('a server that offers everything', () => {
      let port = 0;
      beforeAll(async () => {
        ({ port } = await serve());
      });

      it.each(combinations(SUITES))('$name', async (combination) => {
        const { suite, extendedMasterSecret, encryptThenMac } = combination;
        const line = await talk(port, { suites: [suite], extendedMasterSecret, encryptThenMac });
        expect(of(line)).toMatchObject(agreed(combination));
      });

      it('resumes the session that it names', async () => {
        const { session } = of(await talk(port));
        expect(of(await talk(port, { session })).resumed).toBe(true);
      });

      it('answers a request for its certificate with none', async () => {
        const line = await talk(port);
        const types = line.happenings.map(
          (happening) => happening.what === 'message' && happening.message.type,
        );
        expect(types).toContain('certificate_request');
      });
    });

    it('does without what the server turns off', async () => {
      const { port } = await serve([], 'good.pem', `${ANY}:%NO_ETM:%NO_SESSION_HASH`);
      const suites = SUITES.filter(({ cipher }) => cipher.kind === 'cbc');
      expect(of(await talk(port, { suites }))).toMatchObject({
        extendedMasterSecret: false,
        encryptThenMac: false,
      });
    });

    it('agrees on a protocol, and names the host', async () => {
      const { port } = await serve([
        ...['--alpn', 'http/1.1', '--alpn-fatal', '--sni-hostname', 'localhost', '--sni-hostname-fatal'],
      ]);
      expect(of(await talk(port, { alpn: ['h2', 'http/1.1'] })).alpn).toBe('http/1.1');
      const refused = await openClient(port, clientConfig({ alpn: ['h2'] }));
      await refused.ended();
      expect(refused.event('failed')).toMatchObject({ by: 'peer', alert: 'no_application_protocol' });
      const unnamed = await openClient(port, clientConfig({ serverName: 'elsewhere.example' }));
      await unnamed.ended();
      expect(unnamed.event('failed')).toMatchObject({ by: 'peer', alert: 'unrecognized_name' });
    });

    it.each([
      ['an unknown authority', 'good.pem', { anchors: [stranger] }, 'unknown_ca'],
      ['another host', 'elsewhere.pem', {}, 'bad_certificate'],
      ['one that has expired', 'expired.pem', {}, 'certificate_expired'],
    ] as const)('refuses %s', async (_, cert, changes, alert) => {
      const { port } = await serve([], cert);
      const line = await openClient(port, clientConfig({ suites: SUITES, ...changes }));
      await line.ended();
      expect(line.event('connected')).toBeUndefined();
      expect(line.event('failed')).toMatchObject({ by: 'us', alert });
    });

    it('refuses to handshake again, and reads on', async () => {
      const { port } = await serve();
      const line = await openClient(port, clientConfig());
      await line.connected();
      await line.write('**REHANDSHAKE**\n');
      await line.until('refusal', () =>
        line.happenings.some(
          (happening) =>
            happening.what === 'alert' &&
            happening.direction === 'sent' &&
            happening.alert === 'no_renegotiation',
        ),
      );
      line.destroy();
      expect(line.happenings.filter(({ what }) => what === 'premaster')).toHaveLength(1);
    });
  });
});
