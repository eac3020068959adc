/**
 * A TLS connection as a stream of Node: drives a machine of `src/tls` over a socket, or over any other stream of bytes.
 *
 * The machine never waits and never reads; here is everything that does. Whoever reads slowly slows the peer down, and the
 * other way round. A connection that is cut off without close_notify ends in an error behind the data that came, so that
 * nobody takes half a page for a whole one (RFC 5246, 7.2.1: the truncation attack).
 */
import { Duplex } from 'node:stream';
import type { Connection, TlsEvent, TlsMachine, TlsOutput } from '../../tls/index.ts';

/** Decrypted bytes that wait for their reader; beyond it the peer is left waiting. */
const MOST_WAITING = 256 << 10;
/** What a piece costs beside its bytes: a peer may send records of one byte. */
const PIECE_COST = 256;
/** Protocol messages that wait for the peer to read them; beyond it nothing more is read from it. */
const MOST_ANSWERS = 256 << 10;
/** Data is encrypted in pieces of this size, so that one connection does not keep the others waiting. */
const PIECE = 64 << 10;
/** How long a peer may take over its own close_notify. */
const PARTING_MS = 5000;
/** How long the alert that ends a connection may take to be fetched, and how much is read meanwhile, into nothing. */
const LAST_WORD_MS = 1000;
const LAST_WORD_BYTES = 1 << 20;

export type TlsFailed = Extract<TlsEvent, { type: 'failed' }>;

/** Why a stream ended before its time. */
export type StreamFault =
  /** An alert, sent or received. */
  | { readonly kind: 'failed'; readonly event: TlsFailed }
  /** The transport ended without close_notify, in the handshake or later; in the handshake perhaps with it. */
  | {
      readonly kind: 'truncated';
      readonly handshake: boolean;
      readonly notified?: boolean;
      readonly cause?: Error;
    }
  /** The peer took too long. */
  | { readonly kind: 'timeout'; readonly handshake: boolean; readonly seconds: number }
  /** The transport failed. */
  | { readonly kind: 'transport'; readonly cause: Error }
  /** A bug of ours. */
  | { readonly kind: 'internal'; readonly cause: unknown };

export class TlsStreamError extends Error {
  readonly fault: StreamFault;

  constructor(fault: StreamFault) {
    super(
      fault.kind === 'failed' ? fault.event.reason : `TLS stream: ${fault.kind}`,
      'cause' in fault ? { cause: fault.cause } : {},
    );
    this.name = 'TlsStreamError';
    this.fault = fault;
  }
}

/**
 * Emits `secure` with the Connection once the handshake is done, and `warning` with the alert for each warning that comes.
 * There is no half-close in TLS 1.2: after the peer's close_notify what is still written is discarded (RFC 5246, 7.2.1).
 */
export class TlsStream extends Duplex {
  readonly transport: Duplex;
  readonly #machine: TlsMachine;
  /** Data that came and was not yet asked for. */
  readonly #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  /** The reader has asked for more. */
  #asked = false;
  /** What follows the data that waits: the end, or an error. */
  #last: 'end' | TlsStreamError | undefined;
  /** Continues what was written before the handshake was done. */
  #onceSecure: (() => void) | undefined;
  #unsent: ((error?: Error | null) => void) | undefined;
  #clogged = false;
  #parting: NodeJS.Timeout | undefined;
  /** Bytes written after the peer had closed. */
  discarded = 0;

  constructor(transport: Duplex, machine: TlsMachine) {
    // Without a buffer of its own for reading: an error must come behind the data, and would empty that.
    super({ allowHalfOpen: false, readableHighWaterMark: 0 });
    this.transport = transport;
    this.#machine = machine;
    transport.on('data', (bytes: Uint8Array) => this.#drive(() => machine.receive(bytes)));
    transport.on('end', () => this.#cutOff());
    transport.on('error', (cause: Error) => this.#cutOff(cause));
    transport.on('close', () => this.#cutOff());
    this.#drive(() => machine.start());
  }

  get connection(): Connection | undefined {
    return this.#machine.connection;
  }

  get status(): TlsMachine['status'] {
    return this.#machine.status;
  }

  /** Says close_notify when all that was written is sent, and waits a while for that of the peer. */
  close(): void {
    if (this.#machine.status === 'handshake') {
      this.destroy();
      return;
    }
    this.end();
    this.#part();
  }

  override _read(): void {
    this.#asked = true;
    this.#deliver();
  }

  override _write(chunk: Uint8Array, _encoding: unknown, done: (error?: Error | null) => void): void {
    const start = () => this.#send(chunk, 0, done);
    if (this.#machine.status === 'handshake') {
      this.#unsent = done;
      this.#onceSecure = start;
    } else start();
  }

  override _final(done: (error?: Error | null) => void): void {
    const close = () => {
      this.#drive(() => this.#machine.close());
      this.transport.end(() => done());
      this.#part();
    };
    if (this.#machine.status === 'handshake') {
      this.#unsent = done;
      this.#onceSecure = close;
    } else close();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#parting);
    const { transport } = this;
    // An alert is no use unless it arrives: to close with something unread would reset the connection, and take it away.
    if (error instanceof TlsStreamError && error.fault.kind === 'failed' && !transport.destroyed) {
      letGoSoon(transport);
    } else transport.destroy();
    this.#waiting.length = 0;
    this.#unsent?.(error ?? undefined);
    this.#unsent = undefined;
    done(error);
  }

  /** One piece after the other, each when the one before has left. */
  #send(chunk: Uint8Array, at: number, done: (error?: Error | null) => void): void {
    if (at >= chunk.length || this.#machine.status !== 'connected' || !this.transport.writable) {
      this.discarded += chunk.length - at;
      done();
      return;
    }
    const end = Math.min(chunk.length, at + PIECE);
    this.#unsent = done;
    this.#drive(
      () => this.#machine.write(chunk.subarray(at, end)),
      (error) => {
        if (this.#unsent !== done) return; // destroyed meanwhile
        this.#unsent = undefined;
        if (!error) return this.#send(chunk, end, done);
        // The peer has gone: why, the other direction tells, and perhaps an alert in it.
        this.discarded += chunk.length - at;
        done();
      },
    );
  }

  /** What the machine has to say goes to the transport first, then its events to the reader. */
  #drive(turn: () => TlsOutput, sent?: (error?: Error | null) => void): void {
    if (this.destroyed) return;
    let output: TlsOutput;
    try {
      output = turn();
    } catch (cause) {
      // Whatever it is, it ends this connection and no other.
      this.destroy(new TlsStreamError({ kind: 'internal', cause }));
      return;
    }
    if (output.send.length > 0 && this.transport.writable) {
      this.transport.write(output.send, sent);
      if (!sent) this.#holdAnswers();
    } else sent?.();
    for (const event of output.events) this.#take(event);
    this.#deliver();
  }

  #take(event: TlsEvent): void {
    switch (event.type) {
      case 'connected': {
        this.emit('secure', event.connection);
        const go = this.#onceSecure;
        this.#onceSecure = undefined;
        this.#unsent = undefined;
        go?.();
        return;
      }
      case 'data':
        this.#waiting.push(event.data);
        this.#waitingBytes += event.data.length + PIECE_COST;
        if (this.#waitingBytes > MOST_WAITING) this.transport.pause();
        this.#parting?.refresh();
        return;
      case 'warning':
        this.emit('warning', event.alert);
        return;
      case 'closed':
        // In the handshake there is nobody yet who would read an end.
        if (this.connection === undefined)
          this.#finish({ kind: 'truncated', handshake: true, notified: true });
        this.#last ??= 'end';
        return;
      case 'truncated':
        this.#finish({ kind: 'truncated', handshake: false });
        return;
      case 'failed':
        this.#finish({ kind: 'failed', event });
    }
  }

  #finish(fault: StreamFault): void {
    this.#last ??= new TlsStreamError(fault);
  }

  /** The transport is at its end, for whatever reason. */
  #cutOff(cause?: Error): void {
    if (this.destroyed || this.#last !== undefined) return;
    const handshake = this.#machine.status === 'handshake';
    if (cause && !isCutOff(cause)) this.#finish({ kind: 'transport', cause });
    else if (handshake) this.#finish({ kind: 'truncated', handshake, ...(cause && { cause }) });
    // Whoever closes first need not wait for the other's close_notify, and many send none (RFC 5246, 7.2.1).
    else if (!this.#parting) this.#drive(() => this.#machine.end());
    this.#last ??= 'end';
    this.#deliver();
  }

  /** Gives the reader what it asked for, and what follows the data when that is at its end. */
  #deliver(): void {
    while (this.#asked && this.#waiting.length > 0) {
      const data = this.#waiting.shift()!;
      this.#waitingBytes -= data.length + PIECE_COST;
      this.#asked = false;
      this.push(data);
    }
    if (this.#waiting.length > 0) return;
    if (this.#last instanceof TlsStreamError) {
      // In the handshake nobody reads yet.
      if (this.#asked || this.connection === undefined) this.destroy(this.#last);
    } else if (this.#last === 'end') {
      this.push(null);
    } else if (!this.#clogged && !this.destroyed) this.transport.resume();
  }

  /** A peer that makes us answer and does not read the answers is read no further. */
  #holdAnswers(): void {
    if (this.#clogged || this.transport.writableLength < MOST_ANSWERS) return;
    this.#clogged = true;
    this.transport.pause();
    this.transport.once('drain', () => {
      this.#clogged = false;
      this.#deliver();
    });
  }

  #part(): void {
    if (this.destroyed) return;
    this.#parting ??= setTimeout(() => {
      this.#last ??= 'end';
      this.#deliver();
      setImmediate(() => this.destroy());
    }, PARTING_MS);
  }
}

/** The peer has gone, perhaps without a word: an end as sudden as any other. */
function isCutOff(error: Error): boolean {
  return 'code' in error && ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes(String(error.code));
}

/** Ends our side, reads the other's into nothing until it ends too, and does not wait long for that. */
function letGoSoon(transport: Duplex): void {
  const timer = setTimeout(() => transport.destroy(), LAST_WORD_MS);
  let left = LAST_WORD_BYTES;
  transport.on('data', ({ length }: Uint8Array) => {
    left -= length;
    if (left < 0) transport.destroy();
  });
  transport.on('close', () => clearTimeout(timer));
  transport.end(() => {
    if (transport.readableEnded) transport.destroy();
    else transport.on('end', () => transport.destroy());
  });
  transport.resume();
}
