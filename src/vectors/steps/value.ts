/** Whether a reported value is the one that is wanted. */
import type { TracedStep } from './trace.ts';

/** Digits of a number that are read; RSA's have fewer. */
const MOST_DIGITS = 20_000;

/** As it is compared: without spaces, in lower case, without 0x. */
export function normalized(value: string): string {
  return value.toLowerCase().replace(/\s+/g, '').replace(/^0x/, '');
}

/**
 * Undefined where it is the same; the first byte that differs where there is one. Bytes may also come as bits, and an odd
 * number of hex digits with a 0 before them; numbers in hex with 0x.
 */
export function differenceOf(
  { value: want, decimal }: Pick<TracedStep, 'value' | 'decimal'>,
  reported: string,
): { readonly byte?: number } | undefined {
  const got = normalized(reported);
  if (got === want) return undefined;
  if (decimal) return isSameNumber(reported.trim(), want) ? undefined : {};
  if (want.length % 2 === 1 && got === `0${want}`) return undefined;
  const digits = got.length === 4 * want.length && /^[01]+$/.test(got) ? fromBits(got) : got;
  if (digits === want) return undefined;
  if (digits.length !== want.length || want.length % 2 === 1 || !/^[\da-f]*$/.test(digits)) return {};
  let byte = 0;
  while (digits.slice(2 * byte, 2 * byte + 2) === want.slice(2 * byte, 2 * byte + 2)) byte++;
  return { byte };
}

function isSameNumber(got: string, want: string): boolean {
  if (got.length > MOST_DIGITS || !/^(\d+|0x[\da-f]+)$/i.test(got)) return false;
  return BigInt(got) === BigInt(want);
}

function fromBits(bits: string): string {
  return bits.replace(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}
