/** Wireshark captures a connection of ours as it passes over the loopback interface, and decrypts it with our key log. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { suiteNamed } from '../../src/tls/index.ts';
import { run } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';
import { keyLog } from './tls-capture.ts';
import { clientConfig, serverConfig } from './tls-matrix.ts';
import { startProgram } from './tls-program.ts';
import { openClient, openServers, page } from './tls-socket.ts';

const HTML = '<p>I owe you 100, and not 900.</p>';

describe.skipIf(!hasPeer('tshark', ['--version']))('a live capture', () => {
  const cwd = openSandbox().folder('capture');
  const open = openServers();

  it.for(['AES128-SHA', 'AES256-GCM-SHA384'])('%s', async (name, { skip }) => {
    const server = await open(serverConfig({ suites: [suiteNamed(name)] }), page(HTML));
    const file = `${name}.pcapng`;
    const capture = startProgram('tshark', ['-i', 'lo', '-f', `tcp port ${server.port}`, '-w', file], {
      cwd,
    });
    const started = await capture.until(/Capture started/).then(
      () => true,
      () => false,
    );
    if (!started) skip(`capturing is not permitted here: ${capture.output}`);
    const line = await openClient(server.port, clientConfig());
    await line.connected();
    await line.write('GET /secret HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await line.ended();
    await new Promise((resolve) => setTimeout(resolve, 1500)); // packets reach the file in blocks
    await capture.interrupt();
    writeFileSync(join(cwd, 'keys.log'), keyLog(line.happenings, 'CLIENT_RANDOM'));
    const { stdout } = await run(
      'tshark',
      [
        ...['-r', file, '-o', 'tls.keylog_file:keys.log', '-d', `tcp.port==${server.port},tls`, '-Y', 'http'],
        ...['-T', 'fields', '-e', 'http.request.uri', '-e', 'http.file_data'],
      ],
      { cwd, env: { HOME: cwd } },
    );
    expect(stdout.toString().split(/\s*\n/)).toEqual(['/secret', `\t${HTML}`, '']);
  });
});
