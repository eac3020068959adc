/**
 * The bank of the story, as a function from request to answer. Times are in seconds.
 *
 * Its log-in is as simple as a lesson needs: no protection against guessing, and passwords compared as they stand.
 */
import { fromUtf8, utf8 } from '../../bytes/index.ts';
import { formatSetCookie, parseCookie } from './cookie.ts';
import { formatHttpDate } from './date.ts';
import { type Header, type HttpRequest, type HttpResponse, header, keepsAlive } from './message.ts';
import { reasonOf } from './semantics.ts';
import type { SessionStore } from './session.ts';
import { targetOf } from './target.ts';

export interface BankOptions {
  /** Names and their passwords. */
  readonly users: ReadonlyMap<string, string>;
  readonly sessions: SessionStore<string>;
  /** Served over https://: the cookie is then Secure, and HSTS is sent. */
  readonly secure?: boolean;
  /** Whether HSTS is sent, where it is served over https://; true by default. */
  readonly hsts?: boolean;
}

/** The browser shows dots for the password; on the line it stands as it was typed. */
const LOGIN =
  '<form method="post"><input name="user"><input name="password" type="password"><button>Log in</button></form>';

/** Which methods each page has. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ['/', ['GET', 'HEAD']],
  ['/login', ['GET', 'HEAD', 'POST']],
  ['/account', ['GET', 'HEAD']],
  ['/logout', ['POST']],
]);

export function createBank(options: BankOptions): (request: HttpRequest, now: number) => HttpResponse {
  const { users, sessions, secure = false, hsts = true } = options;
  const cookie = (value: string, maxAge?: number) =>
    formatSetCookie({
      name: 'session',
      value,
      path: '/',
      httpOnly: true,
      secure,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  return (request, now) => {
    const { path } = targetOf(request);
    const pair = parseCookie(header(request, 'Cookie') ?? '').find(({ name }) => name === 'session');
    const user = pair && sessions.find(pair.value, now);
    const give = (status: number, text: string, headers: readonly Header[] = []): HttpResponse => ({
      version: 'HTTP/1.1',
      status,
      reason: reasonOf(status),
      headers: [
        { name: 'Date', value: formatHttpDate(now) },
        { name: 'Content-Type', value: 'text/html; charset=utf-8' },
        ...(secure && hsts
          ? [{ name: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' }]
          : []),
        ...headers,
        ...(keepsAlive(request) ? [] : [{ name: 'Connection', value: 'close' }]),
      ],
      body: utf8(text),
    });
    const go = (to: string, field?: string) =>
      give(303, '', [
        { name: 'Location', value: to },
        ...(field === undefined ? [] : [{ name: 'Set-Cookie', value: field }]),
      ]);
    if (path === '/login' && request.method === 'POST') {
      const form = new URLSearchParams(fromUtf8(request.body));
      const name = form.get('user') ?? '';
      // 401 would have to name a scheme of HTTP's own (RFC 9110, 15.5.2): a form is none.
      if (!users.has(name) || users.get(name) !== form.get('password'))
        return give(403, '<p>Wrong name or password.</p>');
      return go('/account', cookie(sessions.create(name, now)));
    }
    if (path === '/logout' && request.method === 'POST') {
      if (pair) sessions.end(pair.value);
      return go('/', cookie('', 0));
    }
    const allowed = ALLOWED.get(path);
    if (!allowed) return give(404, '<p>No such page.</p>');
    if (!allowed.includes(request.method)) {
      return give(405, '', [{ name: 'Allow', value: allowed.join(', ') }]);
    }
    if (path === '/login') return give(200, LOGIN);
    if (path === '/account') return user === undefined ? go('/login') : give(200, '<h1>Your account</h1>');
    return give(200, '<h1>bank.example</h1>');
  };
}
