/**
 * Sockets on a simulated host: the calls a program makes, and what it is told.
 *
 * Handlers are called after the segments that belong to the event have gone out. Each may call the socket again.
 */
import { expectBytes } from '../errors.ts';
import type { SendWindow, TcpConnection } from './tcp/connection.ts';
import type { Endpoint, TcpEvent, TcpOutput, TcpState } from './tcp/events.ts';
import type { ListenOptions, TcpListener } from './tcp/listener.ts';

export interface SocketHandlers {
  onConnected?: (socket: Socket) => void;
  /** What has come, in order; with `manualRead` call `read` instead. */
  onData?: (bytes: Uint8Array, socket: Socket) => void;
  /** There is something to `read`; only with `manualRead`. */
  onReadable?: (socket: Socket) => void;
  /** The peer sends no more. */
  onFinished?: (socket: Socket) => void;
  /** After `send` took less than all. */
  onWritable?: (socket: Socket) => void;
  onReset?: (socket: Socket) => void;
  onTimeout?: (socket: Socket) => void;
  onClosed?: (socket: Socket) => void;
  /** Every event of the connection, before the handler for it. */
  onEvent?: (event: TcpEvent, socket: Socket) => void;
  /** The program reads when it likes: a slow reader closes the window. */
  manualRead?: boolean;
}

export interface ListenHandlers extends ListenOptions {
  /** Accepts at once, and says how the new socket is used. Without it connections wait for `accept`. */
  readonly onConnection?: (socket: Socket) => SocketHandlers;
}

/** How sockets reach their host. */
export interface SocketHost {
  act(socket: Socket, call: string, action: (connection: TcpConnection, now: number) => TcpOutput): void;
}

export class Socket {
  readonly #host: SocketHost;
  readonly connection: TcpConnection;
  handlers: SocketHandlers;

  constructor(host: SocketHost, connection: TcpConnection, handlers: SocketHandlers) {
    this.#host = host;
    this.connection = connection;
    this.handlers = handlers;
  }

  get state(): TcpState {
    return this.connection.state;
  }

  get local(): Endpoint {
    return this.connection.local;
  }

  get remote(): Endpoint {
    return this.connection.remote;
  }

  get window(): SendWindow {
    return this.connection.sendWindow();
  }

  /** How many of the bytes were taken; more can be after `onWritable`. */
  send(bytes: Uint8Array): number {
    expectBytes('bytes', bytes);
    let taken = 0;
    this.#host.act(this, 'send', (connection, now) => {
      const output = connection.write(bytes, now);
      taken = output.taken;
      return output;
    });
    return taken;
  }

  /** recv(): up to `most` bytes of what has come. */
  read(most = Number.MAX_SAFE_INTEGER): Uint8Array {
    let bytes: Uint8Array = new Uint8Array(0);
    this.#host.act(this, 'recv', (connection, now) => {
      const output = connection.read(most, now);
      bytes = output.bytes;
      return output;
    });
    return bytes;
  }

  /** Half-close: a FIN after the last byte; receiving goes on. */
  shutdown(): void {
    this.#host.act(this, 'shutdown', (connection, now) => connection.shutdown(now));
  }

  close(): void {
    this.#host.act(this, 'close', (connection, now) => connection.close(now));
  }

  /** close() with SO_LINGER of zero: a reset. */
  abort(): void {
    this.#host.act(this, 'abort', (connection, now) => connection.abort(now));
  }
}

export interface ListeningSocket {
  readonly listener: TcpListener;
  /** The oldest connection that waits; undefined: none does. */
  accept(handlers?: SocketHandlers): Socket | undefined;
  close(): void;
}
