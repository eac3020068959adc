/**
 * Reads HTTP/1.1 messages from a connection, however its bytes arrive (RFC 9112).
 *
 * After the first error the connection is lost: where one message ends, and so where the next begins, is unknown. What was
 * finished before it is given out all the same.
 */
import { CryptoError, expectBytes } from '../../errors.ts';
import { BodyReader } from './body-reader.ts';
import { HTTP_BOUNDS, type HttpBounds } from './bounds.ts';
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

type At =
  | 'start'
  | 'fields'
  | 'body'
  | 'done'
  /** A request asked for another protocol, and the answer is not given yet. */
  | 'waits'
  | 'switched';

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
  /** What came behind a message that asked for another protocol, or switched to it. */
  readonly #rest: ByteBuffer;
  #at: At = 'start';
  #failure: CryptoError | undefined;
  #head = 0;
  #start: RequestLine | StatusLine | undefined;
  #headers: Header[] = [];
  #body: BodyReader | undefined;
  #interim = 0;
  #blank = 0;
  /** Whether the request that waits for its answer is the last. */
  #isLast = false;

  constructor(kind: 'request' | 'response', bounds: Partial<HttpBounds> = {}) {
    this.#kind = kind;
    this.#bounds = { ...HTTP_BOUNDS, ...bounds };
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
      this.#body = undefined;
      this.#rest.clear();
      if (messages.length === 0) throw error;
    }
    return messages;
  }

  /** The peer closed: completes a body that lasts until then, and refuses to be cut short (RFC 9112, 8). */
  end(): HttpMessage[] {
    if (this.#failure) throw this.#failure;
    if (this.#body?.lastsUntilClose) return [this.#finish(this.#body)];
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
      if (this.#body) {
        at = this.#body.read(bytes, at);
        if (this.#body.isWhole) give(this.#finish(this.#body));
        continue;
      }
      const line = this.#takeByte(bytes[at]!);
      at += 1;
      if (line !== undefined) give(this.#takeLine(line));
    }
  }

  #takeByte(byte: number): string | undefined {
    const line = this.#line.take(byte, this.#bounds.line, 'line');
    this.#head += 1;
    if (this.#head > this.#bounds.head) throw flood('head', this.#bounds.head, 'bytes');
    return line;
  }

  #takeLine(line: string): HttpMessage | undefined {
    if (this.#at === 'start') return this.#takeStart(line);
    if (line === '') return this.#beginBody();
    if (this.#headers.length >= this.#bounds.headers) throw flood('head', this.#bounds.headers, 'fields');
    this.#headers.push(parseField(line));
    return undefined;
  }

  #takeStart(line: string): undefined {
    if (line === '' && this.#kind === 'request' && this.#blank === 0) {
      this.#blank += 1; // RFC 9112, 2.2: one empty line before a request is forgiven
      return;
    }
    this.#start = this.#kind === 'request' ? parseRequestLine(line) : parseStatusLine(line);
    this.#at = 'fields';
  }

  #beginBody(): HttpMessage | undefined {
    const start = this.#start!;
    const message = { version: start.version, headers: this.#headers };
    if (!('status' in start)) checkHost(start.version, this.#headers);
    const to = this.#asked[0]?.method ?? 'GET';
    const framing = framingOf(message, 'status' in start ? { status: start.status, to } : undefined);
    this.#at = 'body';
    this.#body = new BodyReader(framing, this.#bounds);
    return this.#body.isWhole ? this.#finish(this.#body) : undefined;
  }

  #finish(body: BodyReader): HttpMessage {
    const message: HttpMessage = { ...this.#start!, headers: this.#headers, ...body.take() };
    const untilClose = body.lastsUntilClose;
    this.#at = 'start';
    this.#body = undefined;
    this.#start = undefined;
    this.#headers = [];
    this.#head = 0;
    this.#blank = 0;
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
