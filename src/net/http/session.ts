/**
 * What a server remembers of its visitors, found by an id that nobody can guess. Times are in seconds.
 *
 * The id comes back in a cookie or, by URL rewriting, in the path. There it leaks by links, logs and the Referer field.
 */
import { toHex } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import type { RandomSource } from '../../random/index.ts';

export interface SessionOptions {
  /** Seconds without use until a session ends; 1800 by default. */
  readonly idle?: number;
  /** How many are kept; the one unused longest goes first. */
  readonly most?: number;
}

export class SessionStore<T> {
  readonly #random: RandomSource;
  readonly #idle: number;
  readonly #most: number;
  /** In the order of last use. */
  readonly #sessions = new Map<string, { readonly value: T; readonly expires: number }>();

  constructor(random: RandomSource, options: SessionOptions = {}) {
    this.#random = random;
    this.#idle = options.idle ?? 1800;
    this.#most = options.most ?? 10000;
    if (!(this.#idle > 0) || !(this.#most >= 1)) {
      throw new CryptoError('bad-argument', 'sessions: expected bounds above zero, got others');
    }
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** A new id of 128 bits, in hex. A log-in takes a new one, so that an id fixed by somebody else is worth nothing. */
  create(value: T, now: number): string {
    for (const [old, { expires }] of this.#sessions) {
      if (expires > now && this.#sessions.size < this.#most) break;
      this.#sessions.delete(old);
    }
    const id = toHex(this.#random.bytes(16));
    this.#sessions.set(id, { value, expires: now + this.#idle });
    return id;
  }

  /** What belongs to the id, whose time starts anew. */
  find(id: string, now: number): T | undefined {
    const session = this.#sessions.get(id);
    if (!session) return undefined;
    this.#sessions.delete(id);
    if (session.expires <= now) return undefined;
    this.#sessions.set(id, { value: session.value, expires: now + this.#idle });
    return session.value;
  }

  end(id: string): void {
    this.#sessions.delete(id);
  }
}

/** `/account?x` with its id: `/account;session=ID?x`. */
export function rewriteTarget(target: string, name: string, id: string): string {
  const { path } = takeSessionId(target, name);
  const query = path.indexOf('?');
  const end = query < 0 ? path.length : query;
  return `${path.slice(0, end)};${name}=${id}${path.slice(end)}`;
}

/** The target without the id, and the id that stood in it. */
export function takeSessionId(target: string, name: string): { readonly path: string; readonly id?: string } {
  const [before = '', ...queries] = target.split('?');
  const rest = queries.length > 0 ? `?${queries.join('?')}` : '';
  const mark = `;${name}=`;
  const at = before.indexOf(mark);
  if (at < 0) return { path: target };
  const id = /^[^;/]*/.exec(before.slice(at + mark.length))![0];
  return { path: before.slice(0, at) + before.slice(at + mark.length + id.length) + rest, id };
}
