/**
 * A browser's cookies, and which of them a request gets (RFC 6265, 5.3 and 5.4). Times are in seconds since 1970.
 *
 * No list of public suffixes is here: Domain is refused for names of one label only, so `co.uk` would pass.
 */
import { keepsPrefix, parseSetCookie, type SetCookie } from './cookie.ts';

export interface StoredCookie extends SetCookie {
  readonly domain: string;
  readonly path: string;
  /** Without Domain a cookie goes to the very host that set it. */
  readonly hostOnly: boolean;
  readonly expires: number;
  readonly created: number;
}

export interface CookieRequest {
  /** Whether the page that asks belongs to the same site; true by default. */
  readonly sameSite?: boolean;
  /** Whether a user follows a link: Lax cookies then go along from other sites too. */
  readonly navigation?: boolean;
  readonly method?: string;
  /** Whether a script reads them: HttpOnly ones stay hidden. */
  readonly script?: boolean;
}

export type CookieVerdict =
  | 'stored'
  | 'ended'
  | 'malformed'
  | 'foreign-domain'
  | 'needs-https'
  | 'broken-prefix';

/** RFC 6265, 6.1, asks for at least 50 a domain and 3000 in all. */
const MOST_PER_DOMAIN = 50;
const MOST = 3000;

export class CookieJar {
  #cookies: StoredCookie[] = [];

  get cookies(): readonly StoredCookie[] {
    return this.#cookies;
  }

  /** Takes one Set-Cookie field of an answer from `url`. */
  set(url: URL, field: string, now: number): CookieVerdict {
    let cookie: SetCookie;
    try {
      cookie = parseSetCookie(field);
    } catch {
      return 'malformed';
    }
    const secureOrigin = isSecure(url);
    const domain = cookie.domain;
    const allowed =
      domain === undefined ||
      domain === url.hostname ||
      (domain.includes('.') && domainMatches(url.hostname, domain));
    if (!allowed) return 'foreign-domain';
    if (!secureOrigin && (cookie.secure || cookie.sameSite === 'None')) return 'needs-https';
    if (cookie.sameSite === 'None' && !cookie.secure) return 'needs-https';
    if (!keepsPrefix(cookie, secureOrigin)) return 'broken-prefix';
    const stored: StoredCookie = {
      ...cookie,
      domain: domain ?? url.hostname,
      hostOnly: domain === undefined,
      path: cookie.path ?? defaultPath(url.pathname),
      expires:
        cookie.maxAge === undefined ? (cookie.expires ?? Number.POSITIVE_INFINITY) : now + cookie.maxAge,
      created: now,
    };
    const same = (other: StoredCookie) =>
      other.name === stored.name && other.domain === stored.domain && other.path === stored.path;
    this.#cookies = this.#cookies.filter((other) => other.expires > now);
    if (!secureOrigin && this.#cookies.some((other) => covers(stored, other))) return 'needs-https';
    const old = this.#cookies.find(same);
    this.#cookies = this.#cookies.filter((other) => !same(other));
    if (stored.expires <= now) return 'ended';
    this.#cookies.push({ ...stored, created: old?.created ?? now });
    this.#evict(stored.domain);
    return 'stored';
  }

  /** The cookies that go along: longer paths first, then the older (RFC 6265, 5.4). */
  matching(url: URL, now: number, request: CookieRequest = {}): StoredCookie[] {
    const { sameSite = true, navigation = false, method = 'GET', script = false } = request;
    const lax = navigation && (method === 'GET' || method === 'HEAD');
    return this.#cookies
      .filter((cookie) => cookie.expires > now)
      .filter((cookie) =>
        cookie.hostOnly ? cookie.domain === url.hostname : domainMatches(url.hostname, cookie.domain),
      )
      .filter((cookie) => pathMatches(url.pathname, cookie.path))
      .filter((cookie) => !cookie.secure || isSecure(url))
      .filter((cookie) => !(script && cookie.httpOnly))
      .filter(({ sameSite: rule = 'Lax' }) => sameSite || rule === 'None' || (rule === 'Lax' && lax))
      .sort((a, b) => b.path.length - a.path.length || a.created - b.created);
  }

  /** The value of the Cookie field; undefined where none fits. */
  field(url: URL, now: number, request: CookieRequest = {}): string | undefined {
    const found = this.matching(url, now, request);
    return found.length === 0 ? undefined : found.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** The oldest go first, those of a crowded domain before others. */
  #evict(domain: string): void {
    const crowd = this.#cookies.filter((cookie) => cookie.domain === domain);
    const victim =
      crowd.length > MOST_PER_DOMAIN ? crowd[0] : this.#cookies.length > MOST ? this.#cookies[0] : undefined;
    if (victim) this.#cookies = this.#cookies.filter((cookie) => cookie !== victim);
  }
}

function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'wss:';
}

/** A clear line may not overwrite what a protected one set, nor put a namesake in front of it (RFC 6265bis, 5.7). */
function covers(clear: StoredCookie, old: StoredCookie): boolean {
  return (
    old.secure === true &&
    old.name === clear.name &&
    (domainMatches(old.domain, clear.domain) || domainMatches(clear.domain, old.domain)) &&
    pathMatches(clear.path, old.path)
  );
}

/** RFC 6265, 5.1.3: the same name, or a name below it that is no address. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host));
}

/** RFC 6265, 5.1.4. */
export function pathMatches(path: string, prefix: string): boolean {
  if (path === prefix) return true;
  return path.startsWith(prefix) && (prefix.endsWith('/') || path[prefix.length] === '/');
}

function defaultPath(path: string): string {
  const last = path.lastIndexOf('/');
  return last <= 0 ? '/' : path.slice(0, last);
}
