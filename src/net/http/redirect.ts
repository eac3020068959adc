/** Where a redirect leads, and with which method (RFC 9110, 15.4). The first step over http:// can be answered by anyone. */
import { excerpt } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { bareAnswer } from './bare-answer.ts';
import { type HttpRequest, type HttpResponse, header } from './message.ts';
import { targetOf } from './target.ts';

export interface RedirectStep {
  readonly url: URL;
  readonly method: string;
  /** Whether the body goes along. */
  readonly keepsBody: boolean;
}

/** The request that a browser makes next; undefined where the answer is no redirect. */
export function redirectOf(from: URL, method: string, response: HttpResponse): RedirectStep | undefined {
  const location = header(response, 'Location');
  if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined) return undefined;
  const url = parseUrl(location, from);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new CryptoError('bad-format', `Location: expected an http or https URL, got ${excerpt(location)}`);
  }
  if (url.hash === '') url.hash = from.hash;
  const becomesGet =
    (response.status === 303 && method !== 'HEAD') ||
    ((response.status === 301 || response.status === 302) && method === 'POST');
  return becomesGet ? { url, method: 'GET', keepsBody: false } : { url, method, keepsBody: true };
}

/** A URL, perhaps relative to `base`; bounded, and without a name and password in it. */
export function parseUrl(text: string, base?: URL): URL {
  const url = text.length <= 8192 && URL.canParse(text, base?.href) ? new URL(text, base?.href) : undefined;
  if (
    !url ||
    !['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== ''
  ) {
    throw new CryptoError(
      'bad-format',
      `URL: expected one such as https://bank.example/, got ${excerpt(text)}`,
    );
  }
  return url;
}

/** The answer of a server that speaks http:// only to send visitors to https://; 400 where it was not told which host. */
export function redirectToHttps(request: HttpRequest, status: 301 | 302 | 307 | 308 = 301): HttpResponse {
  const target = targetOf(request);
  const host = (target.host ?? '').replace(/:\d*$/, '');
  const path = target.path.startsWith('/') ? `${target.path}${target.query}` : '/';
  // HTTP/1.0 needs no Host: https:///login would lead to a host of the name login.
  if (host === '') return bareAnswer(400);
  return bareAnswer(status, [{ name: 'Location', value: `https://${host}${path}` }]);
}
