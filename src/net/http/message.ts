/**
 * The messages of HTTP (RFC 9110, 6), their fields, and what the fields say about the connection (RFC 9112, 9).
 *
 * A field's value is a string of bytes (U+0000 to U+00FF): HTTP does not say in which encoding the upper half is.
 */
import { CryptoError } from '../../errors.ts';

export interface Header {
  readonly name: string;
  readonly value: string;
}

export type HttpVersion = 'HTTP/1.0' | 'HTTP/1.1';

export interface HttpRequest {
  readonly method: string;
  readonly target: string;
  readonly version: HttpVersion;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** Fields after a chunked body; kept apart, since nobody may take them for the head's. */
  readonly trailers?: readonly Header[];
}

export interface HttpResponse {
  readonly version: HttpVersion;
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  readonly trailers?: readonly Header[];
}

export type HttpMessage = HttpRequest | HttpResponse;

/** RFC 9110, 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** Nothing but visible characters, spaces, tabs and the upper half (RFC 9110, 5.5): no CR, LF or NUL. */
export function isFieldValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/** The first field of that name, in any case of letters. */
export function header(message: { readonly headers: readonly Header[] }, name: string): string | undefined {
  return headerValues(message, name)[0];
}

/** Every field of that name, in order. */
export function headerValues(message: { readonly headers: readonly Header[] }, name: string): string[] {
  const wanted = name.toLowerCase();
  return message.headers.filter((field) => field.name.toLowerCase() === wanted).map(({ value }) => value);
}

/** The members of a list field, in lower case, over all its lines (RFC 9110, 5.6.1). */
export function headerList(message: { readonly headers: readonly Header[] }, name: string): string[] {
  return headerValues(message, name)
    .flatMap((value) => value.split(','))
    .map((member) => withoutBlanks(member).toLowerCase())
    .filter((member) => member !== '');
}

/** Without spaces and tabs around it; a pattern for those at the end would take quadratic time on many within. */
export function withoutBlanks(text: string): string {
  const isBlank = (at: number) => text[at] === ' ' || text[at] === '\t';
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  return text.slice(start, end);
}

/** Whether the connection goes on after the message (RFC 9112, 9.3). This is not TCP's keep-alive. */
export function keepsAlive(message: { version: HttpVersion; headers: readonly Header[] }): boolean {
  const options = headerList(message, 'Connection');
  if (options.includes('close')) return false;
  return message.version === 'HTTP/1.1' || options.includes('keep-alive');
}

/** Whether a request asks for another protocol on this connection (RFC 9110, 7.8). */
export function asksForUpgrade(request: HttpRequest): boolean {
  return (
    request.version === 'HTTP/1.1' &&
    headerList(request, 'Upgrade').length > 0 &&
    headerList(request, 'Connection').includes('upgrade')
  );
}

/** One refusal: which part, what was expected, what came, and where the standard says so. */
export function refusal(part: string, expected: string, got: string, clause: string): CryptoError {
  return new CryptoError('bad-format', `${part}: expected ${expected}, got ${got} (${clause})`);
}

/** A bound that protects the reader. */
export function flood(part: string, most: number, unit: string): CryptoError {
  return new CryptoError('too-large', `${part}: expected at most ${most} ${unit}, got more`);
}

/** Bytes as a string of the same length, each byte one character. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return text;
}

/** The inverse of `latin1`. */
export function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
