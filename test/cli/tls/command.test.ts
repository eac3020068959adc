/** `crypto tls server` and `crypto tls client` as processes: signals, silence, lines cut off, and what each says of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TlsStream } from '../../../src/cli/tls/tls-stream.ts';
import { createServer } from '../../../src/tls/index.ts';
import { SERVER } from '../../tls/pair.ts';
import { BIN, runCrypto } from '../run-crypto.ts';
import { openSandbox } from '../sandbox.ts';
import { SERVER_FILES, TRUST, writeServerFiles } from './files.ts';
import { bareSocket, until, visit } from './serve.ts';

const cwd = openSandbox().folder('tls-command');
writeServerFiles(cwd);

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** `crypto …`, its standard input left open. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env: { PATH: process.env.PATH ?? '' } });
  children.push(child);
  const run = { child, stdout: '', stderr: '', ended: once(child, 'close') };
  child.stdout.on('data', (chunk) => (run.stdout += chunk));
  child.stderr.on('data', (chunk) => (run.stderr += chunk));
  return run;
}

/** A server of ours on a free port. */
async function startServer(...args: string[]) {
  const run = start('tls', 'server', ...SERVER_FILES, '--port', '0', ...args);
  await until(() => run.stderr.includes('\n'));
  const [, port = ''] = /^crypto: listening on 127\.0\.0\.1:(\d+)\n/.exec(run.stderr) ?? [];
  return { ...run, run, port: Number(port) };
}

const client = (port: number, ...args: string[]) =>
  runCrypto(['tls', 'client', `127.0.0.1:${port}`, ...TRUST, ...args], { cwd, input: 'hello\n' });

/** A server that does with each connection what it is told. */
async function tcpServer(serve: (socket: Socket) => void): Promise<{ port: number; server: Server }> {
  const server = createTcpServer(serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, server };
}

describe('the server', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'on %s says close_notify to each, and ends with 0',
    async (signal) => {
      const { child, run, port, ended } = await startServer('--json');
      const { stream } = await visit(port);
      const silent = await bareSocket(port);
      const end = once(stream.resume(), 'end');
      child.kill(signal);
      await end;
      expect(await ended).toEqual([0, null]);
      silent.destroy();
      expect(JSON.parse(run.stdout)).toMatchObject({ port, handshakes: 1, output: '', bytes: 0 });
    },
  );

  it('prints what comes, and sends what it reads to those who are there', async () => {
    const { child, run, port, ended } = await startServer('--accept', '2');
    const [first, second] = [await visit(port), await visit(port)];
    const heard = [first, second].map(async ({ stream }) => String((await once(stream, 'data'))[0]));
    child.stdin.write('to all\n');
    expect(await Promise.all(heard)).toEqual(['to all\n', 'to all\n']);
    first.stream.end('from one\n');
    second.stream.end();
    expect(await ended).toEqual([0, null]);
    expect(run.stdout).toBe('from one\n');
  });

  it('serves its page to our client, whose second connection goes on with the first', async () => {
    const { run, port, ended } = await startServer('--www', '--accept', '2', '--keylog', 'keys', '--json');
    const { status, stdout, stderr } = await client(port, '--get', '/', '--resume', '--json');
    expect([status, stderr]).toEqual([0, expect.stringContaining('session resumed')]);
    const facts = JSON.parse(stdout.toString());
    expect(facts).toMatchObject({ resumed: true, serverName: 'bob.example', http: { status: 200 } });
    const page = Buffer.from(facts.output, 'hex').toString();
    expect(page).toContain(facts.clientRandom);
    expect(page).toContain('resumed: no certificate');
    await ended;
    expect(JSON.parse(run.stdout)).toMatchObject({
      handshakes: 2,
      resumed: 1,
      connections: [{}, { resumed: true }],
    });
    const keys = readFileSync(join(cwd, 'keys'), 'utf8');
    expect(keys.match(/^\w+/gm)).toEqual(['RSA', 'CLIENT_RANDOM', 'CLIENT_RANDOM']);
    for (const [, secret] of keys.matchAll(/ ([\da-f]{96})$/gm)) {
      expect(run.stdout + run.stderr + page + stdout.toString()).not.toContain(secret);
    }
  });

  it('is told that its port is taken', async () => {
    const { port, server } = await tcpServer(() => {});
    const { status, stderr } = await runCrypto(['tls', 'server', ...SERVER_FILES, '--port', `${port}`], {
      cwd,
    });
    server.close();
    expect(status).toBe(2);
    expect(stderr).toMatch(/^crypto: 127\.0\.0\.1:\d+: another program uses this port[^\n]*\n$/);
  });
});

describe('the client', () => {
  it('on SIGINT says close_notify, and ends as the system ends whoever is interrupted', async () => {
    let end = '';
    const { port, server } = await tcpServer((socket) => {
      const stream = new TlsStream(socket, createServer(SERVER));
      stream.on('error', ({ message }) => (end = message));
      stream.on('end', () => (end = 'close_notify'));
      stream.resume();
    });
    const run = start('tls', 'client', `127.0.0.1:${port}`, ...TRUST);
    await until(() => run.stderr.includes('history'));
    run.child.kill('SIGINT');
    expect(await run.ended).toEqual([null, 'SIGINT']);
    server.close();
    expect(end).toBe('close_notify');
  });

  it('is told of a server that is silent, and ends with 1', async () => {
    const { port, server } = await tcpServer(() => {});
    const { status, stderr } = await client(port, '--timeout', '1');
    server.close();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^crypto: 127\.0\.0\.1:\d+: the handshake took longer than 1 s after our ClientHello\n$/,
    );
  });

  it.each([
    ['before the head of a page', '', [1, /cut off without close_notify/]],
    [
      'in the middle of a page',
      'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf',
      [1, /cut off without close_notify/],
    ],
    [
      'at the end of a page of unknown length',
      'HTTP/1.1 200 OK\r\n\r\nall?',
      [1, /cut off without close_notify/],
    ],
    ['behind a whole page', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nall!', [0, /^(?!.*cut off)/s]],
  ] as const)('is told of a line that is cut off %s', async (_, response, [expected, message]) => {
    const { port, server } = await tcpServer((socket) => {
      const stream = new TlsStream(socket, createServer(SERVER));
      stream.on('error', () => {});
      stream.once('data', () => {
        if (response === '') socket.end();
        else stream.write(response, () => socket.end());
      });
    });
    const { status, stderr } = await client(port, '--get', '/');
    server.close();
    expect(stderr).toMatch(message);
    expect(status).toBe(expected);
  });

  it('leaves no file behind of a page that did not come whole', async () => {
    const { port, server } = await tcpServer((socket) => {
      const stream = new TlsStream(socket, createServer(SERVER));
      stream.on('error', () => {});
      stream.once('data', () => stream.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'));
    });
    const { status, stderr } = await client(port, '--get', '/', '-o', 'page');
    server.close();
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('closed the connection before the page was complete'),
    ]);
    expect(() => readFileSync(join(cwd, 'page'))).toThrow('ENOENT');
  });
});
