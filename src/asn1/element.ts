/**
 * One element as bytes: identifier, length and contents (X.690, 8.1 and 10.1), from which every encoder is made.
 */
import { concatAll, Writer } from '../bytes/index.ts';
import { expectBytes } from '../errors.ts';
import type { DerReader } from './der-reader.ts';
import { CONSTRUCTED, contextTag } from './tag.ts';

/** The element with identifier octet `tag` whose contents are all `parts`, one after the other. */
export function encodeElement(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const contents = concatAll(parts);
  const { length } = contents;
  return new Writer().u8(tag).bytes(lengthOctets(length)).bytes(contents).finish();
}

/** The shortest form of a length below 2^32 (X.690, 8.1.3 and 10.1). */
export function lengthOctets(length: number): Uint8Array {
  const writer = new Writer();
  if (length < 0x80) writer.u8(length);
  else if (length < 2 ** 8) writer.u8(0x81).u8(length);
  else if (length < 2 ** 16) writer.u8(0x82).u16(length);
  else if (length < 2 ** 24) writer.u8(0x83).u24(length);
  else writer.u8(0x84).u32(length);
  return writer.finish();
}

/** The next element, whatever it is, all of its bytes as they stand: for what nobody here knows how to read. */
export function readAny(der: DerReader, name: string, clause = ''): Uint8Array {
  const start = der.offset;
  der.skip(name, clause);
  return der.since(start);
}

/** `element` under the tag `[number] IMPLICIT`, which takes the place of its own (X.690, 8.14.4). */
export function encodeImplicit(number: number, element: Uint8Array): Uint8Array {
  expectBytes('element', element);
  const tagged = Uint8Array.from(element);
  tagged[0] = contextTag(number, ((element[0] ?? 0) & CONSTRUCTED) !== 0);
  return tagged;
}
