/**
 * Whether a number is prime: trial division and the Miller–Rabin test (FIPS 186-5, B.3.1).
 *
 * A composite number passes a round of random base with a probability under 1/4, whoever chose it, since the bases are
 * drawn after it is known: 64 rounds leave 2^-128. Below 3.3 * 10^24 the answer is certain.
 */
import { CryptoError, expectInteger } from '../errors.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import { expectBitsUpTo } from './integer.ts';
import { MAX_MODULUS_BITS, modPow } from './mod-pow.ts';
import { randomBelow } from './random-integers.ts';
import { primesBelow } from './small-primes.ts';

export interface PrimalityOptions {
  /** Rounds with random bases, from 1 to 64: fewer only for numbers that nobody chose (`primeRounds`). */
  readonly rounds?: number;
  /** Where the bases are drawn. Whoever can foretell them can make a composite number that passes. */
  readonly random?: RandomSource;
}

/**
 * False for every composite number but one in 4^rounds, for negative ones, 0 and 1; true for every prime. Bases are drawn
 * only for an odd `n` of 82 bits or more that has no small factor and passes a round with base 2. `too-large` above 16384
 * bits.
 */
export function isProbablePrime(n: bigint, options: PrimalityOptions = {}): boolean {
  const { rounds = MAX_ROUNDS, random = systemRandom } = options;
  expectInteger('n', n);
  expectBitsUpTo('n', n, MAX_MODULUS_BITS);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > MAX_ROUNDS) {
    throw new CryptoError('bad-argument', `rounds: expected 1 to ${MAX_ROUNDS}, got ${rounds}`);
  }
  if (n < 2n) return false;
  for (const prime of primesBelow(TRIAL_LIMIT)) {
    if (n % BigInt(prime) === 0n) return n === BigInt(prime);
  }
  if (n < BigInt(TRIAL_LIMIT ** 2)) return true;
  const witness = witnessOf(n);
  if (n < CERTAIN_BELOW) return !CERTAIN_BASES.some(witness);
  if (witness(2n)) return false;
  for (let round = 0; round < rounds; round++) {
    if (witness(2n + randomBelow(n - 3n, random))) return false;
  }
  return true;
}

/** 4^-64 = 2^-128 */
const MAX_ROUNDS = 64;

const TRIAL_LIMIT = 256;

/**
 * No composite number below this passes the rounds with the first 13 primes as bases (Sorenson and Webster, Strong
 * pseudoprimes to twelve prime bases, Mathematics of Computation 86, 2017).
 */
const CERTAIN_BELOW = 3_317_044_064_679_887_385_961_981n;
const CERTAIN_BASES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n];

/** B.3.1, steps 1, 2 and 4, for an odd `w`: whether a base proves that it is composite. */
function witnessOf(w: bigint): (base: bigint) => boolean {
  const minusOne = w - 1n;
  let a = 1;
  while (((minusOne >> BigInt(a)) & 1n) === 0n) a++;
  const m = minusOne >> BigInt(a);
  return (b) => {
    let z = modPow(b, m, w);
    if (z === 1n) return false;
    for (let j = 1; z !== minusOne; j++) {
      if (j === a) return true;
      z = (z * z) % w;
    }
    return false;
  };
}
