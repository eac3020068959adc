/**
 * Start lines and fields of HTTP/1.1 (RFC 9112, 3 to 5), and how long the body is (6.3).
 *
 * Strict where leniency is what smuggling lives from (11.2): two readers that understand one message differently.
 */

import { excerpt } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import {
  type Header,
  type HttpVersion,
  headerList,
  headerValues,
  isFieldValue,
  isToken,
  refusal,
  withoutBlanks,
} from './message.ts';

export interface RequestLine {
  readonly method: string;
  readonly target: string;
  readonly version: HttpVersion;
}

export interface StatusLine {
  readonly version: HttpVersion;
  readonly status: number;
  readonly reason: string;
}

/** How the end of a body is found. */
export type Framing =
  | { readonly by: 'length'; readonly length: number }
  | { readonly by: 'chunks' }
  | { readonly by: 'close' };

/** `GET /path HTTP/1.1`, with single spaces (RFC 9112, 3). */
export function parseRequestLine(line: string): RequestLine {
  const parts = line.split(' ');
  if (parts.length !== 3) {
    throw refusal(
      'request line',
      'a method, a target and a version between single spaces',
      excerpt(line),
      'RFC 9112, 3',
    );
  }
  const [method = '', target = '', version = ''] = parts;
  if (!isToken(method)) throw refusal('method', 'a token', excerpt(method), 'RFC 9112, 3.1');
  checkTarget(method, target);
  return { method, target, version: parseVersion(version) };
}

/** The four forms of a target (RFC 9112, 3.2). */
export function checkTarget(method: string, target: string): void {
  // What stands before an @ only makes a false host look like a true one (RFC 9110, 4.2.4).
  if (method !== 'CONNECT' && /^https?:\/\/[^/?]*@/i.test(target)) {
    throw refusal('target', 'a host without a user name before it', excerpt(target), 'RFC 9110, 4.2.4');
  }
  const printable = /^[\x21\x22\x24-\x7e]+$/.test(target);
  const fits =
    method === 'CONNECT'
      ? /^(?:[^\s/?@:]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}$/.test(target)
      : target.startsWith('/') ||
        /^https?:\/\/[^/?]/i.test(target) ||
        (target === '*' && method === 'OPTIONS');
  if (!printable || !fits) {
    throw refusal(
      'target',
      'a path such as /login, or an http or https URL',
      excerpt(target),
      'RFC 9112, 3.2',
    );
  }
}

/** `HTTP/1.1 200 OK`; the reason may be empty (RFC 9112, 4). */
export function parseStatusLine(line: string): StatusLine {
  const match = /^(\S+) (\d{3}) (.*)$/.exec(line);
  const [, version = '', digits = '', reason = ''] = match ?? [];
  const status = Number(digits);
  if (!match || status < 100 || status > 599 || !isFieldValue(reason)) {
    throw refusal(
      'status line',
      'a version, a status from 100 to 599 and a reason',
      excerpt(line),
      'RFC 9112, 4',
    );
  }
  return { version: parseVersion(version), status, reason };
}

function parseVersion(text: string): HttpVersion {
  if (text === 'HTTP/1.1' || text === 'HTTP/1.0') return text;
  throw refusal('version', 'HTTP/1.1 or HTTP/1.0', excerpt(text), 'RFC 9112, 2.3');
}

/** `Name: value`; no space before the colon, no line that continues the one before (RFC 9112, 5.1 and 5.2). */
export function parseField(line: string): Header {
  if (/^[ \t]/.test(line)) {
    throw refusal(
      'field',
      'a name at the start of the line',
      'a line that continues the one before',
      'RFC 9112, 5.2',
    );
  }
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0));
  if (/[ \t]$/.test(name)) {
    throw refusal('field', 'a colon right after the name', 'a space before it', 'RFC 9112, 5.1');
  }
  if (colon < 0 || !isToken(name))
    throw refusal('field', 'a name, a colon and a value', excerpt(line), 'RFC 9112, 5');
  const value = withoutBlanks(line.slice(colon + 1));
  if (!isFieldValue(value)) {
    throw refusal('field', 'a value without control characters', excerpt(value), 'RFC 9110, 5.5');
  }
  return { name, value };
}

/** A request of HTTP/1.1 has exactly one Host, and no message has two (RFC 9112, 3.2). */
export function checkHost(version: HttpVersion, headers: readonly Header[]): void {
  const hosts = headerValues({ headers }, 'Host');
  const fits = hosts.length === 1 || (hosts.length === 0 && version === 'HTTP/1.0');
  if (!fits) throw refusal('Host', 'exactly one', String(hosts.length), 'RFC 9112, 3.2');
  const host = hosts[0] ?? '';
  if (!/^(?:[A-Za-z0-9\-._~%!$&'()*+;=]*|\[[0-9A-Fa-f:.]+\])(?::\d{0,5})?$/.test(host)) {
    throw refusal('Host', 'a name and perhaps a port', excerpt(host), 'RFC 9110, 7.2');
  }
}

/** Body length by the rules of RFC 9112, 6.3, in their order, except that what is ambiguous is refused. */
export function framingOf(
  message: { version: HttpVersion; headers: readonly Header[] },
  answer?: { status: number; to: string },
): Framing {
  const codings = headerList(message, 'Transfer-Encoding');
  const coded = headerValues(message, 'Transfer-Encoding').length > 0;
  const length = contentLength(message.headers);
  if (coded && length !== undefined) {
    throw refusal('body', 'Content-Length or Transfer-Encoding', 'both, as smuggling does', 'RFC 9112, 6.3');
  }
  if (coded && message.version === 'HTTP/1.0') {
    throw refusal('Transfer-Encoding', 'none in HTTP/1.0', excerpt(codings.join(', ')), 'RFC 9112, 6.1');
  }
  if (coded && (codings.length !== 1 || codings[0] !== 'chunked')) {
    throw new CryptoError(
      'unsupported',
      `Transfer-Encoding: expected chunked and nothing else, got ${excerpt(codings.join(', '))} (RFC 9112, 6.1)`,
    );
  }
  if (answer && hasNoBody(answer.status, answer.to)) return { by: 'length', length: 0 };
  if (coded) return { by: 'chunks' };
  if (length !== undefined) return { by: 'length', length };
  return answer ? { by: 'close' } : { by: 'length', length: 0 };
}

/** Answers that end with their head whatever their fields say (RFC 9112, 6.3, rules 1 and 2). */
export function hasNoBody(status: number, method: string): boolean {
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return true;
  return method === 'CONNECT' && status < 300;
}

/** The one length that all fields agree on (RFC 9110, 8.6). */
function contentLength(headers: readonly Header[]): number | undefined {
  const values = headerValues({ headers }, 'Content-Length').flatMap((value) =>
    value.split(',').map(withoutBlanks),
  );
  if (values.length === 0) return undefined;
  for (const value of values) {
    if (!/^\d{1,15}$/.test(value)) {
      throw refusal('Content-Length', 'up to 15 decimal digits', excerpt(value), 'RFC 9110, 8.6');
    }
  }
  if (new Set(values).size > 1) {
    throw refusal('Content-Length', 'one length', excerpt(values.join(' and ')), 'RFC 9112, 6.3');
  }
  return Number(values[0]);
}
