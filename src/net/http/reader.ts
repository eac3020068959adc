/**
 * Reads HTTP/1.1 messages from a connection, however its bytes arrive (RFC 9112).
 *
 * After the first error the connection is lost: where one message ends, and so where the next begins, is unknown. What was
 * finished before it is given out all the same.
 */
import { excerpt } from '../../bytes/index.ts';
import { CryptoError, expectBytes } from '../../errors.ts';
import { ByteBuffer } from './byte-buffer.ts';
import {
  checkHost,
  framingOf,
  parseField,
  parseRequestLine,
  parseStatusLine,
  type RequestLine,
  type StatusLine,
} from './head.ts';
import { LineBuffer } from './line-buffer.ts';
import { asksForUpgrade, flood, type Header, type HttpMessage, keepsAlive, refusal } from './message.ts';

/** What a stranger may make us keep, in bytes unless said otherwise. */
export interface HttpBounds {
  readonly line: number;
  /** A number of fields, those of the trailer counted apart. */
  readonly headers: number;
  readonly head: number;
  readonly body: number;
  readonly chunkLine: number;
  /** All chunk lines of a body together, besides eight times what the chunks hold. */
  readonly chunkOverhead: number;
}

export const HTTP_BOUNDS: HttpBounds = {
  line: 8192,
  headers: 100,
  head: 65536,
  body: 16 * 1024 * 1024,
  chunkLine: 256,
  chunkOverhead: 65536,
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
  /** A request asked for another protocol, and the answer is not given yet. */
  | 'waits'
  | 'switched';

/** Fields that would change, after the fact, how the message was understood (RFC 9110, 6.5.1). */
const NEVER_IN_TRAILER =
  /^(?:content-length|transfer-encoding|host|connection|trailer|content-type|content-encoding|set-cookie|cookie|authorization|upgrade|te)$/i;
/** Interim answers in a row; a server sends one or two. */
const MOST_INTERIM = 16;
const MOST_ASKED = 1000;

export class HttpReader {
  readonly #kind: 'request' | 'response';
  readonly #bounds: HttpBounds;
  readonly #asked: { readonly method: string; readonly upgrade: boolean }[] = [];
  /** Whether `asked` tells of each request: then nothing else may be answered. */
  #told = false;
  readonly #line = new LineBuffer();
  readonly #body: ByteBuffer;
  /** What came behind a message that asked for another protocol, or switched to it. */
  readonly #rest: ByteBuffer;
  #at: At = 'start';
  #failure: CryptoError | undefined;
  #head = 0;
  #start: RequestLine | StatusLine | undefined;
  #headers: Header[] = [];
  #trailers: Header[] = [];
  /** Bytes still to come, of the body or of the chunk. */
  #left = 0;
  #chunkLines = 0;
  #interim = 0;
  #blank = 0;
  /** Whether the request that waits for its answer is the last. */
  #isLast = false;

  constructor(kind: 'request' | 'response', bounds: Partial<HttpBounds> = {}) {
    this.#kind = kind;
    this.#bounds = { ...HTTP_BOUNDS, ...bounds };
    this.#body = new ByteBuffer('body', this.#bounds.body);
    this.#rest = new ByteBuffer('bytes of the new protocol', this.#bounds.head);
  }

  /**
   * Tells a reader of responses which method it gets the next answer to, and whether 101 may come. Where nothing is ever told,
   * all are taken for answers to GET; else one that nobody asked for is refused.
   */
  asked(method: string, upgrade = false): void {
    if (this.#asked.length >= MOST_ASKED) throw flood('requests', MOST_ASKED, 'without an answer');
    this.#told = true;
    this.#asked.push({ method, upgrade });
  }

  /**
   * Tells a reader of requests how the last one was answered. Needed behind CONNECT and Upgrade, where nothing is read until
   * then: after 101, or 2xx to CONNECT, the connection speaks another protocol; otherwise it gives the messages that waited.
   */
  answered(status: number): HttpMessage[] {
    if (this.#at !== 'waits' || (status < 200 && status !== 101)) return [];
    const switches = status === 101 || (this.#asked[0]?.method === 'CONNECT' && status < 300);
    this.#asked.length = 0;
    this.#at = switches ? 'switched' : this.#isLast ? 'done' : 'start';
    return switches ? [] : this.receive(this.#rest.take());
  }

  /** Whether the connection now speaks another protocol (101, or an accepted CONNECT). */
  get switched(): boolean {
    return this.#at === 'switched';
  }

  /** What was wrong; the next `receive` or `end` throws it, where this one gave messages that were finished before it. */
  get failure(): CryptoError | undefined {
    return this.#failure;
  }

  /** Whether a message has begun and not ended. */
  get partial(): boolean {
    if (this.#failure || ['done', 'waits', 'switched'].includes(this.#at)) return false;
    return this.#at !== 'start' || !this.#line.isEmpty;
  }

  /** What came behind the message that switched the protocol; given out once. */
  takeRest(): Uint8Array {
    return this.switched ? this.#rest.take() : new Uint8Array(0);
  }

  /** The messages that these bytes complete, in order. */
  receive(bytes: Uint8Array): HttpMessage[] {
    expectBytes('bytes', bytes);
    if (this.#failure) throw this.#failure;
    const messages: HttpMessage[] = [];
    try {
      this.#read(bytes, messages);
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      this.#failure = error;
      this.#body.clear();
      this.#rest.clear();
      if (messages.length === 0) throw error;
    }
    return messages;
  }

  /** The peer closed: completes a body that lasts until then, and refuses to be cut short (RFC 9112, 8). */
  end(): HttpMessage[] {
    if (this.#failure) throw this.#failure;
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

  #read(bytes: Uint8Array, messages: HttpMessage[]): void {
    const give = (message: HttpMessage | undefined) => {
      if (message) messages.push(message);
    };
    let at = 0;
    while (at < bytes.length) {
      if (this.#at === 'switched' || this.#at === 'waits') {
        this.#rest.append(bytes.subarray(at));
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
      if (this.#at === 'start' && this.#told && this.#asked.length === 0) {
        throw refusal('answers', 'one to each request', 'one that nobody asked for', 'RFC 9112, 6.3');
      }
      if (this.#at === 'length' || this.#at === 'chunk' || this.#at === 'close') {
        const part = this.#at === 'close' ? bytes.subarray(at) : bytes.subarray(at, at + this.#left);
        this.#body.append(part);
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
  }

  #takeByte(byte: number): string | undefined {
    const chunked = this.#at === 'chunk-size';
    const line = chunked
      ? this.#line.take(byte, this.#bounds.chunkLine, 'chunk line')
      : this.#line.take(byte, this.#bounds.line, 'line');
    if (this.#at === 'start' || this.#at === 'fields' || this.#at === 'trailers') {
      this.#head += 1;
      if (this.#head > this.#bounds.head) throw flood('head', this.#bounds.head, 'bytes');
    }
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
    const to = this.#asked[0]?.method ?? 'GET';
    const framing = framingOf(message, 'status' in start ? { status: start.status, to } : undefined);
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
    const { body, chunkOverhead } = this.#bounds;
    this.#left = Number.parseInt(match[1]!, 16);
    if (this.#body.length + this.#left > body) throw flood('body', body, 'bytes');
    this.#chunkLines += line.length;
    const most = chunkOverhead + 8 * this.#body.length;
    if (this.#chunkLines > most) throw flood('chunk lines', most, 'bytes');
    this.#at = this.#left === 0 ? 'trailers' : 'chunk';
    this.#head = 0;
  }

  #finish(): HttpMessage {
    const common = { headers: this.#headers, body: this.#body.take() };
    const trailers = this.#trailers.length > 0 ? { trailers: this.#trailers } : {};
    const message: HttpMessage = { ...this.#start!, ...common, ...trailers };
    const untilClose = this.#at === 'close';
    this.#at = 'start';
    this.#start = undefined;
    this.#headers = [];
    this.#trailers = [];
    this.#head = 0;
    this.#blank = 0;
    this.#chunkLines = 0;
    if ('status' in message) this.#afterAnswer(message.status);
    else if (message.method === 'CONNECT' || asksForUpgrade(message)) {
      this.#asked.push({ method: message.method, upgrade: true });
      this.#isLast = !keepsAlive(message);
      this.#at = 'waits';
    }
    if (this.#at === 'start' && (untilClose || !keepsAlive(message)) && !isInterim(message))
      this.#at = 'done';
    return message;
  }

  #afterAnswer(status: number): void {
    const asked = this.#asked[0];
    if (status === 101) {
      if (!asked?.upgrade) {
        throw refusal('status', '101 only where an upgrade was asked for', '101', 'RFC 9110, 15.2.2');
      }
      this.#at = 'switched';
    }
    if (status < 200 && status !== 101) {
      this.#interim += 1;
      if (this.#interim > MOST_INTERIM) throw flood('answers', MOST_INTERIM, 'interim ones in a row');
      return;
    }
    this.#interim = 0;
    this.#asked.shift();
    if (asked?.method === 'CONNECT' && status < 300) this.#at = 'switched';
  }
}

function isInterim(message: HttpMessage): boolean {
  return 'status' in message && message.status < 200;
}
