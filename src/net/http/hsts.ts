/**
 * HTTP Strict Transport Security (RFC 6797): a site is remembered as one to be visited over https:// only.
 *
 * The very first visit stays open to whoever is on the line, unless the site is on the browser's preload list.
 */
import { excerpt } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { isToken, withoutBlanks } from './message.ts';

export interface HstsPolicy {
  /** In seconds; 0 forgets the site. */
  readonly maxAge: number;
  readonly includeSubDomains: boolean;
  /** Asks for the preload list; no part of the RFC. */
  readonly preload: boolean;
}

/** `max-age=31536000; includeSubDomains` (RFC 6797, 6.1): each directive once, max-age never missing. */
export function parseHsts(text: string): HstsPolicy {
  const directives = new Map<string, string>();
  for (const part of partsOf(text)) {
    const equals = part.indexOf('=');
    const key = withoutBlanks(equals < 0 ? part : part.slice(0, equals)).toLowerCase();
    if (key === '' && equals < 0) continue;
    const value = equals < 0 ? '' : directiveValue(withoutBlanks(part.slice(equals + 1)));
    if (!isToken(key) || directives.has(key) || value === undefined) throw malformed(text);
    directives.set(key, value);
  }
  const age = directives.get('max-age') ?? '';
  if (!/^\d{1,15}$/.test(age) || (directives.get('includesubdomains') ?? '') !== '') throw malformed(text);
  return {
    maxAge: Number(age),
    includeSubDomains: directives.has('includesubdomains'),
    preload: directives.has('preload'),
  };
}

/** Between semicolons; one within quotes separates nothing (RFC 9110, 5.6.4). */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (quoted && text[at] === '\\') at += 1;
    else if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ';' && !quoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** A token as it stands, or what is between quotes; undefined for neither. */
function directiveValue(text: string): string | undefined {
  if (isToken(text)) return text;
  return /^"(?:[^"\\]|\\.)*"$/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : undefined;
}

function malformed(text: string): CryptoError {
  return new CryptoError(
    'bad-format',
    `Strict-Transport-Security: expected max-age=SECONDS and each directive once, got ${excerpt(text)} (RFC 6797, 6.1)`,
  );
}

interface Known {
  readonly expires: number;
  readonly includeSubDomains: boolean;
}

const MOST = 10000;

export class HstsStore {
  readonly #known = new Map<string, Known>();
  readonly #preloaded: ReadonlySet<string>;

  /** `preloaded` names count for ever, with the names below them. */
  constructor(preloaded: readonly string[] = []) {
    this.#preloaded = new Set(preloaded.map((name) => name.toLowerCase()));
  }

  /** Notes the field of an answer; only one that came over https:// counts, and never an address (8.1). */
  note(url: URL, field: string, now: number): boolean {
    if (url.protocol !== 'https:' || isAddress(url.hostname)) return false;
    let policy: HstsPolicy;
    try {
      policy = parseHsts(field);
    } catch {
      return false;
    }
    const host = nameOf(url);
    this.#known.delete(host);
    if (policy.maxAge === 0) return true;
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MOST && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(host, { expires: now + policy.maxAge, includeSubDomains: policy.includeSubDomains });
    return true;
  }

  /** Whether the host, or with includeSubDomains one above it, is known (8.2). */
  covers(host: string, now: number): boolean {
    if (isAddress(host)) return false;
    const labels = host.toLowerCase().replace(/\.$/, '').split('.').slice(-127);
    return labels.some((_, at) => {
      const name = labels.slice(at).join('.');
      if (this.#preloaded.has(name)) return true;
      const known = this.#known.get(name);
      return known !== undefined && known.expires > now && (at === 0 || known.includeSubDomains);
    });
  }

  /** http:// becomes https://, port 80 becomes 443, any other port stays (8.3). */
  upgrade(url: URL, now: number): URL {
    if (!/^(?:http|ws):$/.test(url.protocol) || !this.covers(url.hostname, now)) return url;
    return new URL(url.href.replace(/^http|^ws/, (scheme) => `${scheme}s`));
  }
}

function nameOf(url: URL): string {
  return url.hostname.toLowerCase().replace(/\.$/, '');
}

function isAddress(host: string): boolean {
  return /^\d+(?:\.\d+){3}$/.test(host) || host.includes(':');
}
