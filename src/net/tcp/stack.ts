/**
 * All the TCP of one address: finds the connection a segment belongs to, listens, and tells the tally of states.
 *
 * Sans-I/O, as its connections are. Every call on a connection goes through `act`, so that its timers are known here.
 */
import { CryptoError } from '../../errors.ts';
import type { RandomSource } from '../../random/index.ts';
import { ACK, RST, SYN, type TcpSegment } from '../wire/tcp.ts';
import { TcpConnection, type TcpConnectionOptions } from './connection.ts';
import { type Endpoint, TCP_STATES, type TcpEvent, type TcpOutput, type TcpState } from './events.ts';
import { hashedIsn, type IsnSource } from './isn.ts';
import { type ListenOptions, TcpListener } from './listener.ts';
import { LINUX, type TcpProfile } from './profile.ts';
import { resetFor } from './reset.ts';
import { isBefore, seqAdd } from './sequence.ts';
import { COOKIE_LIFETIME, makeSynCookie, openSynCookie } from './syn-cookie.ts';
import { DEFAULT_MSS } from './tcb.ts';
import { WakeQueue } from './wake-queue.ts';

export interface StackOptions {
  readonly address: string;
  readonly random: RandomSource;
  readonly profile?: TcpProfile;
  /** RFC 6528's, with a secret of `random`, unless given. */
  readonly isn?: IsnSource;
}

export interface AddressedSegment {
  readonly destination: string;
  readonly segment: TcpSegment;
}

export interface StackOutput {
  readonly send: AddressedSegment[];
  readonly events: { readonly connection: TcpConnection; readonly event: TcpEvent }[];
  readonly wakeAt?: number;
}

export interface ConnectOptions {
  readonly localPort?: number;
  readonly noDelay?: boolean;
  readonly keepAlive?: boolean;
}

export class TcpStack {
  readonly address: string;
  readonly profile: TcpProfile;
  readonly #isn: IsnSource;
  readonly #cookieSecret: Uint8Array;
  readonly #connections = new Map<string, TcpConnection>();
  readonly #listeners = new Map<number, TcpListener>();
  /** The listener that made it. */
  readonly #origin = new Map<TcpConnection, TcpListener>();
  readonly #wakes = new WakeQueue();
  #nextPort: number;
  #send: AddressedSegment[] = [];
  #events: StackOutput['events'] = [];

  constructor(options: StackOptions) {
    this.address = options.address;
    this.profile = options.profile ?? LINUX;
    this.#isn = options.isn ?? hashedIsn(options.random.substream('tcp.isn').bytes(16));
    this.#cookieSecret = options.random.substream('tcp.cookie').bytes(32);
    const [first, end] = this.profile.ephemeralPorts;
    const [high, low] = options.random.substream('tcp.port').bytes(2);
    this.#nextPort = first + (((high! << 8) | low!) % (end - first));
  }

  /** How many connections are in each state, and LISTEN: what netstat counts. */
  tally(): Record<TcpState, number> {
    const tally = Object.fromEntries(TCP_STATES.map((state) => [state, 0])) as Record<TcpState, number>;
    tally.LISTEN = this.#listeners.size;
    for (const { state } of this.#connections.values()) tally[state]++;
    return tally;
  }

  listen(port: number, options: ListenOptions = {}): TcpListener {
    expectPort('port', port);
    if (this.#listeners.has(port)) {
      throw new CryptoError('bad-argument', `port: expected one that nobody listens on, got ${port}`);
    }
    const { backlog = this.profile.backlog } = options;
    if (!Number.isInteger(backlog) || backlog < 1 || backlog > 1_000_000) {
      throw new CryptoError(
        'bad-argument',
        `backlog: expected a whole number of connections from 1 to 1000000, got ${backlog}`,
      );
    }
    const listener = new TcpListener(port, backlog, options);
    this.#listeners.set(port, listener);
    return listener;
  }

  /** accept() of this very connection, if it waits. */
  accept(connection: TcpConnection): TcpConnection | undefined {
    return this.#origin.get(connection)?.take(connection);
  }

  unlisten(listener: TcpListener): void {
    this.#listeners.delete(listener.port);
  }

  /** OPEN. The port is the next free one unless given. */
  connect(remote: Endpoint, now: number, options: ConnectOptions = {}) {
    expectPort('port', remote.port);
    const local = { address: this.address, port: options.localPort ?? this.#freePort(remote) };
    const key = keyOf(local.port, remote);
    if (this.#connections.has(key)) {
      throw new CryptoError(
        'bad-argument',
        `localPort: expected one without a connection to ${remote.address}:${remote.port}, got ${local.port}`,
      );
    }
    const iss = this.#isn(local, remote, now);
    const connection = new TcpConnection({ ...options, local, remote, iss, profile: this.profile });
    this.#connections.set(key, connection);
    const output = this.act(connection, () => connection.open(now));
    return { ...output, connection };
  }

  /** Any call on a connection of this stack. */
  act(connection: TcpConnection, call: () => TcpOutput): StackOutput {
    this.#absorb(connection, call());
    return this.#finish();
  }

  receive(segment: TcpSegment, source: string, now: number): StackOutput {
    const remote = { address: source, port: segment.sourcePort };
    const key = keyOf(segment.destinationPort, remote);
    let connection = this.#connections.get(key);
    if (connection && this.#givesWay(connection, segment)) {
      this.#absorb(connection, connection.abort(now));
      connection = undefined;
    }
    if (!connection) this.#arriveWithout(segment, remote, now);
    else if (!this.#mustWait(connection, segment)) {
      this.#absorb(connection, connection.receive(segment, now));
    }
    return this.#finish();
  }

  tick(now: number): StackOutput {
    for (let due = this.#wakes.take(now); due; due = this.#wakes.take(now)) {
      this.#absorb(due, due.tick(now));
    }
    return this.#finish();
  }

  /** 3.6.1: a new SYN, later than all there was, may take the place of TIME-WAIT. */
  #givesWay(connection: TcpConnection, segment: TcpSegment): boolean {
    return (
      this.profile.reuseTimeWait &&
      connection.state === 'TIME-WAIT' &&
      (segment.flags & (SYN | ACK | RST)) === SYN &&
      isBefore(connection.numbers.rcvNxt, segment.seq) &&
      this.#listeners.has(segment.destinationPort)
    );
  }

  /** Where nobody accepts, the third segment is ignored, and the SYN-ACK goes on being repeated (as Linux does). */
  #mustWait(connection: TcpConnection, segment: TcpSegment): boolean {
    if (connection.state !== 'SYN-RECEIVED' || (segment.flags & (SYN | RST)) !== 0) return false;
    return this.#origin.get(connection)?.queueIsFull ?? false;
  }

  /**
   * LISTEN (3.10.7.2), and CLOSED where nobody listens (3.10.7.1):
   * 1. RST: ignored. 2. ACK: a reset, unless it acknowledges a cookie. 3. SYN: SYN-RECEIVED. 4. Anything else: dropped.
   */
  #arriveWithout(segment: TcpSegment, remote: Endpoint, now: number): void {
    const listener = this.#listeners.get(segment.destinationPort);
    const { flags } = segment;
    if (listener && (flags & RST) === 0) {
      if ((flags & (ACK | SYN)) === SYN) {
        this.#onSyn(listener, segment, remote, now);
        return;
      }
      if ((flags & ACK) === 0) return;
      if ((flags & SYN) === 0 && this.#onCookie(listener, segment, remote, now)) return;
    }
    const reset = resetFor(segment);
    if (reset) this.#send.push({ destination: remote.address, segment: reset });
  }

  #onSyn(listener: TcpListener, syn: TcpSegment, remote: Endpoint, now: number): void {
    const local = { address: this.address, port: listener.port };
    if (listener.isFull || listener.queueIsFull) {
      if (listener.options.synCookies && !listener.queueIsFull)
        this.#sendCookie(listener, syn, local, remote, now);
      else listener.dropped++;
      return;
    }
    const options = this.#acceptedBy(listener, remote, this.#isn(local, remote, now));
    const { connection, output } = TcpConnection.accept(options, syn, now);
    this.#adopt(listener, connection);
    listener.halfOpen.add(connection);
    this.#absorb(connection, output);
  }

  #sendCookie(listener: TcpListener, syn: TcpSegment, local: Endpoint, remote: Endpoint, now: number): void {
    const parties = { local, remote, irs: syn.seq };
    const mss = syn.options.mss ?? DEFAULT_MSS;
    listener.cookiesSent++;
    listener.lastCookieAt = now;
    const segment: TcpSegment = {
      sourcePort: local.port,
      destinationPort: remote.port,
      seq: makeSynCookie(this.#cookieSecret, parties, mss, now),
      ack: seqAdd(syn.seq, 1),
      flags: SYN | ACK,
      window: Math.min(this.profile.receiveBuffer, 65_535),
      urgentPointer: 0,
      options: { mss: this.profile.mss },
      payload: new Uint8Array(0),
    };
    this.#send.push({ destination: remote.address, segment });
  }

  /** True: it was one, and the connection stands. */
  #onCookie(listener: TcpListener, segment: TcpSegment, remote: Endpoint, now: number): boolean {
    if (listener.lastCookieAt === undefined || now - listener.lastCookieAt > COOKIE_LIFETIME) return false;
    const local = { address: this.address, port: listener.port };
    const mss = openSynCookie(this.#cookieSecret, local, remote, segment, now);
    if (mss === undefined) return false;
    if (listener.queueIsFull) return true;
    const options = this.#acceptedBy(listener, remote, seqAdd(segment.ack, -1));
    const { connection, output } = TcpConnection.resume(options, mss, segment, now);
    this.#adopt(listener, connection);
    this.#absorb(connection, output);
    return true;
  }

  /** How a connection is made that this listener accepts. */
  #acceptedBy({ port, options }: TcpListener, remote: Endpoint, iss: number): TcpConnectionOptions {
    const { noDelay = false, keepAlive = false } = options;
    const local = { address: this.address, port };
    return { local, remote, iss, profile: this.profile, noDelay, keepAlive };
  }

  #adopt(listener: TcpListener, connection: TcpConnection): void {
    this.#connections.set(keyOf(connection.local.port, connection.remote), connection);
    this.#origin.set(connection, listener);
  }

  #absorb(connection: TcpConnection, output: TcpOutput): void {
    const destination = connection.remote.address;
    for (const segment of output.send) this.#send.push({ destination, segment });
    const listener = this.#origin.get(connection);
    for (const event of output.events) {
      if (event.type === 'connected') listener?.establish(connection);
      if (event.type === 'closed') {
        listener?.forget(connection);
        this.#origin.delete(connection);
        this.#connections.delete(keyOf(connection.local.port, connection.remote));
      }
      this.#events.push({ connection, event });
    }
    this.#wakes.note(connection);
  }

  #finish(): StackOutput {
    const output = { send: this.#send, events: this.#events };
    this.#send = [];
    this.#events = [];
    const { wakeAt } = this.#wakes;
    return wakeAt === undefined ? output : { ...output, wakeAt };
  }

  /** The next in turn, so that a port is used again as late as possible. */
  #freePort(remote: Endpoint): number {
    const [first, end] = this.profile.ephemeralPorts;
    for (let tried = first; tried < end; tried++) {
      const port = this.#nextPort;
      this.#nextPort = port + 1 < end ? port + 1 : first;
      if (!this.#connections.has(keyOf(port, remote))) return port;
    }
    throw new CryptoError(
      'too-large',
      `localPort: expected a free port from ${first} to ${end - 1} towards ${remote.address}:${remote.port}, got none`,
    );
  }
}

function keyOf(localPort: number, remote: Endpoint): string {
  return `${localPort} ${remote.address} ${remote.port}`;
}

function expectPort(name: string, port: number): void {
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return;
  throw new CryptoError('bad-argument', `${name}: expected a port from 1 to 65535, got ${port}`);
}
