/** The numbers of an exchange as text: short ones in full, of long ones both ends and the length. */
import { bitLength } from '../../../math/index.ts';
import { numberText } from '../../numbers.ts';
import type { Session } from '../../session.ts';

/** Up to here a number is written in decimal, and formulas are shown with their numbers. */
const SHORT = 1n << 64n;
/** Hex digits of a long number that are shown at each end. */
const END_DIGITS = 8;

function isShort(value: bigint): boolean {
  return value < SHORT;
}

/** In full, in the base that suits its length: as it can be typed again. */
export function fullNumber(value: bigint): string {
  return numberText(value, isShort(value) ? 10 : 16);
}

/** In full where it is short or `all` is asked for. */
export function numberFor(session: Session, value: bigint, all = false): string {
  if (all || isShort(value)) return fullNumber(value);
  const digits = value.toString(16);
  const ends = `0x${digits.slice(0, END_DIGITS)}…${digits.slice(-END_DIGITS)}`;
  return session.say('dh.number.long', { digits: ends, bits: bitLength(value) });
}

/** `A = g^a mod p = 5^6 mod 23 = 8`: the numbers in between only where all of them are short. */
export function powerText(
  session: Session,
  letters: string,
  [base, exponent, p]: readonly [bigint, bigint, bigint],
  value: bigint,
  all = false,
): string {
  const isPlain = [base, exponent, p].every(isShort);
  const numbers = isPlain ? ` = ${base}^${exponent} mod ${p}` : '';
  return `${letters} mod p${numbers} = ${numberFor(session, value, all)}`;
}

/** For `--json`. */
export function decimals<Name extends string>(numbers: Readonly<Record<Name, bigint>>): Record<Name, string> {
  const entries = Object.entries<bigint>(numbers).map(([name, value]) => [name, value.toString()]);
  return Object.fromEntries(entries) as Record<Name, string>;
}
