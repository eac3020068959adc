/** Peers that speak TLS and keep to nothing else: none of them is waited for, and none stays for ever. */
import { once } from 'node:events';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/bytes/index.ts';
import type { ListenerOptions } from '../../../src/cli/tls/listener.ts';
import { openWww } from '../../../src/cli/tls/www.ts';
import { createClient, type TlsMachine } from '../../../src/tls/index.ts';
import { CLIENT } from '../../tls/pair.ts';
import { bareSocket, type Served, serve, until, visit } from './serve.ts';

const CLOSE_NOTIFY = Buffer.from('15030100020100', 'hex');

let served: Served | undefined;

async function start(...args: Parameters<typeof serve>): Promise<Served> {
  served = await serve(...args);
  return served;
}

afterEach(async () => {
  served?.listener.stop();
  await served?.listener.ended;
  served = undefined;
});

describe('close_notify instead of a handshake', () => {
  it('ends a connection at once', async () => {
    const { port, faults, listener } = await start();
    const socket = await bareSocket(port);
    socket.write(CLOSE_NOTIFY);
    await once(socket, 'close');
    expect(faults).toMatchObject([{ fault: { kind: 'truncated', handshake: true } }]);
    expect(listener.visits.size).toBe(0);
  });

  it('ends it for a client too', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.write(CLOSE_NOTIFY));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a port was expected');
    await expect(visit(address.port)).rejects.toMatchObject({
      fault: { kind: 'truncated', handshake: true },
    });
    server.close();
  });
});

describe('a web client', () => {
  const www = openWww({ lang: 'en', subject: 'CN=bob.example' });
  const onSecure: ListenerOptions['onSecure'] = (visit) => www.serve(visit);

  it.each([
    ['whose header never ends', 'GET / HTTP/1.1\r\n'],
    ['whose body never ends', 'POST / HTTP/1.1\r\nHost: bob.example\r\nContent-Length: 1000000\r\n\r\n'],
  ])('%s is left when its time is over', async (_, request) => {
    const { port, faults, listener } = await start({ onSecure, idleSeconds: 0.1 });
    const { socket, machine } = await deafClient(port);
    const send = (text: string) => socket.write(machine.write(utf8(text)).send);
    send(request);
    const drip = setInterval(() => send('x'), 20);
    await until(() => listener.visits.size === 0);
    clearInterval(drip);
    socket.destroy();
    expect(faults).toMatchObject([{ fault: { kind: 'timeout', handshake: false } }]);
  });

  it.each([
    ['what is no HTTP', 'what is this?\r\n\r\n', 'still me'],
    ['more than it said', 'GET / HTTP/1.1\r\nHost: bob.example\r\nConnection: close\r\n\r\n', 'x'],
  ])('that sends %s, and then more, makes no fault of ours', async (_, first, more) => {
    const { port, faults, listener } = await start({ onSecure });
    const { socket, machine } = await deafClient(port);
    socket.write(machine.write(utf8(first)).send);
    await once(socket, 'data');
    socket.write(machine.write(utf8(more)).send);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await until(() => listener.visits.size === 0);
    expect(faults.map(({ fault }) => fault.kind)).not.toContain('internal');
  });
});

/** A client that hears nothing once its handshake is done. */
async function deafClient(port: number): Promise<{ socket: Socket; machine: TlsMachine }> {
  const machine = createClient(CLIENT);
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => {});
  await new Promise<void>((resolve) => {
    socket.on('data', (bytes) => {
      if (machine.status === 'handshake') socket.write(machine.receive(bytes).send);
      if (machine.status === 'connected') resolve();
    });
    socket.write(machine.start().send);
  });
  return { socket, machine };
}
