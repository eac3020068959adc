/** Peers that speak TLS and keep to nothing else: none of them is waited for, and none stays for ever. */
import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { bareSocket, type Served, serve, visit } from './serve.ts';

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
