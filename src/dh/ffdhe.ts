/**
 * The primes of RFC 7919, Appendix A, computed from their formula instead of copied.
 *
 * p = 2^b - 2^(b-64) + (floor(2^(b-130) * e) + X) * 2^64 - 1, with Euler's e = 2.718…: 64 set bits at both ends, digits of
 * e that nobody could choose, and the smallest X that makes p and (p - 1) / 2 prime.
 */

/** What RFC 7919 says of one group. */
export interface Ffdhe {
  /** b, the length of p. */
  readonly bits: number;
  /** X in the formula. */
  readonly offset: bigint;
  /** The shortest private value that does not weaken the group, in bits. */
  readonly privateBits: number;
}

export const FFDHE = {
  ffdhe2048: { bits: 2048, offset: 560316n, privateBits: 225 },
  ffdhe3072: { bits: 3072, offset: 2625351n, privateBits: 275 },
  ffdhe4096: { bits: 4096, offset: 5736041n, privateBits: 325 },
  ffdhe6144: { bits: 6144, offset: 15705020n, privateBits: 375 },
  ffdhe8192: { bits: 8192, offset: 10965728n, privateBits: 400 },
} as const satisfies Record<string, Ffdhe>;

export function ffdhePrime({ bits, offset }: Ffdhe): bigint {
  const b = BigInt(bits);
  return 2n ** b - 2n ** (b - 64n) + (eulerTimes(b - 130n) + offset) * 2n ** 64n - 1n;
}

/** floor(2^bits * e), from e = 1/0! + 1/1! + 1/2! + … with 64 bits more, which outweigh what the divisions cut off. */
function eulerTimes(bits: bigint): bigint {
  let sum = 0n;
  let term = 1n << (bits + 64n);
  for (let i = 1n; term > 0n; i++) {
    sum += term;
    term /= i;
  }
  return sum >> 64n;
}
