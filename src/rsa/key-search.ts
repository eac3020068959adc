/**
 * The search for the two primes of an RSA key (FIPS 186-5, A.1.1 and A.1.3), in pieces: both primes can be sought at the
 * same time, by two workers, and the key is the same as from one.
 *
 * `keySearch` decides, and `primeSearch` does the work. Whoever drives them gives the first what the second finds:
 *
 *     const search = keySearch(bits, e);
 *     let step = search.next({});
 *     while (!step.done) {
 *       const found = {};
 *       for (const name of step.value) found[name] = primes[name].next();   // here, or each in its own worker
 *       step = search.next(found);
 *     }
 *     step.value   // the private key
 */
import { CryptoError, expectInteger } from '../errors.ts';
import { bitLength, findPrime, lcm, modInverse } from '../math/index.ts';
import type { RandomSource } from '../random/index.ts';
import type { RsaPrivateKey } from './key.ts';

export type PrimeName = 'p' | 'q';

export type FoundPrimes = Readonly<Partial<Record<PrimeName, bigint>>>;

export const MIN_KEY_BITS = 16;
export const MAX_KEY_BITS = 8192;

/** One of the two searches: each call of `next` gives the next prime of its stream. */
export interface PrimeSearch {
  /** `onCandidate` is told how many candidates were tried, before each is tested. */
  next(onCandidate?: (tried: number) => void): bigint;
}

/**
 * Primes for a key of `bits` bits, drawn from the sub-stream `rsa.p` or `rsa.q` of `random`. p has half of the bits, one
 * more than q where `bits` is odd.
 */
export function primeSearch(
  bits: number,
  exponent: bigint,
  random: RandomSource,
  name: PrimeName,
): PrimeSearch {
  expectKeySize(bits);
  expectExponent(exponent, bits);
  const stream = random.substream(`rsa.${name}`);
  const primeBits = name === 'p' ? Math.ceil(bits / 2) : Math.floor(bits / 2);
  return {
    next: (onCandidate) =>
      findPrime({ bits: primeBits, exponent, random: stream, ...(onCandidate && { onCandidate }) }),
  };
}

/**
 * Yields the names of the primes that are wanted, takes them through `next`, and returns the key. First both are wanted;
 * then, which is rare, another q if it is too near p, or both again if d is too small. `bad-argument` where no two primes
 * do, as can happen in keys of a few bits.
 */
export function* keySearch(
  bits: number,
  exponent: bigint,
): Generator<readonly PrimeName[], RsaPrivateKey, FoundPrimes> {
  expectKeySize(bits);
  expectExponent(exponent, bits);
  let p = 0n;
  let q = 0n;
  let wanted: readonly PrimeName[] = ['p', 'q'];
  for (let rounds = 0; rounds < MAX_ROUNDS; rounds++) {
    const found: FoundPrimes = yield wanted;
    p = found.p ?? p;
    q = found.q ?? q;
    if (areTooNear(p, q, bits)) {
      wanted = ['q'];
      continue;
    }
    const key = assembleKey(p, q, exponent);
    if (isLargeEnough(key.d, bits)) return key;
    wanted = ['p', 'q'];
  }
  throw new CryptoError(
    'bad-argument',
    `exponent: expected one with which a key of ${bits} bits can be made, found no two primes; try another, or more bits`,
  );
}

/**
 * The private key of two different primes: d is the inverse of e mod lambda(n) (A.1.1, 3), the smallest there is. The
 * larger prime becomes p. `bad-argument` where e has no inverse.
 */
export function assembleKey(p: bigint, q: bigint, exponent: bigint): RsaPrivateKey {
  expectInteger('p', p);
  expectInteger('q', q);
  expectInteger('exponent', exponent);
  if (p === q) throw new CryptoError('bad-argument', 'q: expected another prime than p, got the same');
  if (p < q) [p, q] = [q, p];
  const d = modInverse(exponent, lcm(p - 1n, q - 1n));
  const crt = { p, q, dP: d % (p - 1n), dQ: d % (q - 1n), qInv: modInverse(q, p) };
  return { n: p * q, e: exponent, d, crt };
}

/**
 * A.1.1, 2(d): |p - q| <= 2^(nlen / 2 - 100), for then n falls to Fermat's factoring. Up to 200 bits that forbids equal
 * primes only.
 */
export function areTooNear(p: bigint, q: bigint, bits: number): boolean {
  const distance = p > q ? p - q : q - p;
  const least = bits > 200 ? 1n << BigInt(Math.floor(bits / 2) - 100) : 0n;
  return distance <= least;
}

/** A.1.1, 3: d > 2^(nlen / 2), for a small d can be computed from n and e (Wiener, 1990). */
export function isLargeEnough(d: bigint, bits: number): boolean {
  return d >> BigInt(Math.ceil(bits / 2)) > 0n;
}

/** Throws `bad-argument` unless `bits` is an integer from 16 to 8192. */
export function expectKeySize(bits: number): void {
  if (Number.isInteger(bits) && bits >= MIN_KEY_BITS && bits <= MAX_KEY_BITS) return;
  throw new CryptoError('bad-argument', `bits: expected ${MIN_KEY_BITS} to ${MAX_KEY_BITS}, got ${bits}`);
}

/**
 * Throws `bad-argument` unless `exponent` is odd, from 3 up, and below both 2^256 (A.1.1, 1) and the least n. The standard
 * also wants more than 2^16; here 3 and 17 are for learning.
 */
function expectExponent(exponent: bigint, bits: number): void {
  expectInteger('exponent', exponent);
  const mostBits = Math.min(bits - 1, 256);
  if (exponent >= 3n && exponent % 2n === 1n && bitLength(exponent) <= mostBits) return;
  const got = exponent < 3n ? 'a smaller one' : exponent % 2n === 0n ? 'an even one' : 'a larger one';
  throw new CryptoError(
    'bad-argument',
    `exponent: expected an odd number from 3 to 2^${mostBits} - 1, got ${got}; 65537 is usual`,
  );
}

/** For keys of a few bits, of whose few primes some pairs do not do; any other key is made in the first round. */
const MAX_ROUNDS = 100;
