/**
 * Writes HTTP/1.1 messages (RFC 9112).
 *
 * Whatever could end a line early is refused: a CR LF in a value that a stranger chose would begin a field, or a whole
 * answer, of his own (response splitting, RFC 9112, 11.1).
 */
import { concatAll, excerpt, utf8 } from '../../bytes/index.ts';
import { CryptoError, expectBytes } from '../../errors.ts';
import { checkHost, checkTarget, hasNoBody } from './head.ts';
import {
  type Header,
  type HttpRequest,
  type HttpResponse,
  header,
  headerValues,
  isFieldValue,
  isToken,
  latin1Bytes,
} from './message.ts';

/** Methods whose body means something: an empty one is told as such (RFC 9110, 8.6). */
const WITH_BODY = /^(?:POST|PUT|PATCH)$/;

/** Adds Content-Length where there is a body, or could be one, and no length is given. */
export function encodeRequest(request: HttpRequest): Uint8Array {
  expectBytes('body', request.body);
  if (!isToken(request.method)) {
    throw new CryptoError(
      'bad-argument',
      `method: expected a token such as GET, got ${excerpt(request.method)}`,
    );
  }
  checkTarget(request.method, request.target);
  checkHost(request.version, request.headers);
  const sized = withLength(request, request.body.length > 0 || WITH_BODY.test(request.method));
  return written(`${request.method} ${request.target} ${request.version}`, sized, request.body);
}

/** `to` is the method that was asked: an answer to HEAD has the length of a body, and none. */
export function encodeResponse(response: HttpResponse, to = 'GET'): Uint8Array {
  expectBytes('body', response.body);
  const { status, reason, version } = response;
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    throw new CryptoError('bad-argument', `status: expected a number from 100 to 599, got ${String(status)}`);
  }
  if (!isFieldValue(reason)) {
    throw new CryptoError('bad-argument', `reason: expected text without line ends, got ${excerpt(reason)}`);
  }
  const body = hasNoBody(status, to) ? new Uint8Array(0) : response.body;
  return written(`${version} ${status} ${reason}`, sentHeaders(response, to), body);
}

/** The fields of an answer as they are written: with Content-Length where there is to be one. */
export function sentHeaders(response: HttpResponse, to = 'GET'): readonly Header[] {
  // 304 may tell the length that the body would have had.
  if (response.status === 304) return response.headers;
  return lengthless(response.status, to) ? withoutLength(response) : withLength(response, true);
}

/** A body in chunks of at most `size` bytes, and the last chunk (RFC 9112, 7.1). */
export function encodeChunks(body: Uint8Array, size = 4096): Uint8Array {
  expectBytes('body', body);
  if (!Number.isInteger(size) || size < 1) {
    throw new CryptoError('bad-argument', `size: expected at least 1, got ${String(size)}`);
  }
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size);
    parts.push(utf8(`${chunk.length.toString(16)}\r\n`), chunk, utf8('\r\n'));
  }
  return concatAll([...parts, utf8('0\r\n\r\n')]);
}

/** Answers that may have no Content-Length either (RFC 9110, 8.6). */
function lengthless(status: number, to: string): boolean {
  return status < 200 || status === 204 || (to === 'CONNECT' && status < 300);
}

function withoutLength(message: { headers: readonly Header[] }): readonly Header[] {
  for (const name of ['Content-Length', 'Transfer-Encoding']) {
    if (header(message, name) === undefined) continue;
    throw new CryptoError('bad-argument', `${name}: expected none in an answer without a body, got one`);
  }
  return message.headers;
}

function withLength(
  message: { headers: readonly Header[]; body: Uint8Array },
  always: boolean,
): readonly Header[] {
  if (header(message, 'Transfer-Encoding') !== undefined) {
    throw new CryptoError(
      'bad-argument',
      'Transfer-Encoding: expected none, as the length is known, got one',
    );
  }
  const lengths = headerValues(message, 'Content-Length');
  const given = lengths.find((length) => length !== String(message.body.length));
  if (given !== undefined) {
    throw new CryptoError(
      'bad-argument',
      `Content-Length: expected ${message.body.length}, got ${excerpt(given)}`,
    );
  }
  if (lengths.length > 0 || !always) return message.headers;
  return [...message.headers, { name: 'Content-Length', value: String(message.body.length) }];
}

function written(start: string, headers: readonly Header[], body: Uint8Array): Uint8Array {
  const lines = headers.map(({ name, value }) => {
    if (!isToken(name)) {
      throw new CryptoError(
        'bad-argument',
        `field name: expected a token such as Host, got ${excerpt(name)}`,
      );
    }
    if (!isFieldValue(value)) {
      throw new CryptoError(
        'bad-argument',
        `field value: expected text without line ends, got ${excerpt(value)}`,
      );
    }
    return `${name}: ${value}\r\n`;
  });
  return concatAll([latin1Bytes(`${start}\r\n${lines.join('')}\r\n`), body]);
}
