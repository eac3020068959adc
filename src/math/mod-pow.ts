/**
 * Modular exponentiation, by windows of the exponent (Handbook of Applied Cryptography, 14.85).
 *
 * Its time depends on the numbers, as that of every bigint operation in JavaScript does: whoever can measure it closely
 * learns about the exponent.
 */
import { expectAtLeast, expectBitsUpTo, expectBounded } from './integer.ts';

/** The longest modulus, in bits: a stranger's number must not keep us busy for minutes. */
export const MAX_MODULUS_BITS = 16384;

/**
 * base^exponent mod modulus, from 0 to modulus - 1: any base, and any modulus from 1 up, even or odd. `bad-argument` for
 * a modulus under 1 or a negative exponent (take the power of the inverse), `too-large` for a modulus of more than 16384
 * bits, a base or exponent of more than 32768.
 */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  expectBounded('base', base);
  expectBounded('exponent', exponent);
  expectAtLeast('exponent', exponent, 0n);
  expectAtLeast('modulus', modulus, 1n);
  expectBitsUpTo('modulus', modulus, MAX_MODULUS_BITS);
  return power(((base % modulus) + modulus) % modulus, exponent, modulus);
}

/**
 * 14.85: squares for every bit, and multiplies once for each window, which begins and ends with a set bit.
 *
 * Measured on V8, the `%` of bigint is faster than a reduction by Barrett or Montgomery that is made of bigints.
 */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const bits = exponent.toString(2);
  const width = windowWidth(bits.length);
  /** base^1, base^3, base^5, … */
  const odd = [base];
  if (width > 1) {
    const square = (base * base) % modulus;
    for (let i = 1; i < 1 << (width - 1); i++) odd.push((odd[i - 1]! * square) % modulus);
  }
  let result = 1n;
  for (let at = 0; at < bits.length; ) {
    if (bits[at] === '0') {
      result = (result * result) % modulus;
      at++;
      continue;
    }
    let end = Math.min(at + width, bits.length);
    while (bits[end - 1] === '0') end--;
    for (let i = at; i < end; i++) result = (result * result) % modulus;
    result = (result * odd[Number.parseInt(bits.slice(at, end), 2) >> 1]!) % modulus;
    at = end;
  }
  return result;
}

/** What makes squarings and the table together fewest. */
function windowWidth(exponentBits: number): number {
  if (exponentBits <= 24) return 1;
  if (exponentBits <= 80) return 3;
  if (exponentBits <= 240) return 4;
  return exponentBits <= 672 ? 5 : 6;
}
