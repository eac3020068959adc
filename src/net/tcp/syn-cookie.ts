/**
 * SYN cookies (RFC 4987, 3.6): the half-open connection is kept in the sequence number of the SYN-ACK, not in memory.
 *
 *     5 bits: time, in steps of 64 s    3 bits: which MSS    24 bits: HMAC of both, the addresses and the client's number
 *
 * The MSS is rounded down to one of eight, and window scaling is lost: there is no room for more.
 */
import { utf8 } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import type { Endpoint } from './events.ts';
import { firstWord } from './isn.ts';
import { seqAdd } from './sequence.ts';

export const COOKIE_MSS = [216, 536, 768, 996, 1220, 1300, 1440, 1460] as const;

/** The counter's step in microseconds. */
const PERIOD = 64_000_000;
/** A cookie holds for the step in which it was made, and the next. */
export const COOKIE_LIFETIME = 2 * PERIOD;

export interface CookieParties {
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** SEG.SEQ of the SYN. */
  readonly irs: number;
}

export function makeSynCookie(secret: Uint8Array, parties: CookieParties, mss: number, now: number): number {
  const index = Math.max(
    COOKIE_MSS.findLastIndex((size) => size <= mss),
    0,
  );
  const count = Math.floor(now / PERIOD) % 32;
  return seal(secret, parties, count, index);
}

/** The MSS, if the third segment acknowledges a cookie of ours; undefined otherwise. */
export function openSynCookie(
  secret: Uint8Array,
  local: Endpoint,
  remote: Endpoint,
  segment: { readonly seq: number; readonly ack: number },
  now: number,
): number | undefined {
  const cookie = seqAdd(segment.ack, -1);
  const count = cookie >>> 27;
  const index = (cookie >>> 24) & 7;
  const age = (Math.floor(now / PERIOD) - count) & 31;
  if (age > 1) return undefined;
  const parties = { local, remote, irs: seqAdd(segment.seq, -1) };
  return seal(secret, parties, count, index) === cookie ? COOKIE_MSS[index] : undefined;
}

function seal(
  secret: Uint8Array,
  { local, remote, irs }: CookieParties,
  count: number,
  index: number,
): number {
  const sealed = utf8(
    `${local.address} ${local.port} ${remote.address} ${remote.port} ${irs} ${count} ${index}`,
  );
  const tag = firstWord(hmac(sha256, secret, sealed)) >>> 8;
  return ((count << 27) | (index << 24) | tag) >>> 0;
}
