/** NULL (X.690, 8.8): an element without contents, which says that there are no parameters. */
import type { DerReader } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { TAG } from './tag.ts';

export function readNull(der: DerReader, name: string, clause = ''): void {
  der.open(TAG.null, name, clause).end(name);
}

export function encodeNull(): Uint8Array {
  return encodeElement(TAG.null);
}
