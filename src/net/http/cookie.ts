/**
 * Cookies as fields: Set-Cookie and Cookie (RFC 6265, 4 and 5), SameSite and the name prefixes (RFC 6265bis).
 *
 * A cookie is a bearer's ticket: whoever holds it is the user. HttpOnly keeps scripts from it and Secure keeps it off
 * clear lines; neither helps once it was read.
 */
import { excerpt } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { parseCookieDate } from './cookie-date.ts';
import { isFieldValue, isToken, withoutBlanks } from './message.ts';

export type SameSite = 'Strict' | 'Lax' | 'None';

export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly path?: string;
  readonly domain?: string;
  /** In seconds; zero or less ends the cookie. */
  readonly maxAge?: number;
  /** What Expires said, in seconds since 1970; Max-Age goes before it. It is read only: we write Max-Age. */
  readonly expires?: number;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  readonly sameSite?: SameSite;
}

/** A name and a value together (RFC 6265bis, 5.6), and one attribute. */
const MOST_PAIR = 4096;
const MOST_ATTRIBUTE = 1024;
const MOST_PAIRS = 200;
const MOST_AGE = 1e12;

/**
 * What a browser understands of a Set-Cookie: nearly anything with a name and an equals sign (RFC 6265, 5.2); `bad-format` for
 * what it ignores. Control characters are refused after RFC 6265bis, 5.6.
 */
export function parseSetCookie(text: string): SetCookie {
  const [pair = '', ...attributes] = text.split(';');
  const equals = pair.indexOf('=');
  const name = withoutBlanks(pair.slice(0, Math.max(equals, 0)));
  const value = withoutBlanks(pair.slice(equals + 1));
  if (name === '' || !isFieldValue(text)) {
    throw new CryptoError(
      'bad-format',
      `Set-Cookie: expected name=value, got ${excerpt(pair)} (RFC 6265, 5.2)`,
    );
  }
  if (name.length + value.length > MOST_PAIR) {
    throw new CryptoError('too-large', `Set-Cookie: expected at most ${MOST_PAIR} bytes, got more`);
  }
  return attributes.reduce<SetCookie>((cookie, attribute) => withAttribute(cookie, attribute), {
    name,
    value,
  });
}

/** Unknown and malformed attributes are skipped; of a repeated one the last counts. */
function withAttribute(cookie: SetCookie, text: string): SetCookie {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const value = equals < 0 ? '' : withoutBlanks(text.slice(equals + 1));
  if (value.length > MOST_ATTRIBUTE) return cookie;
  switch (withoutBlanks(name).toLowerCase()) {
    case 'path': {
      const { path: _, ...without } = cookie;
      return value.startsWith('/') ? { ...cookie, path: value } : without;
    }
    case 'domain':
      return value === '' ? cookie : { ...cookie, domain: value.replace(/^\./, '').toLowerCase() };
    case 'max-age':
      return /^-?\d+$/.test(value) ? { ...cookie, maxAge: boundedAge(Number(value)) } : cookie;
    case 'expires': {
      const expires = parseCookieDate(value);
      return expires === undefined ? cookie : { ...cookie, expires };
    }
    case 'secure':
      return { ...cookie, secure: true };
    case 'httponly':
      return { ...cookie, httpOnly: true };
    case 'samesite': {
      const known = (['Strict', 'Lax', 'None'] as const).find(
        (each) => each.toLowerCase() === value.toLowerCase(),
      );
      return { ...cookie, sameSite: known ?? 'Lax' };
    }
    default:
      return cookie;
  }
}

/** Longer than anybody lives will do: times stay numbers. */
function boundedAge(seconds: number): number {
  return Math.max(-MOST_AGE, Math.min(MOST_AGE, seconds));
}

/** The strict form that servers must send (RFC 6265, 4.1). */
export function formatSetCookie(cookie: SetCookie): string {
  if (!isToken(cookie.name)) {
    throw new CryptoError('bad-argument', `cookie name: expected a token, got ${excerpt(cookie.name)}`);
  }
  expectCookieValue(cookie.value);
  for (const text of [cookie.path ?? '', cookie.domain ?? '']) {
    if (!/^[\x20-\x3a\x3c-\x7e]*$/.test(text)) {
      throw new CryptoError(
        'bad-argument',
        `cookie attribute: expected text without semicolons, got ${excerpt(text)}`,
      );
    }
  }
  return [
    `${cookie.name}=${cookie.value}`,
    ...(cookie.path === undefined ? [] : [`Path=${cookie.path}`]),
    ...(cookie.domain === undefined ? [] : [`Domain=${cookie.domain}`]),
    ...(cookie.maxAge === undefined ? [] : [`Max-Age=${cookie.maxAge}`]),
    ...(cookie.secure ? ['Secure'] : []),
    ...(cookie.httpOnly ? ['HttpOnly'] : []),
    ...(cookie.sameSite === undefined ? [] : [`SameSite=${cookie.sameSite}`]),
  ].join('; ');
}

/** The pairs of a Cookie field, in order (RFC 6265, 4.2). */
export function parseCookie(text: string): { readonly name: string; readonly value: string }[] {
  const pairs = text.split(';').slice(0, MOST_PAIRS);
  return pairs.flatMap((pair) => {
    const equals = pair.indexOf('=');
    if (equals < 1) return [];
    return [{ name: withoutBlanks(pair.slice(0, equals)), value: withoutBlanks(pair.slice(equals + 1)) }];
  });
}

/** `__Host-` and `__Secure-` promise how a cookie was set (RFC 6265bis, 4.1.3). */
export function keepsPrefix(cookie: SetCookie, secureOrigin: boolean): boolean {
  const name = cookie.name.toLowerCase();
  const secure = cookie.secure === true && secureOrigin;
  if (name.startsWith('__secure-')) return secure;
  if (name.startsWith('__host-')) return secure && cookie.path === '/' && cookie.domain === undefined;
  return true;
}

/** cookie-octet (RFC 6265, 4.1.1), perhaps between quotes. */
function expectCookieValue(value: string): void {
  if (/^(?:[!#-+\--:<-[\]-~]*|"[!#-+\--:<-[\]-~]*")$/.test(value)) return;
  throw new CryptoError(
    'bad-format',
    `cookie value: expected visible characters without comma, semicolon and backslash, got ${excerpt(value)}`,
  );
}
