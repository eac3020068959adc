/**
 * Reads the body of one message as its bytes arrive: of a known length, in chunks with a trailer, or until the close
 * (RFC 9112, 6 and 7).
 */
import { excerpt } from '../../bytes/index.ts';
import type { HttpBounds } from './bounds.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { type Framing, parseField } from './head.ts';
import { LineBuffer } from './line-buffer.ts';
import { flood, type Header, refusal } from './message.ts';

type At = 'length' | 'chunk-size' | 'chunk' | 'chunk-end' | 'trailers' | 'close' | 'done';

/** Fields that would change, after the fact, how the message was understood (RFC 9110, 6.5.1). */
const NEVER_IN_TRAILER =
  /^(?:content-length|transfer-encoding|host|connection|trailer|content-type|content-encoding|set-cookie|cookie|authorization|upgrade|te)$/i;

export class BodyReader {
  readonly #bounds: HttpBounds;
  readonly #body: ByteBuffer;
  readonly #line = new LineBuffer();
  readonly #trailers: Header[] = [];
  #at: At;
  /** Bytes still to come, of the body or of the chunk. */
  #left = 0;
  #chunkLines = 0;
  #trailerBytes = 0;

  constructor(framing: Framing, bounds: HttpBounds) {
    this.#bounds = bounds;
    this.#body = new ByteBuffer('body', bounds.body);
    if (framing.by === 'length') {
      if (framing.length > bounds.body) throw flood('body', bounds.body, 'bytes');
      this.#left = framing.length;
      this.#at = framing.length === 0 ? 'done' : 'length';
    } else this.#at = framing.by === 'chunks' ? 'chunk-size' : 'close';
  }

  get isWhole(): boolean {
    return this.#at === 'done';
  }

  /** Whether it ends where the connection does. */
  get lastsUntilClose(): boolean {
    return this.#at === 'close';
  }

  /** Takes what belongs to it from `start` on; gives where the rest begins. */
  read(bytes: Uint8Array, start: number): number {
    let at = start;
    while (at < bytes.length && !this.isWhole) {
      if (this.#at === 'length' || this.#at === 'chunk' || this.#at === 'close') {
        at += this.#takeData(bytes.subarray(at));
      } else {
        this.#takeByte(bytes[at]!);
        at += 1;
      }
    }
    return at;
  }

  /** Body and trailer, as a message has them; it is empty afterwards. */
  take(): { readonly body: Uint8Array; readonly trailers?: readonly Header[] } {
    const body = this.#body.take();
    return this.#trailers.length > 0 ? { body, trailers: this.#trailers } : { body };
  }

  #takeData(bytes: Uint8Array): number {
    const part = this.#at === 'close' ? bytes : bytes.subarray(0, this.#left);
    this.#body.append(part);
    if (this.#at === 'close') return part.length;
    this.#left -= part.length;
    if (this.#left === 0) this.#at = this.#at === 'chunk' ? 'chunk-end' : 'done';
    return part.length;
  }

  #takeByte(byte: number): void {
    const line =
      this.#at === 'chunk-size'
        ? this.#line.take(byte, this.#bounds.chunkLine, 'chunk line')
        : this.#line.take(byte, this.#bounds.line, 'line');
    if (this.#at === 'trailers') {
      this.#trailerBytes += 1;
      if (this.#trailerBytes > this.#bounds.head) throw flood('head', this.#bounds.head, 'bytes');
    }
    if (line === undefined) return;
    if (this.#at === 'chunk-size') this.#takeChunkSize(line);
    else if (this.#at === 'trailers') this.#takeTrailer(line);
    else this.#endChunk(line);
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
  }

  #endChunk(line: string): void {
    if (line !== '') throw refusal('chunk', 'CR LF behind its data', excerpt(line), 'RFC 9112, 7.1');
    this.#at = 'chunk-size';
  }

  #takeTrailer(line: string): void {
    if (line === '') {
      this.#at = 'done';
      return;
    }
    const { headers } = this.#bounds;
    if (this.#trailers.length >= headers) throw flood('head', headers, 'fields');
    const field = parseField(line);
    if (NEVER_IN_TRAILER.test(field.name)) {
      throw refusal(
        'trailer',
        'fields that change nothing before them',
        excerpt(field.name),
        'RFC 9110, 6.5.1',
      );
    }
    this.#trailers.push(field);
  }
}
