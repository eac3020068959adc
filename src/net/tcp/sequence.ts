/**
 * Sequence numbers (RFC 9293, 3.4): 32 bits, counted modulo 2^32.
 *
 * "Before" only has a meaning for numbers less than 2^31 apart; nothing here can tell more.
 */

export function seqAdd(seq: number, count: number): number {
  return (seq + count) >>> 0;
}

/** How far `a` lies behind `b` on the circle: negative where it comes before. From -2^31 to 2^31 - 1. */
export function seqDifference(a: number, b: number): number {
  return (a - b) | 0;
}

/** a < b */
export function isBefore(a: number, b: number): boolean {
  return seqDifference(a, b) < 0;
}

/** a =< b */
export function isAtMost(a: number, b: number): boolean {
  return seqDifference(a, b) <= 0;
}

export function seqMax(a: number, b: number): number {
  return isBefore(a, b) ? b : a;
}

/** left =< seq < left + size: is it in the window? */
export function isWithin(seq: number, left: number, size: number): boolean {
  return (seq - left) >>> 0 < size;
}
