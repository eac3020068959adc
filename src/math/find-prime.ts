/**
 * Random primes of a given size for RSA (FIPS 186-5, A.1.3, steps 4 and 5).
 *
 * A.1.3 draws every candidate anew. Here a random odd number is followed by those after it, so that a sieve removes the
 * multiples of many small primes from all of them at once, and fewer are left to test. A prime after a long gap becomes a
 * little likelier; nobody knows how to profit from that (Brandt and Damgård, On generation of probable primes by
 * incremental search, CRYPTO '92), and OpenSSL does the same.
 *
 * To recompute a prime from a seed, per window: `randomBelow` gives the start, above the least prime and made odd; the
 * candidates are it and the next 4 * bits - 1 odd numbers (at least 64) of the size; those without a small factor, and with
 * gcd(p - 1, e) = 1, are tested in order with `isProbablePrime`, which draws its bases from the same source.
 */
import { CryptoError } from '../errors.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import { expectAtLeast, expectBounded, isqrt } from './integer.ts';
import { isProbablePrime } from './is-prime.ts';
import { gcd } from './mod-inverse.ts';
import { randomBelow } from './random-integers.ts';
import { primesBelow } from './small-primes.ts';

export interface PrimeOptions {
  /** The size of the prime, from 2 to 8192. */
  readonly bits: number;
  /** e, odd and at least 3: p - 1 will have no factor in common with it. Any prime will do without. */
  readonly exponent?: bigint;
  readonly random?: RandomSource;
  /** Called before each candidate is tested, with how many that makes, to show progress. */
  readonly onCandidate?: (tried: number) => void;
}

/**
 * A prime p of exactly `bits` bits with p^2 >= 2^(2 * bits - 1), so that the product of two has exactly as many bits as
 * they have together. `bad-argument` where none of that size goes with the exponent.
 */
export function findPrime(options: PrimeOptions): bigint {
  const { bits, exponent = 1n, random = systemRandom, onCandidate } = options;
  expectPrimeSize(bits);
  expectBounded('exponent', exponent);
  expectAtLeast('exponent', exponent, 1n);
  const rounds = primeRounds(bits);
  let tried = 0;
  for (let windows = 0; windows < MAX_WINDOWS; windows++) {
    for (const candidate of candidates(bits, random)) {
      if (gcd(candidate - 1n, exponent) !== 1n) continue;
      onCandidate?.(++tried);
      if (isProbablePrime(candidate, { rounds, random })) return candidate;
    }
  }
  throw new CryptoError(
    'bad-argument',
    `exponent: expected one that goes with a prime of ${bits} bits, got one for which none was found; try 65537 or more bits`,
  );
}

/**
 * Rounds of Miller–Rabin after which a candidate drawn at random is composite with a probability under 2^-128.
 *
 * FIPS 186-5, Table B.1 asks for 5 rounds at 1024 bits, and 4 at 1536 and 2048, for candidates drawn anew. Testing s
 * candidates in a row multiplies its bound (C.1) by up to s^2 / 2, by Brandt and Damgård: for our windows by 2^29 at most,
 * which these counts outweigh. Under 512 bits it is 4^-64.
 */
export function primeRounds(bits: number): number {
  expectPrimeSize(bits);
  if (bits >= 2048) return 4;
  if (bits >= 1536) return 6;
  if (bits >= 1024) return 8;
  if (bits >= 768) return 11;
  return bits >= 512 ? 16 : 64;
}

const MAX_PRIME_BITS = 8192;

/** One in a hundred thousand holds no prime; so many without one mean that there is none to find. */
const MAX_WINDOWS = 100;

/** The odd numbers of one window that no small prime divides, in order. */
function* candidates(bits: number, random: RandomSource): Generator<bigint> {
  const end = 1n << BigInt(bits);
  const least = isqrt((end ** 2n) >> 1n) + 1n;
  const start = (least + randomBelow(end - least, random)) | 1n;
  const length = Number(min((end - start + 1n) / 2n, BigInt(Math.max(4 * bits, 64))));
  const composite = new Uint8Array(length);
  for (const [prime, rest] of smallResidues(start, sieveLimit(bits))) {
    // start + 2i is a multiple of the prime for the i with 2i = -rest mod prime.
    const negative = rest === 0 ? 0 : prime - rest;
    for (let i = (negative % 2 === 0 ? negative : negative + prime) / 2; i < length; i += prime)
      composite[i] = 1;
  }
  for (let i = 0; i < length; i++) if (!composite[i]) yield start + BigInt(2 * i);
}

/**
 * About where another prime costs as much as the tests it saves (estimated for 1024 bits). Always under 2^(bits / 2), so that no
 * candidate is itself sieved out.
 */
function sieveLimit(bits: number): number {
  return Math.min(64 * bits, Math.floor(2 ** (bits / 2)));
}

/** Each odd prime below `limit` with `n` mod the prime. One division of the bigint serves as many primes as fit 2^52. */
function* smallResidues(n: bigint, limit: number): Generator<[prime: number, residue: number]> {
  const primes = primesBelow(limit);
  for (let at = 1; at < primes.length; ) {
    let product = 1;
    const first = at;
    while (at < primes.length && product * primes[at]! < 2 ** 52) product *= primes[at++]!;
    const residue = Number(n % BigInt(product));
    for (let i = first; i < at; i++) yield [primes[i]!, residue % primes[i]!];
  }
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function expectPrimeSize(bits: number): void {
  if (Number.isInteger(bits) && bits >= 2 && bits <= MAX_PRIME_BITS) return;
  throw new CryptoError('bad-argument', `bits: expected 2 to ${MAX_PRIME_BITS}, got ${bits}`);
}
