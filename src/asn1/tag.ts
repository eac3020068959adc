/**
 * Identifier octets (X.690, 8.1.2): class, primitive or constructed, and number in one byte.
 *
 * Numbers above 30 take several bytes; no key, certificate or message of the toolkit has one, and the reader refuses them.
 */
import { CryptoError } from '../errors.ts';

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Set in the identifier of what holds further elements. */
export const CONSTRUCTED = 0x20;

/** The identifier octet of `[number]`, constructed as EXPLICIT tags are (X.690, 8.14.3), or primitive. */
export function contextTag(number: number, constructed = true): number {
  if (!Number.isInteger(number) || number < 0 || number > 30) {
    throw new CryptoError('bad-argument', `number: expected a tag number from 0 to 30, got ${number}`);
  }
  return 0x80 | (constructed ? CONSTRUCTED : 0) | number;
}

/** For an error: `an OCTET STRING (04)`. */
export function expectedTag(tag: number): string {
  const name = tagName(tag);
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name} (${hexOctet(tag)})`;
}

/** For an error: `30 (SEQUENCE)`. */
export function foundTag(tag: number | undefined): string {
  return tag === undefined ? 'nothing more' : `${hexOctet(tag)} (${tagName(tag)})`;
}

/** Two hex digits. */
export function hexOctet(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}

/** `SEQUENCE`, `[0]`; where the form is not that of its type, `constructed OCTET STRING`. */
export function tagName(tag: number): string {
  const number = tag & 0x1f;
  if (number === 0x1f) return 'tag of several bytes';
  if (tag >= 0xc0) return `PRIVATE ${number}`;
  if (tag >= 0x80) return `[${number}]`;
  if (tag >= 0x40) return `APPLICATION ${number}`;
  const constructed = (tag & CONSTRUCTED) !== 0;
  const name = UNIVERSAL[number] ?? `UNIVERSAL ${number}`;
  if (constructed === (number === 16 || number === 17)) return name;
  return `${constructed ? 'constructed' : 'primitive'} ${name}`;
}

/** X.680, 8.4, table 1. */
const UNIVERSAL: Readonly<Record<number, string>> = {
  0: 'end-of-contents',
  1: 'BOOLEAN',
  2: 'INTEGER',
  3: 'BIT STRING',
  4: 'OCTET STRING',
  5: 'NULL',
  6: 'OBJECT IDENTIFIER',
  10: 'ENUMERATED',
  12: 'UTF8String',
  16: 'SEQUENCE',
  17: 'SET',
  18: 'NumericString',
  19: 'PrintableString',
  20: 'TeletexString',
  22: 'IA5String',
  23: 'UTCTime',
  24: 'GeneralizedTime',
  26: 'VisibleString',
  28: 'UniversalString',
  30: 'BMPString',
};
