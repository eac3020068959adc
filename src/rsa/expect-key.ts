/**
 * What a key must be before anything is computed with it (RFC 8017, 3.1 and 3.2).
 *
 * Whoever sends a key chooses its numbers: the bounds here keep the work finite. They do not make a key good;
 * `checkKey` says more.
 */
import { CryptoError, kindOf } from '../errors.ts';
import { bitLength, MAX_MODULUS_BITS } from '../math/index.ts';
import type { RsaCrt, RsaPrivateKey, RsaPublicKey } from './key.ts';

/** 3 * 5, the least product of two odd primes. */
const LEAST_MODULUS = 15n;

/**
 * Throws unless `key` has n and e as RFC 8017, 3.1 wants them: `bad-argument` where they are no numbers, where n is
 * under 15 or even, or e is not odd and from 3 to n - 1; `too-large` for an n of more than 16384 bits.
 */
export function expectPublicKey(name: string, key: RsaPublicKey): void {
  expectPublicNumbers(name, key);
  const { n, e } = key;
  // Cheap for any n that fits into memory, and first, so that nothing below meets a giant.
  if (n > 0n && bitLength(n) > MAX_MODULUS_BITS) {
    throw new CryptoError(
      'too-large',
      `${name}: expected a modulus n of at most ${MAX_MODULUS_BITS} bits, got ${bitLength(n)}`,
    );
  }
  if (n < LEAST_MODULUS || n % 2n === 0n) {
    const got = n % 2n === 0n ? 'an even one' : 'a smaller one';
    throw new CryptoError('bad-argument', `${name}: expected an odd modulus n of at least 15, got ${got}`);
  }
  if (e < 3n || e >= n || e % 2n === 0n) {
    const got = e % 2n === 0n ? 'an even one' : e < 3n ? 'a smaller one' : 'a larger one';
    throw new CryptoError(
      'bad-argument',
      `${name}: expected an odd exponent e from 3 to n - 1, got ${got}; 65537 is usual`,
    );
  }
}

/**
 * Throws as `expectPublicKey` does, and `bad-argument` unless d is from 1 to n - 1 and the CRT numbers, where the key is
 * used through them, are of their sizes (3.2) with p * q = n.
 */
export function expectPrivateKey(name: string, key: RsaPrivateKey): void {
  expectNumbers(name, 'an RSA private key { n, e, d }', key, ['n', 'e', 'd']);
  expectPublicKey(name, key);
  const { n, d } = key;
  if (d < 1n || d >= n) {
    throw new CryptoError(
      'bad-argument',
      `${name}: expected a private exponent d from 1 to n - 1, got another`,
    );
  }
  const crt = usableCrt(key);
  if (!crt) return;
  expectNumbers(name, 'CRT numbers { p, q, dP, dQ, qInv }', crt, ['p', 'q', 'dP', 'dQ', 'qInv']);
  const { p, q, dP, dQ, qInv } = crt;
  if (p < 2n || p >= n || q < 2n || q >= n || p * q !== n) {
    throw new CryptoError('bad-argument', `${name}: expected primes p and q with p * q = n, got others`);
  }
  if (dP < 1n || dP >= p || dQ < 1n || dQ >= q || qInv < 1n || qInv >= p) {
    throw new CryptoError(
      'bad-argument',
      `${name}: expected dP and qInv from 1 to p - 1 and dQ from 1 to q - 1, got others`,
    );
  }
}

/** Throws `bad-argument` unless `key` is an object whose n and e are bigints, be they what they may. */
export function expectPublicNumbers(name: string, key: RsaPublicKey): void {
  expectNumbers(name, 'an RSA key { n, e }', key, ['n', 'e']);
}

/** What a private operation takes the short way with: none for a key of three primes, or of n, e and d alone. */
export function usableCrt({ crt, otherPrimes }: RsaPrivateKey): RsaCrt | undefined {
  return (otherPrimes?.length ?? 0) > 0 ? undefined : crt;
}

/** Throws `bad-argument` unless `value` is an object whose `fields` are bigints; `what` is what it should be. */
export function expectNumbers<T extends object>(
  name: string,
  what: string,
  value: T,
  fields: readonly (keyof T)[],
): void {
  if (typeof value !== 'object' || value === null) {
    throw new CryptoError('bad-argument', `${name}: expected ${what} of bigints, got ${kindOf(value)}`);
  }
  for (const field of fields) {
    if (typeof value[field] === 'bigint') continue;
    throw new CryptoError(
      'bad-argument',
      `${name}: expected ${what} of bigints, got ${kindOf(value[field])} as ${String(field)}`,
    );
  }
}
