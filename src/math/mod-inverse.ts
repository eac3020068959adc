/**
 * Euclid's algorithm, and the inverses it gives (Knuth, The Art of Computer Programming, volume 2, 4.5.2).
 *
 * All take numbers of up to 32768 bits, else `too-large`.
 */
import { CryptoError } from '../errors.ts';
import { expectAtLeast, expectBounded, shown } from './integer.ts';

/** The greatest common divisor, never negative; gcd(0, b) is |b|. */
export function gcd(a: bigint, b: bigint): bigint {
  expectBounded('a', a);
  expectBounded('b', b);
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/** The least common multiple, never negative; 0 where one of the two is 0. */
export function lcm(a: bigint, b: bigint): bigint {
  const divisor = gcd(a, b);
  if (divisor === 0n) return 0n;
  const multiple = (a / divisor) * b;
  return multiple < 0n ? -multiple : multiple;
}

/**
 * The number from 0 to `modulus` - 1 that times `a` is 1 mod `modulus`; 0 under the modulus 1. `bad-argument` where there
 * is none, because `a` and `modulus` have a common divisor, or where the modulus is not positive.
 */
export function modInverse(a: bigint, modulus: bigint): bigint {
  expectBounded('a', a);
  expectBounded('modulus', modulus);
  expectAtLeast('modulus', modulus, 1n);
  let [r, next] = [modulus, ((a % modulus) + modulus) % modulus];
  // Each r is a multiple of `modulus` plus its x times `a`.
  let [x, nextX] = [0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [x, nextX] = [nextX, x - quotient * nextX];
  }
  if (r !== 1n) {
    throw new CryptoError(
      'bad-argument',
      `a: expected a number without a common divisor with the modulus, got one that shares ${shown(r)}`,
    );
  }
  return ((x % modulus) + modulus) % modulus;
}
