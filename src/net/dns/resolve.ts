/**
 * A small authoritative zone, and the caches that a browser's question passes (RFC 1034, 4 and 5). Times are in seconds.
 */
import { type DnsMessage, type DnsRecord, labelsOf } from './message.ts';

/** A row of aliases longer than this leads nowhere. */
const MOST_ALIASES = 8;

/** The answer of a server that owns these records; aliases are followed within them. */
export function answerFrom(zone: readonly DnsRecord[], query: DnsMessage): DnsMessage {
  const answers: DnsRecord[] = [];
  const asked = query.question.name;
  const passed = new Set<string>();
  let name = asked;
  for (let step = 0; step < MOST_ALIASES && !passed.has(name); step += 1) {
    passed.add(name);
    const here = zone.filter((record) => record.name === name);
    const alias = here.find((record) => record.type === 'CNAME');
    answers.push(...here.filter((record) => record.type === query.question.type || record === alias));
    if (!alias || query.question.type === 'CNAME') break;
    name = alias.data;
  }
  // A name that only has names below it exists too (RFC 8020).
  const known = zone.some((record) => record.name === asked || record.name.endsWith(`.${asked}`));
  return { ...query, response: true, authoritative: true, rcode: known ? 'NOERROR' : 'NXDOMAIN', answers };
}

/** A query for the address of a name. */
export function addressQuery(id: number, name: string): DnsMessage {
  return {
    id,
    response: false,
    authoritative: false,
    recursionDesired: true,
    recursionAvailable: false,
    rcode: 'NOERROR',
    question: { name: labelsOf(name).join('.'), type: 'A' },
    answers: [],
  };
}

/** Whether an answer belongs to a query: id and question (RFC 5452, 9.1; address and port are the socket's to compare). */
export function answers(query: DnsMessage, answer: DnsMessage): boolean {
  return (
    answer.response &&
    answer.id === query.id &&
    answer.question.name === query.question.name &&
    answer.question.type === query.question.type
  );
}

/** The address at the end of the aliases, with the shortest TTL on the way; records of other names count for nothing. */
export function addressIn(answer: DnsMessage): { address: string; ttl: number } | undefined {
  let name = answer.question.name;
  let ttl = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_ALIASES; step += 1) {
    const record = answer.answers.find((each) => each.name === name);
    if (!record) return undefined;
    ttl = Math.min(ttl, record.ttl);
    if (record.type === 'A') return { address: record.data, ttl };
    name = record.data;
  }
  return undefined;
}

export type CacheName = 'browser' | 'system' | 'resolver';
const CACHES: readonly CacheName[] = ['browser', 'system', 'resolver'];

export interface CachedAddress {
  readonly address: string;
  readonly by: CacheName;
  /** Seconds for which it still holds. */
  readonly ttl: number;
}

const MOST = 1000;

/** The three caches in a row; what a later one knows, the earlier ones learn with the time that is left. */
export class ResolverCaches {
  readonly #caches = new Map(
    CACHES.map((name) => [name, new Map<string, { address: string; expires: number }>()]),
  );

  /** The first cache that knows, nearest first; undefined where the zone's server must be asked. */
  find(name: string, now: number): CachedAddress | undefined {
    const key = labelsOf(name).join('.');
    for (const by of CACHES) {
      const entry = this.#caches.get(by)!.get(key);
      if (!entry || entry.expires <= now) continue;
      this.#keep(key, entry, CACHES.indexOf(by));
      return { address: entry.address, by, ttl: entry.expires - now };
    }
    return undefined;
  }

  /** Keeps the address of an answer; undefined where there is none. */
  learn(answer: DnsMessage, now: number): string | undefined {
    const found = addressIn(answer);
    if (!found) return undefined;
    const { address, ttl } = found;
    this.#keep(answer.question.name, { address, expires: now + ttl }, CACHES.length);
    return address;
  }

  /** Empties one cache, as restarting the browser does. */
  clear(name: CacheName): void {
    this.#caches.get(name)!.clear();
  }

  #keep(key: string, entry: { address: string; expires: number }, upTo: number): void {
    for (const name of CACHES.slice(0, upTo)) {
      const cache = this.#caches.get(name)!;
      const [oldest] = cache.keys();
      if (cache.size >= MOST && !cache.has(key) && oldest !== undefined) cache.delete(oldest);
      cache.set(key, entry);
    }
  }
}
