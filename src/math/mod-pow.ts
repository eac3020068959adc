/**
 * Modular exponentiation, by windows of the exponent (Handbook of Applied Cryptography, 14.85).
 *
 * Its time depends on the numbers, as that of every bigint operation in JavaScript does: whoever can measure it closely
 * learns about the exponent.
 */
import { CryptoError, expectInteger } from '../errors.ts';
import { expectAtLeast, expectBitsUpTo } from './integer.ts';

/** The longest modulus and exponent, in bits: a stranger's number must not keep us busy for minutes. */
export const MAX_MODULUS_BITS = 16384;

/**
 * base^exponent mod modulus, from 0 to modulus - 1. `bad-argument` for a negative exponent or a modulus under 1,
 * `too-large` above 16384 bits.
 */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  expectInteger('base', base);
  expectInteger('exponent', exponent);
  expectAtLeast('modulus', modulus, 1n);
  if (exponent < 0n) {
    throw new CryptoError(
      'bad-argument',
      'exponent: expected a number from 0 up, got a negative one; take the power of the inverse instead',
    );
  }
  expectBitsUpTo('modulus', modulus, MAX_MODULUS_BITS);
  expectBitsUpTo('exponent', exponent, MAX_MODULUS_BITS);
  const b = ((base % modulus) + modulus) % modulus;
  return slidingWindow(b, exponent, modulus);
}

/** 14.85: squares for every bit, and multiplies once for each window, which begins and ends with a set bit. */
function slidingWindow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const bits = exponent.toString(2);
  const width = windowWidth(bits.length);
  /** base^1, base^3, base^5, … */
  const odd = [base];
  if (width > 1) {
    const square = (base * base) % modulus;
    for (let i = 1; i < 1 << (width - 1); i++) odd.push((odd[i - 1]! * square) % modulus);
  }
  let power = 1n % modulus;
  for (let at = 0; at < bits.length; ) {
    if (bits[at] === '0') {
      power = (power * power) % modulus;
      at++;
      continue;
    }
    let end = Math.min(at + width, bits.length);
    while (bits[end - 1] === '0') end--;
    for (let i = at; i < end; i++) power = (power * power) % modulus;
    power = (power * odd[Number.parseInt(bits.slice(at, end), 2) >> 1]!) % modulus;
    at = end;
  }
  return power;
}

/** What makes squarings and the table together fewest. */
function windowWidth(exponentBits: number): number {
  if (exponentBits <= 24) return 1;
  if (exponentBits <= 80) return 3;
  if (exponentBits <= 240) return 4;
  return exponentBits <= 672 ? 5 : 6;
}
