/**
 * Reads HTTP/1.1 messages from a connection, however its bytes arrive (RFC 9112).
 *
 * After the first error the connection is lost: where one message ends, and so where the next begins, is unknown.
 */
import { excerpt } from '../../bytes/index.ts';
import { CryptoError, expectBytes } from '../../errors.ts';
import {
  checkHost,
  framingOf,
  parseField,
  parseRequestLine,
  parseStatusLine,
  type RequestLine,
  type StatusLine,
} from './head.ts';
import { flood, type Header, type HttpMessage, keepsAlive, latin1, refusal } from './message.ts';

/** What a stranger may make us keep, in bytes unless said otherwise. */
export interface HttpBounds {
  readonly line: number;
  /** A number of fields, those of the trailer counted apart. */
  readonly headers: number;
  readonly head: number;
  readonly body: number;
  readonly chunkLine: number;
}

export const HTTP_BOUNDS: HttpBounds = {
  line: 8192,
  headers: 100,
  head: 65536,
  body: 16 * 1024 * 1024,
  chunkLine: 256,
};

type At =
  | 'start'
  | 'fields'
  | 'length'
  | 'chunk-size'
  | 'chunk'
  | 'chunk-end'
  | 'trailers'
  | 'close'
  | 'done'
  | 'switched'
  | 'failed';

/** Fields that would change, after the fact, how the message was understood (RFC 9110, 6.5.1). */
const NEVER_IN_TRAILER =
  /^(?:content-length|transfer-encoding|host|connection|trailer|content-type|content-encoding|set-cookie|cookie|authorization|upgrade|te)$/i;
/** Interim answers in a row; a server sends one or two. */
const MOST_INTERIM = 16;

export class HttpReader {
  readonly #kind: 'request' | 'response';
  readonly #bounds: HttpBounds;
  readonly #asked: string[] = [];
  #at: At = 'start';
  #line: number[] = [];
  #head = 0;
  #start: RequestLine | StatusLine | undefined;
  #headers: Header[] = [];
  #trailers: Header[] = [];
  #body = new Uint8Array(0);
  #filled = 0;
  /** Bytes still to come, of the body or of the chunk. */
  #left = 0;
  #interim = 0;
  #blank = 0;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(kind: 'request' | 'response', bounds: Partial<HttpBounds> = {}) {
    this.#kind = kind;
    this.#bounds = { ...HTTP_BOUNDS, ...bounds };
  }

  /** Tells a reader of responses which method it gets the next answer to; GET where nothing was told. */
  asked(method: string): void {
    if (this.#asked.length >= 1000) throw flood('requests', 1000, 'without an answer');
    this.#asked.push(method);
  }

  /** Whether the connection now speaks another protocol (101, or an accepted CONNECT). */
  get switched(): boolean {
    return this.#at === 'switched';
  }

  /** Whether a message has begun and not ended. */
  get partial(): boolean {
    return (
      !['done', 'switched', 'failed'].includes(this.#at) && (this.#at !== 'start' || this.#line.length > 0)
    );
  }

  /** What came behind the message that switched the protocol; given out once. */
  takeRest(): Uint8Array {
    const rest = this.#rest;
    this.#rest = new Uint8Array(0);
    return rest;
  }

  /** The messages that these bytes complete, in order. */
  receive(bytes: Uint8Array): HttpMessage[] {
    expectBytes('bytes', bytes);
    if (this.#at === 'failed') {
      throw new CryptoError(
        'bad-format',
        'connection: expected none to be read after an error, got more bytes',
      );
    }
    try {
      return this.#read(bytes);
    } catch (error) {
      this.#at = 'failed';
      this.#body = new Uint8Array(0);
      throw error;
    }
  }

  /** The peer closed: completes a body that lasts until then, and refuses to be cut short (RFC 9112, 8). */
  end(): HttpMessage[] {
    if (this.#at === 'close') return [this.#finish()];
    if (this.partial) {
      throw refusal(
        'message',
        'its end before the connection’s',
        'a connection closed in the midst of it',
        'RFC 9112, 8',
      );
    }
    return [];
  }

  #read(bytes: Uint8Array): HttpMessage[] {
    const messages: HttpMessage[] = [];
    const give = (message: HttpMessage | undefined) => {
      if (message) messages.push(message);
    };
    let at = 0;
    while (at < bytes.length) {
      if (this.#at === 'switched') {
        this.#keepRest(bytes.subarray(at));
        break;
      }
      if (this.#at === 'done') {
        throw refusal(
          'connection',
          'nothing after a message with Connection: close',
          'more bytes',
          'RFC 9112, 9.6',
        );
      }
      if (this.#at === 'length' || this.#at === 'chunk' || this.#at === 'close') {
        const most = this.#at === 'close' ? bytes.length : this.#left;
        const part = bytes.subarray(at, at + most);
        this.#append(part);
        at += part.length;
        if (this.#at === 'close') continue;
        this.#left -= part.length;
        if (this.#left > 0) continue;
        if (this.#at === 'chunk') this.#at = 'chunk-end';
        else give(this.#finish());
        continue;
      }
      const line = this.#takeByte(bytes[at]!);
      at += 1;
      if (line !== undefined) give(this.#takeLine(line));
    }
    return messages;
  }

  /** A line is complete at CR LF; either alone is refused (RFC 9112, 2.2). */
  #takeByte(byte: number): string | undefined {
    const afterCr = this.#line.at(-1) === 0x0d;
    if (afterCr !== (byte === 0x0a)) {
      throw refusal('line', 'CR and LF together', afterCr ? 'a bare CR' : 'a bare LF', 'RFC 9112, 2.2');
    }
    if (byte === 0) throw refusal('line', 'no NUL', 'a NUL', 'RFC 9110, 5.5');
    this.#line.push(byte);
    const chunked = this.#at === 'chunk-size';
    const most = chunked ? this.#bounds.chunkLine : this.#bounds.line;
    if (this.#line.length > most + 2) throw flood(chunked ? 'chunk line' : 'line', most, 'bytes');
    if (this.#at === 'start' || this.#at === 'fields' || this.#at === 'trailers') {
      this.#head += 1;
      if (this.#head > this.#bounds.head) throw flood('head', this.#bounds.head, 'bytes');
    }
    if (!afterCr) return undefined;
    const line = latin1(Uint8Array.from(this.#line.slice(0, -2)));
    this.#line = [];
    return line;
  }

  #takeLine(line: string): HttpMessage | undefined {
    switch (this.#at) {
      case 'start':
        return this.#takeStart(line);
      case 'fields':
        if (line === '') return this.#beginBody();
        this.#takeField(this.#headers, line);
        return undefined;
      case 'trailers':
        if (line === '') return this.#finish();
        this.#takeField(this.#trailers, line);
        return undefined;
      case 'chunk-size':
        this.#takeChunkSize(line);
        return undefined;
      default:
        if (line !== '') throw refusal('chunk', 'CR LF behind its data', excerpt(line), 'RFC 9112, 7.1');
        this.#at = 'chunk-size';
        return undefined;
    }
  }

  #takeStart(line: string): undefined {
    if (line === '' && this.#kind === 'request' && this.#blank === 0) {
      this.#blank += 1; // RFC 9112, 2.2: one empty line before a request is forgiven
      return;
    }
    this.#start = this.#kind === 'request' ? parseRequestLine(line) : parseStatusLine(line);
    this.#at = 'fields';
  }

  #takeField(fields: Header[], line: string): void {
    if (fields.length >= this.#bounds.headers) throw flood('head', this.#bounds.headers, 'fields');
    const field = parseField(line);
    if (fields === this.#trailers && NEVER_IN_TRAILER.test(field.name)) {
      throw refusal(
        'trailer',
        'fields that change nothing before them',
        excerpt(field.name),
        'RFC 9110, 6.5.1',
      );
    }
    fields.push(field);
  }

  #beginBody(): HttpMessage | undefined {
    const start = this.#start!;
    const message = { version: start.version, headers: this.#headers };
    if (!('status' in start)) checkHost(start.version, this.#headers);
    const answer = 'status' in start ? { status: start.status, to: this.#asked[0] ?? 'GET' } : undefined;
    const framing = framingOf(message, answer);
    if (framing.by === 'length') {
      if (framing.length > this.#bounds.body) throw flood('body', this.#bounds.body, 'bytes');
      this.#left = framing.length;
      this.#at = 'length';
      return this.#left === 0 ? this.#finish() : undefined;
    }
    this.#at = framing.by === 'chunks' ? 'chunk-size' : 'close';
    return undefined;
  }

  /** Hexadecimal digits, and extensions that nobody uses and we skip (RFC 9112, 7.1 and 7.1.1). */
  #takeChunkSize(line: string): void {
    const match = /^([0-9A-Fa-f]{1,8})(?:[ \t]*;[\t\x20-\x7e\x80-\xff]*)?$/.exec(line);
    if (!match) throw refusal('chunk size', 'up to 8 hexadecimal digits', excerpt(line), 'RFC 9112, 7.1');
    this.#left = Number.parseInt(match[1]!, 16);
    if (this.#filled + this.#left > this.#bounds.body) throw flood('body', this.#bounds.body, 'bytes');
    this.#at = this.#left === 0 ? 'trailers' : 'chunk';
    this.#head = 0;
  }

  /** One buffer that doubles: a thousand tiny pieces cost no more than one large. */
  #append(part: Uint8Array): void {
    const needed = this.#filled + part.length;
    if (needed > this.#bounds.body) throw flood('body', this.#bounds.body, 'bytes');
    if (needed > this.#body.length) {
      const larger = new Uint8Array(Math.max(needed, Math.min(2 * this.#body.length, this.#bounds.body)));
      larger.set(this.#body.subarray(0, this.#filled));
      this.#body = larger;
    }
    this.#body.set(part, this.#filled);
    this.#filled = needed;
  }

  #finish(): HttpMessage {
    const common = { headers: this.#headers, body: this.#body.slice(0, this.#filled) };
    const trailers = this.#trailers.length > 0 ? { trailers: this.#trailers } : {};
    const message: HttpMessage = { ...this.#start!, ...common, ...trailers };
    const untilClose = this.#at === 'close';
    this.#at = 'start';
    this.#start = undefined;
    this.#headers = [];
    this.#trailers = [];
    this.#body = new Uint8Array(0);
    this.#filled = 0;
    this.#head = 0;
    this.#blank = 0;
    if ('status' in message) this.#afterAnswer(message.status);
    if (this.#at === 'start' && (untilClose || !keepsAlive(message)) && !isInterim(message))
      this.#at = 'done';
    return message;
  }

  #afterAnswer(status: number): void {
    if (status === 101) this.#at = 'switched';
    if (status < 200 && status !== 101) {
      this.#interim += 1;
      if (this.#interim > MOST_INTERIM) throw flood('answers', MOST_INTERIM, 'interim ones in a row');
      return;
    }
    this.#interim = 0;
    if (this.#asked.shift() === 'CONNECT' && status < 300) this.#at = 'switched';
  }

  #keepRest(bytes: Uint8Array): void {
    const length = this.#rest.length + bytes.length;
    if (length > this.#bounds.head) throw flood('bytes of the new protocol', this.#bounds.head, 'bytes');
    const rest = new Uint8Array(length);
    rest.set(this.#rest);
    rest.set(bytes, this.#rest.length);
    this.#rest = rest;
  }
}

function isInterim(message: HttpMessage): boolean {
  return 'status' in message && message.status < 200;
}
