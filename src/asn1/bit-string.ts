/** BIT STRING (X.690, 8.6 and 11.2): how many bits of the last octet are unused, which must be zero, then the octets. */
import { CryptoError, expectBytes } from '../errors.ts';
import { type DerReader, derError } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { hexOctet, TAG } from './tag.ts';

export interface BitString {
  /** The bits, first bit in the top of the first octet; unused ones are zero. */
  readonly bytes: Uint8Array;
  /** Of the last octet, 0 to 7. */
  readonly unusedBits: number;
}

/** A BIT STRING, or one under the IMPLICIT `tag`; `bytes` is a view. */
export function readBitString(
  der: DerReader,
  name: string,
  clause = '',
  tag: number = TAG.bitString,
): BitString {
  const inner = der.open(tag, name, clause);
  const at = inner.offset;
  const [unusedBits = 0] = inner.octets(1, `${name} unused bits`, clause);
  const bytes = inner.rest(name, clause);
  const most = bytes.length === 0 ? 0 : 7;
  if (unusedBits > most) {
    throw derError(`${name} unused bits`, `a count from 0 to ${most}`, at, `${unusedBits}`);
  }
  const last = bytes.at(-1) ?? 0;
  if ((last & ((1 << unusedBits) - 1)) !== 0) {
    throw derError(name, `${unusedBits} zero bits at the end`, inner.offset - 1, hexOctet(last));
  }
  return { bytes, unusedBits };
}

/** The elements inside a BIT STRING of whole octets, as X.509 and SubjectPublicKeyInfo wrap them. */
export function openBitString(der: DerReader, name: string, clause = ''): DerReader {
  const inner = der.open(TAG.bitString, name, clause);
  const at = inner.offset;
  const [unusedBits] = inner.octets(1, `${name} unused bits`, clause);
  if (unusedBits === 0) return inner;
  throw derError(`${name} unused bits`, '00', at, hexOctet(unusedBits!));
}

/** `unusedBits` (0 to 7) of the last octet must be zero, else `bad-argument`. */
export function encodeBitString(bytes: Uint8Array, unusedBits = 0): Uint8Array {
  expectBytes('bytes', bytes);
  const most = bytes.length === 0 ? 0 : 7;
  if (!Number.isInteger(unusedBits) || unusedBits < 0 || unusedBits > most) {
    throw new CryptoError('bad-argument', `unusedBits: expected 0 to ${most}, got ${unusedBits}`);
  }
  if (((bytes.at(-1) ?? 0) & ((1 << unusedBits) - 1)) !== 0) {
    throw new CryptoError('bad-argument', `bytes: expected ${unusedBits} zero bits at the end, got ones`);
  }
  return encodeElement(TAG.bitString, Uint8Array.of(unusedBits), bytes);
}
