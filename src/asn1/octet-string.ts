/** OCTET STRING (X.690, 8.7): bytes as they are; DER never splits them (10.2). */
import { expectBytes } from '../errors.ts';
import type { DerReader } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { TAG } from './tag.ts';

/** The bytes of an OCTET STRING, or of one under the IMPLICIT `tag`, as a view. */
export function readOctetString(
  der: DerReader,
  name: string,
  clause = '',
  tag: number = TAG.octetString,
): Uint8Array {
  return der.open(tag, name, clause).rest(name, clause);
}

/** The elements inside an OCTET STRING, which PKCS#8 wraps keys in. The caller must read them to their end. */
export function openOctetString(der: DerReader, name: string, clause = ''): DerReader {
  return der.open(TAG.octetString, name, clause);
}

export function encodeOctetString(bytes: Uint8Array): Uint8Array {
  expectBytes('bytes', bytes);
  return encodeElement(TAG.octetString, bytes);
}
