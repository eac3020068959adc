/** ENUMERATED (X.690, 8.4): a number that stands for a name, encoded as an INTEGER is. */
import type { DerReader } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { readSmall, twosComplement } from './integer.ts';
import { TAG } from './tag.ts';

/** From 0 to `most`. */
export function readEnumerated(der: DerReader, name: string, most: number, clause = ''): number {
  return readSmall(der, name, most, clause, TAG.enumerated);
}

export function encodeEnumerated(value: number): Uint8Array {
  return encodeElement(TAG.enumerated, twosComplement(BigInt(value)));
}
