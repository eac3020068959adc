/** A listening server of this process, and clients of every kind, for the tests of sockets. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { echo } from '../../../src/cli/tls/conversation.ts';
import { type Dialled, dial } from '../../../src/cli/tls/dial.ts';
import { type Listener, type ListenerOptions, listen } from '../../../src/cli/tls/listener.ts';
import type { StreamFault } from '../../../src/cli/tls/tls-stream.ts';
import { createClient, createServer, memorySessions } from '../../../src/tls/index.ts';
import { CLIENT, SERVER } from '../../tls/pair.ts';

export interface Served {
  readonly listener: Listener;
  readonly port: number;
  /** What went wrong so far, with whom. */
  readonly faults: { readonly number: number; readonly fault: StreamFault }[];
  handshakes: number;
  dropped: number;
}

/** Echoes, on a free port. */
export async function serve(options: Partial<ListenerOptions> = {}): Promise<Served> {
  const sessions = memorySessions();
  const served: Omit<Served, 'listener' | 'port'> = { faults: [], handshakes: 0, dropped: 0 };
  const service = echo();
  const listener = await listen({
    host: '127.0.0.1',
    port: 0,
    machine: (observe) => createServer({ ...SERVER, sessions, observe }),
    maxConnections: 100,
    handshakeSeconds: 30,
    idleSeconds: 30,
    onSecure(visit) {
      served.handshakes++;
      service.serve(visit);
    },
    onFault: ({ number }, fault) => void served.faults.push({ number, fault }),
    onDrop: () => void served.dropped++,
    onTrouble() {},
    ...options,
  });
  return Object.assign(served, { listener, port: listener.address.port });
}

/** One of our clients, after its handshake. */
export function visit(port: number): Promise<Dialled> {
  const machine = (observe: NonNullable<typeof CLIENT.observe>) => createClient({ ...CLIENT, observe });
  return dial({ host: '127.0.0.1', port, seconds: 30, machine });
}

/** Sends a text and waits for all of it to come back. */
export async function askEcho({ stream }: Dialled, text: string): Promise<string> {
  let heard = '';
  const all = new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.length >= text.length) resolve();
    });
  });
  stream.write(text);
  await all;
  return heard;
}

/** A socket that speaks no TLS. */
export async function bareSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket.resume(), 'connect');
  return socket;
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
