/**
 * UTCTime and GeneralizedTime (X.690, 11.7 and 11.8), as certificates have them: to the second, in UTC (RFC 5280, 4.1.2.5).
 *
 * UTCTime has two digits for the year: 50 to 99 are of the last century, 00 to 49 of this one. From 2050 on certificates must
 * use GeneralizedTime; one that uses it earlier is read all the same.
 */
import { CryptoError, kindOf } from '../errors.ts';
import { type DerReader, derError } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { hexOctet, TAG } from './tag.ts';

/** Either type. */
export function readTime(der: DerReader, name: string, clause = ''): Date {
  if (der.peekTag() === TAG.generalizedTime) return readGeneralizedTime(der, name, clause);
  if (der.peekTag() !== TAG.utcTime) {
    const tag = der.peekTag();
    throw derError(
      name,
      'UTCTime or GeneralizedTime',
      der.offset,
      tag === undefined ? 'nothing more' : hexOctet(tag),
    );
  }
  const { at, text } = textOf(der, TAG.utcTime, name, clause);
  const year = /^\d\d/.test(text) ? Number(text.slice(0, 2)) : Number.NaN;
  return dateOf(`${year >= 50 ? 19 : 20}${text}`, name, at, 'YYMMDDHHMMSSZ', text);
}

/** GeneralizedTime alone, or one under the IMPLICIT `tag`. */
export function readGeneralizedTime(
  der: DerReader,
  name: string,
  clause = '',
  tag: number = TAG.generalizedTime,
): Date {
  const { at, text } = textOf(der, tag, name, clause);
  return dateOf(text, name, at, 'YYYYMMDDHHMMSSZ', text);
}

/** As certificates want it: UTCTime through 2049, GeneralizedTime after that and before 1950. */
export function encodeTime(date: Date): Uint8Array {
  const text = digitsOf(date);
  const year = date.getUTCFullYear();
  if (year >= 1950 && year < 2050) return encodeElement(TAG.utcTime, ascii(text.slice(2)));
  return encodeElement(TAG.generalizedTime, ascii(text));
}

export function encodeGeneralizedTime(date: Date): Uint8Array {
  return encodeElement(TAG.generalizedTime, ascii(digitsOf(date)));
}

function textOf(der: DerReader, tag: number, name: string, clause: string) {
  const inner = der.open(tag, name, clause);
  const at = inner.offset;
  return { at, text: String.fromCharCode(...inner.rest(name, clause).subarray(0, 32)) };
}

function dateOf(digits: string, name: string, at: number, pattern: string, text: string): Date {
  const fields = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits)?.slice(1).map(Number);
  if (fields) {
    const [year, month, day, hour, minute, second] = fields as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute, second);
    // A day or an hour that does not exist would have moved on to the next.
    if (digitsOf(date) === digits) return date;
  }
  throw derError(name, `a time as ${pattern}`, at, JSON.stringify(text));
}

/** YYYYMMDDHHMMSSZ; `bad-argument` outside the years 0 to 9999. */
function digitsOf(date: Date): string {
  const time: unknown = date instanceof Date ? date.getTime() : undefined;
  if (typeof time !== 'number' || Number.isNaN(time)) {
    throw new CryptoError('bad-argument', `date: expected a Date, got ${kindOf(date)}`);
  }
  const iso = date.toISOString();
  if (!/^\d{4}-/.test(iso)) {
    throw new CryptoError('bad-argument', `date: expected a year from 0 to 9999, got ${iso}`);
  }
  return `${iso.slice(0, 19).replace(/\D/g, '')}Z`;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
