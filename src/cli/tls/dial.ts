/** A TCP connection, and the handshake on it. */
import { connect, type Socket } from 'node:net';
import type { Connection, TlsHappening, TlsMachine } from '../../tls/index.ts';
import { type Steps, watchSteps } from './steps.ts';
import { TlsStream, TlsStreamError } from './tls-stream.ts';

export interface DialOptions {
  readonly host: string;
  readonly port: number;
  readonly machine: (observe: (happening: TlsHappening) => void) => TlsMachine;
  /** For the connection, and again for the handshake. */
  readonly seconds: number;
}

export interface Dialled {
  readonly stream: TlsStream;
  readonly steps: Steps;
  readonly connection: Connection;
  /** The peer's address and port. */
  readonly peer: { readonly address: string; readonly port: number };
}

/** Why there is no handshake, and how far it came. */
export class HandshakeFailed extends Error {
  readonly fault: TlsStreamError['fault'];
  readonly steps: Steps;

  constructor({ fault, message }: TlsStreamError, steps: Steps) {
    super(message);
    this.name = 'HandshakeFailed';
    this.fault = fault;
    this.steps = steps;
  }
}

/** Rejects with the system's error where there is no connection, with `HandshakeFailed` where there is no handshake. */
export async function dial({ host, port, machine, seconds }: DialOptions): Promise<Dialled> {
  const socket = await openSocket(host, port, seconds);
  const steps = watchSteps();
  const stream = new TlsStream(socket, machine(steps.observe));
  const late = setTimeout(() => {
    stream.destroy(new TlsStreamError({ kind: 'timeout', handshake: true, seconds }));
  }, seconds * 1000);
  try {
    const connection = await new Promise<Connection>((resolve, reject) => {
      stream.once('secure', resolve);
      stream.once('error', reject);
      stream.once('close', () => reject(new TlsStreamError({ kind: 'truncated', handshake: true })));
    });
    const peer = { address: socket.remoteAddress ?? host, port: socket.remotePort ?? port };
    return { stream, steps, connection, peer };
  } catch (error) {
    throw error instanceof TlsStreamError ? new HandshakeFailed(error, steps) : error;
  } finally {
    clearTimeout(late);
  }
}

function openSocket(host: string, port: number, seconds: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // What is left half open is ended by the stream.
    const socket = connect({ host, port, noDelay: true, allowHalfOpen: true });
    const late = setTimeout(() => {
      socket.destroy();
      reject(Object.assign(new Error('connect'), { code: 'ETIMEDOUT' }));
    }, seconds * 1000);
    socket.once('connect', () => {
      clearTimeout(late);
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
    socket.once('close', () => clearTimeout(late));
  });
}
