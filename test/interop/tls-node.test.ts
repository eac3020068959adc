/** Node's own `tls` on the other end, both ways. */
import { constants } from 'node:crypto';
import { once } from 'node:events';
import {
  type ConnectionOptions,
  connect,
  createServer,
  type Server,
  type TLSSocket,
  type TlsOptions,
} from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { pemEncode } from '../../src/asn1/index.ts';
import { encodePkcs8, toPem } from '../../src/keys/index.ts';
import { type ClientConfig, memorySessions, type ServerConfig } from '../../src/tls/index.ts';
import type { Certificate } from '../../src/x509/index.ts';
import { IDENTITIES, root, stranger } from './tls-identities.ts';
import { clientConfig, combinations, OPENSSL_SUITES, serverConfig } from './tls-matrix.ts';
import { OPENSSL_ANY } from './tls-openssl.ts';
import { echo, type Line, type Listening, openClient, openServers } from './tls-socket.ts';

const WORDS = 'I owe you 100, and not 900.\n';
const pem = (list: readonly Certificate[]) => list.map(({ der }) => pemEncode('CERTIFICATE', der)).join('');
const of = (line: Line) => line.event('connected')!.connection;

describe("our server and Node's client", () => {
  const open = openServers();
  const listen = (changes: Partial<ServerConfig> = {}) => open(serverConfig(changes), echo);

  function client({ port }: Listening, options: ConnectionOptions = {}): TLSSocket {
    const usual = { host: '127.0.0.1', port, servername: 'localhost', ca: pem([root]) };
    return connect({ ...usual, ciphers: OPENSSL_ANY, maxVersion: 'TLSv1.2', ...options });
  }

  async function talk(server: Listening, options: ConnectionOptions = {}) {
    const socket = client(server, options);
    await once(socket, 'secureConnect');
    const said = {
      suite: socket.getCipher().standardName,
      reused: socket.isSessionReused(),
      session: socket.getSession(),
    };
    socket.write(WORDS);
    const [heard] = await once(socket, 'data');
    socket.end();
    await once(socket, 'close');
    return { ...said, alpn: socket.alpnProtocol, heard: String(heard), line: await server.next() };
  }

  it.each(combinations(OPENSSL_SUITES))('$name', async ({ suite, extendedMasterSecret, encryptThenMac }) => {
    const server = await listen({ suites: [suite], extendedMasterSecret, encryptThenMac });
    const said = await talk(server);
    expect(said).toMatchObject({ suite: suite.name, heard: WORDS });
    expect(of(said.line)).toMatchObject({
      extendedMasterSecret,
      encryptThenMac: encryptThenMac && suite.cipher.kind === 'cbc',
      serverName: 'localhost',
    });
    expect(said.line.event('closed')).toBeDefined();
  });

  it.each([
    ['an unknown authority', IDENTITIES.good, { ca: pem([stranger]) }, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['another host', IDENTITIES.elsewhere, {}, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['one that has expired', IDENTITIES.expired, {}, 'CERT_HAS_EXPIRED'],
  ] as const)('is refused for %s', async (_, identity, options, code) => {
    const socket = client(await listen(identity), options);
    const [error] = await once(socket, 'error').catch((reason) => [reason]);
    expect(error).toMatchObject({ code });
  });

  it('resumes a session, and agrees on a protocol', async () => {
    const server = await listen({ sessions: memorySessions(), alpn: ['http/1.1'] });
    const first = await talk(server, { ALPNProtocols: ['h2', 'http/1.1'] });
    expect(first).toMatchObject({ reused: false, alpn: 'http/1.1' });
    const second = await talk(server, { session: first.session! });
    expect(second).toMatchObject({ reused: true });
    expect(of(second.line).resumed).toBe(true);
  });
});

describe("our client and Node's server", () => {
  const servers: Server[] = [];
  afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))));

  async function serve(options: TlsOptions = {}, serveOne = (socket: TLSSocket) => void socket.pipe(socket)) {
    const { certificates, privateKey } = IDENTITIES.good;
    const identity = { cert: pem(certificates), key: toPem('pkcs8', encodePkcs8(privateKey)) };
    const usual = {
      ciphers: OPENSSL_ANY,
      maxVersion: 'TLSv1.2',
      secureOptions: constants.SSL_OP_NO_TICKET,
    } as const;
    const server = createServer({ ...identity, ...usual, ...options }, serveOne);
    server.on('tlsClientError', () => {}); // the client may refuse it: that is what some tests want
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return { server, port: typeof address === 'object' && address ? address.port : 0 };
  }

  async function talk(port: number, changes: Partial<ClientConfig> = {}): Promise<Line> {
    const line = await openClient(port, clientConfig(changes));
    await line.connected();
    await line.write(WORDS);
    await line.until('echo', () => line.length === WORDS.length);
    line.close();
    await line.ended();
    expect(line.text).toBe(WORDS);
    return line;
  }

  it.each(combinations(OPENSSL_SUITES))('$name', async ({ suite, extendedMasterSecret, encryptThenMac }) => {
    const { port } = await serve();
    const line = await talk(port, { suites: [suite], extendedMasterSecret, encryptThenMac });
    expect(of(line)).toMatchObject({ suite, extendedMasterSecret });
    if (suite.cipher.kind === 'cbc') expect(of(line).encryptThenMac).toBe(encryptThenMac);
    expect(line.event('closed')).toBeDefined();
  });

  it.each([
    ['an unknown authority', IDENTITIES.good, { anchors: [stranger] }, 'unknown_ca'],
    ['another host', IDENTITIES.elsewhere, {}, 'bad_certificate'],
    ['one that has expired', IDENTITIES.expired, {}, 'certificate_expired'],
  ] as const)('refuses %s', async (_, { certificates }, changes, alert) => {
    const { server, port } = await serve({ cert: pem(certificates) });
    const told = once(server, 'tlsClientError');
    const line = await openClient(port, clientConfig(changes));
    await line.ended();
    expect(line.event('failed')).toMatchObject({ by: 'us', alert });
    expect(String((await told)[0])).toContain(`alert ${alert.replaceAll('_', ' ')}`);
  });

  it('resumes a session, and agrees on a protocol', async () => {
    const { server, port } = await serve({ ALPNProtocols: ['http/1.1'] });
    const kept = new Map<string, Buffer>();
    server.on('newSession', (id: Buffer, session: Buffer, done: () => void) => {
      kept.set(id.toString('hex'), session);
      done();
    });
    server.on('resumeSession', (id: Buffer, done: (error: Error | null, session: Buffer | null) => void) =>
      done(null, kept.get(id.toString('hex')) ?? null),
    );
    const first = await talk(port, { alpn: ['h2', 'http/1.1'] });
    expect(of(first).alpn).toBe('http/1.1');
    const second = await talk(port, { session: of(first).session });
    expect(of(second).resumed).toBe(true);
  });

  it('answers a request for its certificate with none', async () => {
    const { port } = await serve({ requestCert: true, rejectUnauthorized: false });
    await talk(port);
  });

  it('refuses to handshake again', async () => {
    const { port } = await serve({}, (socket) => {
      socket.on('error', () => {});
      socket.renegotiate({}, () => {});
    });
    const line = await openClient(port, clientConfig());
    await line.until('refusal', () =>
      line.happenings.some(
        (h) => h.what === 'alert' && h.direction === 'sent' && h.alert === 'no_renegotiation',
      ),
    );
    line.destroy();
  });
});
