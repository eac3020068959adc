/**
 * TLS over a socket of a simulated host, and the same calls without TLS: HTTP above does not notice the difference.
 *
 * TLS 1.2 with RSA key exchange, as everywhere here: history, without forward secrecy.
 */
import type { Socket, SocketHandlers } from '../../net/socket.ts';
import type { TlsEvent, TlsMachine, TlsOutput } from '../../tls/index.ts';

export type Failure = Extract<TlsEvent, { type: 'failed' }>;

/** What a program above sees of a connection. */
export interface Pipe {
  send(bytes: Uint8Array): void;
  /** We say no more; with TLS a close_notify goes first. */
  finish(): void;
}

export interface PipeHandlers {
  /** Bytes may be sent: after the handshake. */
  onOpen?: (pipe: Pipe) => void;
  onData?: (bytes: Uint8Array, pipe: Pipe) => void;
  /** The peer says no more. */
  onFinished?: (pipe: Pipe) => void;
  /** What goes wrong on TLS's side. */
  onFailed?: (failure: Failure) => void;
}

/** The handlers of a socket whose bytes are the program's. */
export function plainOver(handlers: PipeHandlers, onSend: (bytes: Uint8Array) => void): SocketHandlers {
  const pipeOf = (socket: Socket): Pipe => ({
    send: (bytes) => {
      onSend(bytes);
      socket.send(bytes);
    },
    finish: () => socket.shutdown(),
  });
  return {
    onConnected: (socket) => handlers.onOpen?.(pipeOf(socket)),
    onData: (bytes, socket) => handlers.onData?.(bytes, pipeOf(socket)),
    onFinished: (socket) => handlers.onFinished?.(pipeOf(socket)),
  };
}

/** The handlers of a socket whose bytes are those of a TLS machine. A client's machine begins once TCP is connected. */
export function tlsOver(machine: TlsMachine, handlers: PipeHandlers): SocketHandlers {
  const pipeOf = (socket: Socket): Pipe => ({
    send: (bytes) => carry(socket, machine.write(bytes)),
    finish: () => {
      if (machine.status === 'connected') carry(socket, machine.close());
      socket.shutdown();
    },
  });
  const carry = (socket: Socket, { send, events }: TlsOutput): void => {
    if (send.length > 0) socket.send(send);
    for (const event of events) {
      if (event.type === 'connected') handlers.onOpen?.(pipeOf(socket));
      else if (event.type === 'data') handlers.onData?.(event.data, pipeOf(socket));
      else if (event.type === 'failed') {
        handlers.onFailed?.(event);
        socket.shutdown();
      }
    }
  };
  return {
    onConnected: (socket) => carry(socket, machine.start()),
    onData: (bytes, socket) => carry(socket, machine.receive(bytes)),
    onFinished: (socket) => {
      carry(socket, machine.end());
      handlers.onFinished?.(pipeOf(socket));
    },
  };
}
