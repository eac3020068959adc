/**
 * Integers of any size: how long they are, and their square roots.
 *
 * JavaScript's bigint does not compute in constant time: how long an operation takes tells about the numbers in it.
 */
import { CryptoError, expectInteger } from '../errors.ts';

/** The longest number that any work is done on, in bits: the product of two below the longest modulus. */
const MAX_OPERAND_BITS = 32768;

/** How many bits the absolute value of `n` has, 0 for 0: 8 for 255 and for -255. */
export function bitLength(n: bigint): number {
  expectInteger('n', n);
  const digits = (n < 0n ? -n : n).toString(16);
  return 4 * digits.length - (LEADING_ZEROS[Number.parseInt(digits[0]!, 16)] ?? 0);
}

/** How many bytes it takes to write the absolute value of `n`: 0 for 0. */
export function byteLength(n: bigint): number {
  return Math.ceil(bitLength(n) / 8);
}

/** The largest integer whose square is at most `n`, by Newton's iteration from above; `bad-argument` below 0. */
export function isqrt(n: bigint): bigint {
  expectBounded('n', n);
  expectAtLeast('n', n, 0n);
  if (n < 2n) return n;
  let root = 1n << BigInt(Math.ceil(bitLength(n) / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** Throws `bad-argument` unless `value` is a bigint of at least `least`. */
export function expectAtLeast(name: string, value: bigint, least: bigint): void {
  expectInteger(name, value);
  if (value >= least) return;
  throw new CryptoError('bad-argument', `${name}: expected an integer from ${least} up, got ${shown(value)}`);
}

/** Throws `too-large` where `value` has more than `most` bits; it costs nothing, however large it is. */
export function expectBitsUpTo(name: string, value: bigint, most: number): void {
  const rest = value >> BigInt(most);
  if (rest === 0n || rest === -1n) return;
  throw new CryptoError('too-large', `${name}: expected at most ${most} bits, got ${bitLength(value)}`);
}

/** Throws `bad-argument` unless `value` is a bigint, and `too-large` where it has more than `MAX_OPERAND_BITS`. */
export function expectBounded(name: string, value: bigint): void {
  expectInteger(name, value);
  expectBitsUpTo(name, value, MAX_OPERAND_BITS);
}

/** An integer for an error message: in full while it is short. */
export function shown(value: bigint): string {
  const bits = bitLength(value);
  return bits <= 64 ? `${value}` : `${value < 0n ? 'a negative one' : 'one'} of ${bits} bits`;
}

/** By a hexadecimal digit: how many of its four bits are zeros in front. */
const LEADING_ZEROS = [4, 3, 2, 2, 1, 1, 1, 1];
