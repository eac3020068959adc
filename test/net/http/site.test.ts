/** The bank as a server: status codes with what belongs to them, and targets in both forms. */
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/bytes/index.ts';
import { parseSetCookie } from '../../../src/net/http/cookie.ts';
import { CookieJar } from '../../../src/net/http/cookie-jar.ts';
import { parseHsts } from '../../../src/net/http/hsts.ts';
import { header } from '../../../src/net/http/message.ts';
import { redirectToHttps } from '../../../src/net/http/redirect.ts';
import { SessionStore } from '../../../src/net/http/session.ts';
import { createBank } from '../../../src/net/http/site.ts';
import { seededRandom } from '../../../src/random/index.ts';

const bank = createBank({
  users: new Map([['alice', 'open-sesame']]),
  sessions: new SessionStore<string>(seededRandom('site')),
});
const request = (method: string, target: string, body = '', host = 'bank.example') =>
  ({
    method,
    target,
    version: 'HTTP/1.1',
    headers: [{ name: 'Host', value: host }],
    body: utf8(body),
  }) as const;
const ask = (...parts: Parameters<typeof request>) => bank(request(...parts), 0);

describe('the bank', () => {
  it('says what a page allows, and knows no page for every method', () => {
    const allowed = (method: string, path: string) => {
      const { status, headers } = ask(method, path);
      return [status, header({ headers }, 'Allow')];
    };
    expect(allowed('PUT', '/login')).toEqual([405, 'GET, HEAD, POST']);
    expect(allowed('GET', '/logout')).toEqual([405, 'POST']);
    expect(allowed('POST', '/account')).toEqual([405, 'GET, HEAD']);
    expect(allowed('POST', '/nowhere')).toEqual([404, undefined]);
  });

  it('refuses a log-in without a 401, which would need WWW-Authenticate', () => {
    expect(ask('POST', '/login', 'user=alice&password=x').status).toBe(403);
    expect(ask('POST', '/login', 'user=alice&password=open-sesame').status).toBe(303);
    expect(header(ask('GET', '/account'), 'Location')).toBe('/login');
  });

  it('says when it answered, whatever it answers (RFC 9110, 5.6.7 and 6.6.1)', () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/account'],
      ['PUT', '/login'],
    ] as const) {
      expect(header(bank(request(method, path), 784_111_777.9), 'Date')).toBe(
        'Sun, 06 Nov 1994 08:49:37 GMT',
      );
    }
  });

  it('takes a target in absolute form (RFC 9112, 3.2.2)', () => {
    expect(ask('GET', 'http://bank.example/login?x').status).toBe(200);
    expect(ask('GET', 'HTTP://bank.example').status).toBe(200);
    const answer = redirectToHttps(request('GET', 'http://bank.example:80/a?b', '', 'evil.example'));
    expect(header(answer, 'Location')).toBe('https://bank.example/a?b');
  });
});

describe('fields that browsers read leniently, or by their grammar', () => {
  it('Set-Cookie: any name and value (RFC 6265, 5.2)', () => {
    expect(parseSetCookie('a b = "x, y\\z" ; Secure=1; path="/"; Max-Age=99999999999999999999')).toEqual({
      name: 'a b',
      value: '"x, y\\z"',
      secure: true,
      maxAge: 1e12,
    });
    expect(parseSetCookie('a==;  Max-Age=-')).toEqual({ name: 'a', value: '=' });
    const many = `a=1; ${'x; '.repeat(200)}HttpOnly`;
    expect(parseSetCookie(many).httpOnly).toBe(true);
    for (const wrong of ['a', '=1', ' =1', 'a=\u0001', '']) {
      expect(() => parseSetCookie(wrong), wrong).toThrow(/expected name=value/);
    }
    const jar = new CookieJar();
    const url = new URL('http://bank.example/');
    expect(jar.set(url, 'greeting=good morning', 0)).toBe('stored');
    expect(jar.field(url, 0)).toBe('greeting=good morning');
  });

  it('Strict-Transport-Security: quoted strings (RFC 6797, 6.1)', () => {
    const year = { maxAge: 9, includeSubDomains: false, preload: false };
    expect(parseHsts('max-age="9"; x="a; includeSubDomains; \\"; preload"')).toEqual(year);
    expect(parseHsts(' ; max-age = 9 ;; preload')).toEqual({ ...year, preload: true });
    for (const wrong of [
      'max-age=9; max-age=9',
      'max-age=9; x="',
      'max-age=9; x=a b',
      'preload',
      'max-age="9',
    ]) {
      expect(() => parseHsts(wrong), wrong).toThrow(/max-age=SECONDS/);
    }
  });
});
