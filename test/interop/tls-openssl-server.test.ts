/** Our client against `openssl s_server`: every suite it has, whom we refuse, names, protocols, resumption, and what is not done. */
import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import type { ClientConfig } from '../../src/tls/index.ts';
import { hasPeer } from './peer.ts';
import { middle, stranger } from './tls-identities.ts';
import { clientConfig, combinations, OPENSSL_SUITES } from './tls-matrix.ts';
import { openOpensslTls } from './tls-openssl.ts';
import { type Line, openClient } from './tls-socket.ts';

const GET = 'GET / HTTP/1.0\r\n\r\n';

describe.skipIf(!hasPeer('openssl'))('our client and openssl s_server', () => {
  const { serve } = openOpensslTls();

  /** The page of `-www`, which tells of the connection. */
  async function page(port: number, changes: Partial<ClientConfig> = {}): Promise<Line> {
    const line = await openClient(port, clientConfig(changes));
    await line.connected();
    await line.write(GET);
    await line.ended();
    return line;
  }

  describe('a server that offers everything', () => {
    let port = 0;
    beforeAll(async () => {
      ({ port } = await serve(['-www']));
    });

    it.each(combinations(OPENSSL_SUITES))(
      '$name',
      async ({ suite, extendedMasterSecret, encryptThenMac }) => {
        const line = await page(port, { suites: [suite], extendedMasterSecret, encryptThenMac });
        const { connection } = line.event('connected')!;
        expect(connection.suite).toBe(suite);
        expect(connection.extendedMasterSecret).toBe(extendedMasterSecret);
        if (suite.cipher.kind === 'cbc') expect(connection.encryptThenMac).toBe(encryptThenMac);
        expect(line.text).toContain(`Cipher is ${suite.opensslName}\n`);
        expect(line.text).toContain(`Extended master secret: ${extendedMasterSecret ? 'yes' : 'no'}\n`);
        expect(line.text.toLowerCase()).toContain(`master-key: ${masterSecret(line)}\n`);
        expect(line.event('closed')).toBeDefined();
      },
    );

    it('resumes the session that it names', async () => {
      const first = await page(port);
      const { session } = first.event('connected')!.connection;
      const second = await page(port, { session });
      expect(second.text).toMatch(/^Reused, /m);
      expect(second.event('connected')!.connection).toMatchObject({ resumed: true });
      const third = await page(port, { session });
      expect(third.event('connected')!.connection.resumed).toBe(true);
    });

    it('starts anew where the server has forgotten the session', async () => {
      const other = await serve(['-www']);
      const { session } = (await page(other.port)).event('connected')!.connection;
      const line = await page(port, { session });
      expect(line.text).toMatch(/^New, /m);
      expect(line.event('connected')!.connection.resumed).toBe(false);
    });
  });

  it('does without both extensions where the server has neither', async () => {
    const { port } = await serve(['-www', '-no_etm'], { withoutEms: true });
    const suites = OPENSSL_SUITES.filter(({ cipher }) => cipher.kind === 'cbc');
    const { connection } = (await page(port, { suites })).event('connected')!;
    expect(connection).toMatchObject({ extendedMasterSecret: false, encryptThenMac: false });
  });

  describe('refuses', () => {
    it.each([
      ['an unknown authority', 'good.pem', { anchors: [stranger] }, 'unknown_ca', 48],
      ['another host', 'elsewhere.pem', {}, 'bad_certificate', 42],
      ['one that has expired', 'expired.pem', {}, 'certificate_expired', 45],
    ] as const)('%s, and tells it why', async (_, cert, changes, alert, number) => {
      const { program, port } = await serve(['-naccept', '1'], { cert });
      const line = await openClient(port, clientConfig(changes));
      await line.ended();
      expect(line.event('connected')).toBeUndefined();
      expect(line.event('failed')).toMatchObject({ by: 'us', alert });
      await program.until(new RegExp(`SSL alert number ${number}`));
    });

    it('not where nobody checks', async () => {
      const { port } = await serve(['-www', '-naccept', '1'], { cert: 'expired.pem' });
      expect((await page(port, { verify: false })).text).toContain('Cipher is');
    });
  });

  it('a server without a suite of ours: its alert', async () => {
    const { port } = await serve(['-naccept', '1', '-cipher', 'ECDHE-RSA-AES128-GCM-SHA256']);
    const line = await openClient(port, clientConfig());
    await line.ended();
    expect(line.event('failed')).toMatchObject({ by: 'peer', alert: 'handshake_failure' });
  });

  it('a server that could do TLS 1.3 answers in 1.2, and marks its random so (RFC 8446, 4.1.3)', async () => {
    const { port } = await serve(['-www'], { versions: [] });
    const { connection } = (await page(port)).event('connected')!;
    expect(toHex(connection.serverRandom)).toMatch(/444f574e47524401$/);
  });

  it.each([['-tls1_3'], ['-tls1_1']])('a server that insists on %s: protocol_version', async (version) => {
    const { port } = await serve(['-naccept', '1'], { versions: [version] });
    const line = await openClient(port, clientConfig());
    await line.ended();
    expect(line.event('failed')).toMatchObject({ alert: 'protocol_version' });
  });

  it('a server that keeps no sessions gives none to go on with', async () => {
    const { port } = await serve(['-www', '-no_cache']);
    const { session } = (await page(port)).event('connected')!.connection;
    expect(session.id).toHaveLength(0);
    expect((await page(port, { session })).event('connected')!.connection.resumed).toBe(false);
  });

  it('a warning in the middle of the handshake is no more than that', async () => {
    const { port } = await serve([
      '-www',
      '-servername',
      'x.example',
      '-cert2',
      'good.pem',
      '-key2',
      'key.pem',
    ]);
    const line = await page(port);
    expect(line.event('warning')).toMatchObject({ alert: 'unrecognized_name' });
    expect(line.text).toContain('Cipher is');
  });

  it('names the host, and takes the certificate for it', async () => {
    const { port } = await serve([
      ...['-www', '-servername', 'elsewhere.example', '-servername_fatal'],
      ...['-cert2', 'elsewhere.pem', '-key2', 'key.pem'],
    ]);
    // for its second certificate it sends no chain
    const line = await page(port, { host: 'elsewhere.example', anchors: [middle] });
    expect(line.event('connected')!.connection.peerCertificates[0]?.der).not.toEqual(
      (await page(port, { serverName: false })).event('connected')!.connection.peerCertificates[0]?.der,
    );
    const refused = await openClient(port, clientConfig({ host: 'localhost' }));
    await refused.ended();
    expect(refused.event('failed')).toMatchObject({ by: 'peer', alert: 'unrecognized_name' });
  });

  it('agrees on a protocol', async () => {
    const { port } = await serve(['-www', '-alpn', 'http/1.1,h2']);
    const line = await page(port, { alpn: ['h2', 'http/1.1'] });
    expect(line.event('connected')!.connection.alpn).toBe('http/1.1');
    expect((await page(port)).event('connected')!.connection.alpn).toBeUndefined();
    const refused = await openClient(port, clientConfig({ alpn: ['nothing'] }));
    await refused.ended();
    expect(refused.event('failed')).toMatchObject({ by: 'peer', alert: 'no_application_protocol' });
  });

  it('answers a request for its certificate with none', async () => {
    const { port } = await serve(['-www', '-verify', '1']);
    expect((await page(port)).text).toContain('no client certificate available');
  });

  it('ends where the server insists on one', async () => {
    const { port } = await serve(['-naccept', '1', '-Verify', '1']);
    const line = await openClient(port, clientConfig());
    await line.ended();
    expect(line.event('failed')).toMatchObject({ by: 'peer', alert: 'handshake_failure' });
  });

  it('refuses to handshake again, and reads on', async () => {
    const { program, port } = await serve(['-naccept', '1']);
    const line = await openClient(port, clientConfig());
    await line.connected();
    program.write('r\n');
    await line.until('refusal', () =>
      line.happenings.some(
        (happening) =>
          happening.what === 'alert' &&
          happening.direction === 'sent' &&
          happening.alert === 'no_renegotiation',
      ),
    );
    await line.ended();
    expect(program.output).toMatch(/no renegotiation|SSL alert number 100/);
    expect(line.happenings.filter(({ what }) => what === 'premaster')).toHaveLength(1);
  });

  it('takes records of every size that the server makes, and closes in order', async () => {
    const { program, port } = await serve(['-naccept', '1', '-max_send_frag', '512'], { quiet: true });
    const line = await openClient(port, clientConfig());
    await line.connected();
    const words = 'I owe you 100, and not 900.\n'.repeat(100);
    program.write(words);
    await line.until('words', () => line.length === words.length);
    expect(line.text).toBe(words);
    await line.write(words);
    line.close();
    expect(await program.ended).toBe(0);
    expect(program.stdout.toString()).toContain(words);
  });
});

/** The one our machine computed, in hex. */
function masterSecret(line: Line): string {
  for (const happening of line.happenings) {
    if (happening.what === 'master') return toHex(happening.masterSecret);
  }
  throw new Error('no master secret');
}
