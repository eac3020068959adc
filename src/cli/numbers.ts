/** Numbers of any size on the command line: how they are read, and how they are shown. */
import { InvalidArgumentError } from 'commander';
import { excerpt } from '../bytes/index.ts';
import type { Session } from './session.ts';

/** Of a number that is typed; twice the largest RSA modulus here, in hex or decimal. */
const MOST_DIGITS = 5000;
/** Digits in a line of a long number. */
const LINE_DIGITS = 64;
/** What is shown in one line, decimal and hex side by side. */
const SHORT = 1n << 64n;

export type Base = 10 | 16;

/** A whole number from 0 up, in decimal or `0x…`; for commander's options. */
export function wholeNumber(session: Session): (value: string) => bigint {
  return (value) => {
    const digits = value.trim();
    if (digits.length > MOST_DIGITS) {
      throw new InvalidArgumentError(session.say('rsa.error.longNumber', { most: MOST_DIGITS }));
    }
    if (/^(\d+|0x[\da-f]+)$/i.test(digits)) return BigInt(digits);
    const key = /^[\da-f]+$/i.test(digits) ? 'rsa.error.hexNumber' : 'rsa.error.number';
    throw new InvalidArgumentError(session.say(key, { got: excerpt(value) }));
  };
}

/** Digits, with `0x` in front of hex. */
export function numberText(value: bigint, base: Base): string {
  return base === 16 ? `0x${value.toString(16)}` : value.toString();
}

/** Behind an equals sign: a space and the digits; where they are many, nothing, and lines of their own, indented. */
export function wrappedNumber(value: bigint, base: Base): readonly [inLine: string, below: string] {
  const digits = numberText(value, base);
  return digits.length <= LINE_DIGITS ? [` ${digits}`, ''] : ['', `\n${digitLines(digits)}`];
}

/** A short number in both bases, a long one in lines of its own, indented. */
export function numberBlock(value: bigint, base: Base): { readonly short?: string; readonly lines?: string } {
  if (value < SHORT) return { short: value < 10n ? `${value}` : `${value} (0x${value.toString(16)})` };
  return { lines: digitLines(base === 16 ? evenHex(value) : value.toString()) };
}

function digitLines(digits: string): string {
  const lines = digits.match(new RegExp(`.{1,${LINE_DIGITS}}`, 'g')) ?? [];
  return lines.map((line) => `    ${line}`).join('\n');
}

/** Two digits for each byte. */
function evenHex(value: bigint): string {
  const digits = value.toString(16);
  return digits.length % 2 === 0 ? digits : `0${digits}`;
}
