/**
 * A host at one end of a link: its TCP, its sockets, and a list of the calls made on them.
 *
 * It turns segments into frames and `wakeAt` into a timer of the clock. Frames for another address, or with a wrong
 * checksum, are dropped, as a network card and a kernel drop them.
 */
import { CryptoError } from '../errors.ts';
import type { RandomSource } from '../random/index.ts';
import type { Timer, VirtualClock } from './clock.ts';
import type { End, Link } from './link.ts';
import {
  type ListenHandlers,
  type ListeningSocket,
  Socket,
  type SocketHandlers,
  type SocketHost,
} from './socket.ts';
import type { TcpConnection } from './tcp/connection.ts';
import type { TcpEvent, TcpState } from './tcp/events.ts';
import type { IsnSource } from './tcp/isn.ts';
import type { TcpProfile } from './tcp/profile.ts';
import { type ConnectOptions, type StackOutput, TcpStack } from './tcp/stack.ts';
import { ipv4Bytes, macBytes } from './wire/address.ts';
import { encodeTcpPacket, type Packet, parsePacket } from './wire/packet.ts';

export interface HostOptions {
  readonly name: string;
  readonly address: string;
  readonly mac: string;
  /** Where frames go: the router, or the other end. */
  readonly gatewayMac: string;
  readonly clock: VirtualClock;
  /** Somebody who stands on the line himself hands in how he takes frames off it and puts them on. */
  readonly link: Pick<Link, 'attach' | 'send'>;
  readonly end: End;
  readonly random: RandomSource;
  readonly profile?: TcpProfile;
  readonly isn?: IsnSource;
  /** What is not TCP, such as UDP. */
  readonly onOther?: (packet: Packet) => void;
  /** Every event of every connection, half-open ones too, before the socket's handlers. */
  readonly onEvent?: (event: TcpEvent, connection: TcpConnection) => void;
  /** Every call of the program, before the segments that it causes go out. */
  readonly onCall?: (call: SocketCall) => void;
}

/** A socket call beside the state it met and the one it left. */
export interface SocketCall {
  readonly time: number;
  readonly host: string;
  readonly call: string;
  readonly port: number;
  readonly before: TcpState;
  readonly after: TcpState;
}

export interface Host {
  readonly name: string;
  readonly address: string;
  readonly stack: TcpStack;
  readonly calls: readonly SocketCall[];
  listen(port: number, handlers?: ListenHandlers): ListeningSocket;
  connect(address: string, port: number, handlers?: SocketHandlers & ConnectOptions): Socket;
}

/** The list of calls ends here; a simulation of more wants another record. */
const MAX_CALLS = 100_000;

export function createHost(options: HostOptions): Host {
  return new SimulatedHost(options);
}

class SimulatedHost implements Host, SocketHost {
  readonly name: string;
  readonly address: string;
  readonly stack: TcpStack;
  readonly calls: SocketCall[] = [];
  readonly #options: HostOptions;
  readonly #sockets = new Map<TcpConnection, Socket>();
  readonly #listening = new Map<number, ListenHandlers>();
  #identification = 0;
  #timer: Timer | undefined;

  constructor(options: HostOptions) {
    ipv4Bytes(options.address);
    for (const mac of [options.mac, options.gatewayMac]) macBytes(mac);
    this.#options = options;
    this.name = options.name;
    this.address = options.address;
    const random = options.random.substream(`host.${options.name}`);
    const { profile, isn } = options;
    this.stack = new TcpStack({
      address: options.address,
      random,
      ...(profile ? { profile } : {}),
      ...(isn ? { isn } : {}),
    });
    options.link.attach(options.end, (frame) => this.#receive(frame));
  }

  listen(port: number, handlers: ListenHandlers = {}): ListeningSocket {
    const listener = this.stack.listen(port, handlers);
    this.#listening.set(port, handlers);
    this.#note('bind', port, 'CLOSED', 'CLOSED');
    this.#note('listen', port, 'CLOSED', 'LISTEN');
    return {
      listener,
      accept: (own = {}) => {
        const connection = listener.accept();
        if (!connection) return undefined;
        const socket = this.#socketFor(connection, own);
        if (connection.readable > 0) this.#deliver(socket, { type: 'data' });
        if (connection.isFinished) this.#deliver(socket, { type: 'finished' });
        return socket;
      },
      close: () => {
        this.stack.unlisten(listener);
        this.#listening.delete(port);
        this.#note('close', port, 'LISTEN', 'CLOSED');
      },
    };
  }

  connect(address: string, port: number, handlers: SocketHandlers & ConnectOptions = {}): Socket {
    ipv4Bytes(address);
    const { clock } = this.#options;
    const output = this.stack.connect({ address, port }, clock.now, handlers);
    const socket = new Socket(this, output.connection, handlers);
    this.#sockets.set(output.connection, socket);
    this.#note('connect', output.connection.local.port, 'CLOSED', socket.state);
    this.#emit(output);
    return socket;
  }

  act(socket: Socket, call: string, action: Parameters<SocketHost['act']>[2]): void {
    const { now } = this.#options.clock;
    const { connection } = socket;
    const before = connection.state;
    const output = this.stack.act(connection, () => action(connection, now));
    this.#note(call, connection.local.port, before, connection.state);
    this.#emit(output);
  }

  #receive(frame: Uint8Array): void {
    const { clock, mac, onOther } = this.#options;
    const packet = this.#parse(frame);
    if (!packet) return;
    const { ethernet, ipv4, tcp } = packet;
    if (ethernet.destination !== mac || ipv4?.destination !== this.address || ipv4.checksum !== 'good')
      return;
    if (!tcp) onOther?.(packet);
    else if (tcp.checksum === 'good') this.#emit(this.stack.receive(tcp, ipv4.source, clock.now));
  }

  /** What a hacker made of a frame may be anything. */
  #parse(frame: Uint8Array): Packet | undefined {
    try {
      return parsePacket(frame);
    } catch (error) {
      if (error instanceof CryptoError) return undefined;
      throw error;
    }
  }

  /** Sends first, then tells: the ACK is out before the program answers. */
  #emit(output: StackOutput): void {
    const { mac, gatewayMac, link, end } = this.#options;
    for (const { destination, segment } of output.send) {
      const identification = this.#identification++ & 0xffff;
      link.send(
        end,
        encodeTcpPacket(segment, {
          sourceMac: mac,
          destinationMac: gatewayMac,
          source: this.address,
          destination,
          identification,
        }),
      );
    }
    this.#wake(output.wakeAt);
    for (const { connection, event } of output.events) this.#tell(connection, event);
  }

  #wake(wakeAt: number | undefined): void {
    if (this.#timer?.time === wakeAt) return;
    this.#timer?.cancel();
    const { clock } = this.#options;
    this.#timer =
      wakeAt === undefined
        ? undefined
        : clock.at(Math.max(wakeAt, clock.now), () => {
            this.#timer = undefined;
            this.#emit(this.stack.tick(clock.now));
          });
  }

  #tell(connection: TcpConnection, event: TcpEvent): void {
    this.#options.onEvent?.(event, connection);
    let socket = this.#sockets.get(connection);
    if (!socket && event.type === 'connected') {
      const handlers = this.#listening.get(connection.local.port);
      const { onConnection } = handlers ?? {};
      const accepted = onConnection ? this.stack.accept(connection) : undefined;
      if (!accepted || !onConnection) return;
      socket = this.#socketFor(accepted, {});
      socket.handlers = onConnection(socket);
    }
    if (socket) this.#deliver(socket, event);
    if (event.type === 'closed') this.#sockets.delete(connection);
  }

  #socketFor(connection: TcpConnection, handlers: SocketHandlers): Socket {
    const socket = new Socket(this, connection, handlers);
    this.#sockets.set(connection, socket);
    this.#note('accept', connection.local.port, connection.state, connection.state);
    return socket;
  }

  #deliver(socket: Socket, event: TcpEvent): void {
    const { handlers } = socket;
    handlers.onEvent?.(event, socket);
    if (event.type === 'data' && !handlers.manualRead) {
      if (handlers.onData && socket.connection.readable > 0) handlers.onData(socket.read(), socket);
    } else if (event.type === 'data') handlers.onReadable?.(socket);
    else if (event.type === 'connected') handlers.onConnected?.(socket);
    else if (event.type === 'finished') handlers.onFinished?.(socket);
    else if (event.type === 'writable') handlers.onWritable?.(socket);
    else if (event.type === 'reset') handlers.onReset?.(socket);
    else if (event.type === 'timeout') handlers.onTimeout?.(socket);
    else if (event.type === 'closed') handlers.onClosed?.(socket);
  }

  #note(call: string, port: number, before: TcpState, after: TcpState): void {
    const made = { time: this.#options.clock.now, host: this.name, call, port, before, after };
    this.#options.onCall?.(made);
    if (this.calls.length < MAX_CALLS) this.calls.push(made);
  }
}
