/** Wireshark reads connections of ours, given our key log: the master secret, or the premaster under RSA. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memorySessions, SUITES } from '../../src/tls/index.ts';
import { run } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';
import { captureFile, keyLog } from './tls-capture.ts';
import { clientConfig, combinations, serverConfig } from './tls-matrix.ts';
import { type Line, openClient, openServer, page } from './tls-socket.ts';

const HTML = '<p>I owe you 100, and not 900.</p>';
/** A request, its answer, and both close_notify: all that the application and the record layer said in secret. */
const ALL = ['/secret', '200', HTML, '0', '0'];

describe.skipIf(!hasPeer('tshark', ['--version']))('tshark and our key log', () => {
  const cwd = openSandbox().folder('capture');
  const sessions = memorySessions();

  async function browse(changes: Parameters<typeof clientConfig>[0] = {}): Promise<Line> {
    const server = await openServer(serverConfig({ suites: SUITES, sessions }), page(HTML));
    const line = await openClient(server.port, clientConfig(changes));
    await line.connected();
    await line.write('GET /secret HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await line.ended();
    await server.close();
    return line;
  }

  /** What it sees of HTTP and of alerts, connection by connection. */
  async function read(lines: readonly Line[], keys: string): Promise<string[][]> {
    writeFileSync(join(cwd, 'wire.pcap'), captureFile(lines.map(({ wire }) => wire)));
    writeFileSync(join(cwd, 'keys.log'), keys);
    const fields = ['http.request.uri', 'http.response.code', 'http.file_data', 'tls.alert_message.desc'];
    const { stdout, stderr, status } = await run(
      'tshark',
      [
        ...['-r', 'wire.pcap', '-o', 'tls.keylog_file:keys.log', '-Y', 'http || tls.alert_message.desc'],
        ...['-T', 'fields', '-E', 'separator=|'],
        ...['tcp.stream', ...fields].flatMap((field) => ['-e', field]),
      ],
      { cwd, env: { HOME: cwd } },
    );
    expect(status, stderr).toBe(0);
    const seen: string[][] = lines.map(() => []);
    for (const row of stdout.toString().split('\n').filter(Boolean)) {
      const [stream, ...values] = row.split('|');
      seen[Number(stream)]!.push(...values.filter(Boolean));
    }
    return seen;
  }

  it.each(['CLIENT_RANDOM', 'RSA'] as const)('reads every suite with its lines %s', async (label) => {
    const lines: Line[] = [];
    const chosen = combinations(SUITES);
    for (const { suite, extendedMasterSecret, encryptThenMac } of chosen) {
      lines.push(await browse({ suites: [suite], extendedMasterSecret, encryptThenMac }));
    }
    const keys = lines.map(({ happenings }) => keyLog(happenings, label)).join('');
    const seen = await read(lines, keys);
    expect(Object.fromEntries(chosen.map(({ name }, i) => [name, seen[i]]))).toEqual(
      Object.fromEntries(chosen.map(({ name }) => [name, ALL])),
    );
  });

  it('reads a session that goes on, by its master secret alone', async () => {
    const first = await browse();
    const line = await browse({ session: first.event('connected')!.connection.session });
    expect(line.event('connected')!.connection.resumed).toBe(true);
    expect(keyLog(line.happenings, 'RSA')).toBe('');
    expect(await read([line], keyLog(line.happenings, 'CLIENT_RANDOM'))).toEqual([ALL]);
  });

  it.each(['CLIENT_RANDOM', 'RSA'] as const)('reads nothing with the lines %s of another', async (label) => {
    const [line, other] = [await browse(), await browse()];
    expect(await read([line], keyLog(other.happenings, label))).toEqual([[]]);
  });
});
