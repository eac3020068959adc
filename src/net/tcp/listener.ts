/**
 * A port that listens: half-open connections up to the backlog, then those that wait for accept() (RFC 4987, 2).
 *
 * It counts and keeps; stack.ts does the talking.
 */
import type { TcpConnection } from './connection.ts';

export interface ListenOptions {
  /** Half-open connections at most, and as many that wait for accept(); the profile's unless given. */
  readonly backlog?: number;
  /** A full backlog answers with SYN cookies instead of silence. */
  readonly synCookies?: boolean;
  readonly noDelay?: boolean;
  readonly keepAlive?: boolean;
}

export class TcpListener {
  readonly port: number;
  readonly backlog: number;
  readonly options: ListenOptions;
  /** In SYN-RECEIVED. */
  readonly halfOpen = new Set<TcpConnection>();
  /** Oldest first. */
  readonly #waiting = new Set<TcpConnection>();
  /** SYNs that nobody answered. */
  dropped = 0;
  cookiesSent = 0;
  /** Cookies are believed only after some were sent. */
  lastCookieAt: number | undefined;

  constructor(port: number, backlog: number, options: ListenOptions) {
    this.port = port;
    this.backlog = backlog;
    this.options = options;
  }

  get isFull(): boolean {
    return this.halfOpen.size >= this.backlog;
  }

  get queueIsFull(): boolean {
    return this.#waiting.size >= this.backlog;
  }

  /** How many wait for accept(). */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** The handshake is done. */
  establish(connection: TcpConnection): void {
    this.halfOpen.delete(connection);
    this.#waiting.add(connection);
  }

  /** The socket call: the oldest that waits, if any. */
  accept(): TcpConnection | undefined {
    for (const connection of this.#waiting) return this.take(connection);
    return undefined;
  }

  take(connection: TcpConnection): TcpConnection | undefined {
    return this.#waiting.delete(connection) ? connection : undefined;
  }

  /** Gone before anybody took it. */
  forget(connection: TcpConnection): void {
    this.halfOpen.delete(connection);
    this.#waiting.delete(connection);
  }
}
