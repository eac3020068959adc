/**
 * A listening socket whose connections speak TLS: limits, times, and an orderly end.
 *
 * Nothing that one client does reaches another: each has a machine, a stream and a clock of its own, and whoever is silent,
 * sends garbage or leaves midway is forgotten when his time is over.
 */
import { createServer, type Socket } from 'node:net';
import type { Connection, TlsHappening, TlsMachine } from '../../tls/index.ts';
import { type Steps, watchSteps } from './steps.ts';
import { type StreamFault, TlsStream, TlsStreamError } from './tls-stream.ts';

/** Those who do not answer the close_notify that ends their time, or everybody's, are given this long. */
const GRACE_MS = 2000;

/** One connection, as those who serve it see it. */
export interface Visit {
  /** From 1, in the order of arrival. */
  readonly number: number;
  /** Address and port; undefined for one who left before they could be asked for. */
  readonly peer: string | undefined;
  readonly stream: TlsStream;
  readonly steps: Steps;
  /** Something happened: the idle time begins anew. */
  touch(): void;
}

export interface ListenerOptions {
  readonly host: string;
  readonly port: number;
  /** Makes the machine of one connection. */
  readonly machine: (observe: (happening: TlsHappening) => void) => TlsMachine;
  /** At the same time; more are closed at once. */
  readonly maxConnections: number;
  /** Ends after so many. */
  readonly accept?: number | undefined;
  readonly handshakeSeconds: number;
  readonly idleSeconds: number;
  /** The handshake is done. */
  readonly onSecure: (visit: Visit, connection: Connection) => void;
  readonly onFault: (visit: Visit, fault: StreamFault) => void;
  /** One too many. */
  readonly onDrop: () => void;
  /** The system could not hand over a connection, perhaps for want of descriptors. */
  readonly onTrouble: (error: Error) => void;
}

export interface Listener {
  /** Where it listens, with the port that was really taken. */
  readonly address: { readonly host: string; readonly port: number };
  readonly visits: ReadonlySet<Visit>;
  /** No more connections; close_notify to each that there is. */
  stop(): void;
  /** All is over. */
  readonly ended: Promise<void>;
}

/** Resolves when it listens; rejects with the system's error. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const visits = new Set<Visit>();
  const sockets = new Set<Socket>();
  // What is left half open is ended by the stream.
  const server = createServer({ allowHalfOpen: true, noDelay: true });
  server.maxConnections = options.maxConnections;
  let arrived = 0;
  server.on('connection', (socket) => {
    // Not those that came while the socket was being closed.
    if (options.accept !== undefined && arrived >= options.accept) return void socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const visit = receive(socket, ++arrived, options);
    visits.add(visit);
    visit.stream.on('close', () => visits.delete(visit));
    if (arrived === options.accept) server.close();
  });
  server.on('drop', () => options.onDrop());
  const ended = new Promise<void>((resolve) => server.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: options.host, port: options.port }, () => {
      server.off('error', reject);
      server.on('error', options.onTrouble);
      resolve();
    });
  });
  const taken = server.address();
  if (taken === null || typeof taken === 'string') throw new Error('a listening socket without an address');
  return {
    address: { host: taken.address, port: taken.port },
    visits,
    ended,
    stop() {
      server.close();
      for (const { stream } of visits) stream.close();
      const late = setTimeout(() => {
        for (const { stream } of visits) stream.destroy();
        for (const socket of sockets) socket.destroy();
      }, GRACE_MS);
      void ended.then(() => clearTimeout(late));
    },
  };
}

function receive(socket: Socket, number: number, options: ListenerOptions): Visit {
  const steps = watchSteps();
  const { remoteAddress, remotePort } = socket;
  const peer =
    remoteAddress === undefined || remotePort === undefined
      ? undefined
      : addressText(remoteAddress, remotePort);
  const stream = new TlsStream(socket, options.machine(steps.observe));
  const timeOut = (seconds: number) => () => {
    const handshake = stream.status === 'handshake';
    const fault: StreamFault = { kind: 'timeout', handshake, seconds };
    if (handshake) {
      stream.destroy(new TlsStreamError(fault));
      return;
    }
    options.onFault(visit, fault);
    stream.close();
    // Who goes on talking after our close_notify is not listened to for ever.
    clock = setTimeout(() => stream.destroy(), GRACE_MS);
  };
  let clock = setTimeout(timeOut(options.handshakeSeconds), options.handshakeSeconds * 1000);
  const touch = () => {
    if (!stream.writableEnded) clock.refresh();
  };
  const visit: Visit = { number, peer, stream, steps, touch };
  stream.on('error', (error) => {
    options.onFault(
      visit,
      error instanceof TlsStreamError ? error.fault : { kind: 'internal', cause: error },
    );
  });
  stream.on('secure', (connection: Connection) => {
    clearTimeout(clock);
    clock = setTimeout(timeOut(options.idleSeconds), options.idleSeconds * 1000);
    options.onSecure(visit, connection);
  });
  stream.on('close', () => clearTimeout(clock));
  return visit;
}

/** `127.0.0.1:4433`, `[::1]:4433` */
export function addressText(host: string, port: number): string {
  return `${hostText(host)}:${port}`;
}

/** A host as it stands in an address: those of IPv6 in brackets. */
export function hostText(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Whether an address is this machine's own, which nobody else reaches. */
export function isLoopback(host: string): boolean {
  return /^(127\.|::1$|::ffff:127\.)/.test(host);
}
