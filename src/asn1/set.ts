/** SET OF (X.690, 8.12 and 11.6): elements in no order, which DER writes in that of their bytes. */
import { type DerReader, derError } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { TAG } from './tag.ts';

/** `read` is called until nothing is left. The order is not judged: signed bytes are kept as they stand. */
export function readSetOf<T>(
  der: DerReader,
  name: string,
  read: (inner: DerReader) => T,
  clause = '',
  tag: number = TAG.set,
): T[] {
  const values: T[] = [];
  const inner = der.open(tag, name, clause);
  while (inner.remaining > 0) values.push(read(inner));
  return values;
}

/** As `readSetOf`, with at least one element (SIZE (1..MAX)). */
export function readFilledSetOf<T>(
  der: DerReader,
  name: string,
  read: (inner: DerReader) => T,
  clause = '',
  tag: number = TAG.set,
): T[] {
  const at = der.offset;
  const values = readSetOf(der, name, read, clause, tag);
  if (values.length > 0) return values;
  throw derError(name, 'at least one element of the SET', at, 'none');
}

export function encodeSetOf(...elements: Uint8Array[]): Uint8Array {
  return encodeElement(TAG.set, ...elements.toSorted(compareBytes));
}

/** By the first byte that differs; of two with the same beginning, the shorter first. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
