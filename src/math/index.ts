/** Number theory on bigints: powers and inverses mod n, integers as bytes, primes, and factors of small numbers. */
export {
  FACTOR_METHODS,
  type Factorization,
  type FactorMethod,
  type FactorOptions,
  factor,
} from './factor.ts';
export { findPrime, type PrimeOptions, primeRounds } from './find-prime.ts';
export { bitLength, byteLength, isqrt } from './integer.ts';
export { isProbablePrime, type PrimalityOptions } from './is-prime.ts';
export { gcd, lcm, modInverse } from './mod-inverse.ts';
export { MAX_MODULUS_BITS, modPow } from './mod-pow.ts';
export { fromTwosComplement, i2osp, os2ip } from './octets.ts';
export { randomBelow, randomBits } from './random-integers.ts';
