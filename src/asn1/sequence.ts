/**
 * SEQUENCE (X.690, 8.9) and context tags (8.14): elements that hold elements.
 *
 * `read` is given what is inside and must read all of it: what is left over is refused.
 */
import { expectBytes } from '../errors.ts';
import { type DerReader, derError } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { contextTag, TAG } from './tag.ts';

/** A SEQUENCE, or one under the IMPLICIT `tag`. */
export function readSequence<T>(
  der: DerReader,
  name: string,
  read: (inner: DerReader) => T,
  clause = '',
  tag: number = TAG.sequence,
): T {
  const inner = der.open(tag, name, clause);
  const value = read(inner);
  inner.end(name);
  return value;
}

/** A SEQUENCE OF, or one under the IMPLICIT `tag`: `read` is called until nothing is left. */
export function readSequenceOf<T>(
  der: DerReader,
  name: string,
  read: (inner: DerReader) => T,
  clause = '',
  tag: number = TAG.sequence,
): T[] {
  const values: T[] = [];
  const inner = der.open(tag, name, clause);
  while (inner.remaining > 0) values.push(read(inner));
  return values;
}

/** As `readSequenceOf`, with at least one element (SIZE (1..MAX)). */
export function readFilledSequenceOf<T>(
  der: DerReader,
  name: string,
  read: (inner: DerReader) => T,
  clause = '',
  tag: number = TAG.sequence,
): T[] {
  const at = der.offset;
  const values = readSequenceOf(der, name, read, clause, tag);
  if (values.length > 0) return values;
  throw derError(name, 'at least one element of the SEQUENCE', at, 'none');
}

/** What stands under `[number] EXPLICIT`; undefined, and nothing read, where another element comes. */
export function readOptional<T>(
  der: DerReader,
  number: number,
  name: string,
  read: (inner: DerReader) => T,
  clause = '',
): T | undefined {
  const tag = contextTag(number);
  return der.peekTag() === tag ? readSequence(der, name, read, clause, tag) : undefined;
}

export function encodeSequence(...elements: Uint8Array[]): Uint8Array {
  return encodeElement(TAG.sequence, ...elements);
}

/** `[number] EXPLICIT` round an element (X.690, 8.14.3). */
export function encodeExplicit(number: number, element: Uint8Array): Uint8Array {
  expectBytes('element', element);
  return encodeElement(contextTag(number), element);
}
