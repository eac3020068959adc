/**
 * A bank that knows its visitors again in one of four ways, good and bad ones: by an id in a cookie, by a name in it, by a
 * name with a MAC, or by an id in the path. Times are in seconds.
 */
import { fromUtf8, utf8 } from '../../bytes/index.ts';
import { formatSetCookie, parseCookie } from '../../net/http/cookie.ts';
import { type HttpRequest, type HttpResponse, header } from '../../net/http/message.ts';
import { reasonOf } from '../../net/http/semantics.ts';
import { rewriteTarget, SessionStore, takeSessionId } from '../../net/http/session.ts';
import { signCookieValue, verifyCookieValue } from '../../net/http/signed-cookie.ts';
import type { RandomSource } from '../../random/index.ts';

export type Carrier = 'id' | 'name' | 'signed' | 'url';

export interface SessionBankPlan {
  readonly random: RandomSource;
  readonly users: ReadonlyMap<string, string>;
  readonly carrier: Carrier;
  readonly secure: boolean;
  readonly httpOnly: boolean;
}

/** The parameter of the path, and the cookie. */
export const SESSION = 'session';

export function createSessionBank(
  plan: SessionBankPlan,
): (request: HttpRequest, now: number) => HttpResponse {
  const { random, users, carrier, secure, httpOnly } = plan;
  const sessions = new SessionStore<string>(random.substream('sessions'));
  const macKey = random.substream('mac').bytes(32);
  const cookie = (value: string, maxAge?: number) => ({
    name: 'Set-Cookie',
    value: formatSetCookie({
      name: SESSION,
      value,
      path: '/',
      secure,
      httpOnly,
      ...(maxAge === undefined ? {} : { maxAge }),
    }),
  });
  const userOf = (value: string, now: number): string | undefined => {
    if (carrier === 'name') return users.has(value) ? value : undefined;
    return carrier === 'signed' ? verifyCookieValue(value, macKey) : sessions.find(value, now);
  };
  const valueFor = (user: string, now: number): string => {
    if (carrier === 'name') return user;
    return carrier === 'signed' ? signCookieValue(user, macKey) : sessions.create(user, now);
  };
  return (request, now) => {
    const { path, id } = takeSessionId(request.target, SESSION);
    const pairs = parseCookie(header(request, 'Cookie') ?? '');
    const value = carrier === 'url' ? id : pairs.find(({ name }) => name === SESSION)?.value;
    const go = (to: string, set?: { name: string; value: string }) =>
      answer(303, '', [{ name: 'Location', value: to }, ...(set ? [set] : [])]);
    if (path === '/login' && request.method === 'POST') {
      const form = new URLSearchParams(fromUtf8(request.body));
      const user = form.get('user') ?? '';
      if (!users.has(user) || users.get(user) !== form.get('password')) return answer(403, 'No.');
      const fresh = valueFor(user, now);
      return carrier === 'url'
        ? go(rewriteTarget('/account', SESSION, fresh))
        : go('/account', cookie(fresh));
    }
    // A log-out changes something, so it is no GET (RFC 9110, 9.2.1).
    if (path === '/logout' && request.method === 'POST') {
      if (value !== undefined) sessions.end(value);
      return carrier === 'url' ? go('/') : go('/', cookie('', 0));
    }
    if (path !== '/account') return answer(200, 'bank.example');
    const user = value === undefined ? undefined : userOf(value, now);
    return user === undefined ? go('/login') : answer(200, `Account of ${user}`);
  };
}

function answer(
  status: number,
  text: string,
  more: readonly { readonly name: string; readonly value: string }[] = [],
): HttpResponse {
  const headers = [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }, ...more];
  return { version: 'HTTP/1.1', status, reason: reasonOf(status), headers, body: utf8(text) };
}
