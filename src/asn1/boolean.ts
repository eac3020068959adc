/** BOOLEAN (X.690, 8.2 and 11.1): 00 is false, FF is true, and DER knows no third. */
import { type DerReader, derError } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { hexOctet, TAG } from './tag.ts';

/** A BOOLEAN, or one under the IMPLICIT `tag`. */
export function readBoolean(der: DerReader, name: string, clause = '', tag: number = TAG.boolean): boolean {
  const inner = der.open(tag, name, clause);
  const at = inner.offset;
  const [octet] = inner.octets(1, name, clause);
  inner.end(name);
  if (octet === 0x00) return false;
  if (octet === 0xff) return true;
  throw derError(name, '00 or ff', at, hexOctet(octet!));
}

export function encodeBoolean(value: boolean): Uint8Array {
  return encodeElement(TAG.boolean, Uint8Array.of(value ? 0xff : 0x00));
}
