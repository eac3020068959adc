/**
 * The string types (X.690, 8.23; X.680, 41): a tag that names the alphabet, and text.
 *
 * Names in certificates come in seven of them, so two names with the same letters may have different bytes. PrintableString
 * is read with any ASCII character: `@` and `*` are not in its alphabet, and stand in many real certificates.
 */
import { CryptoError, expectText } from '../errors.ts';
import { type DerReader, derError } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { hexOctet, TAG } from './tag.ts';

export interface AsnString {
  /** One of the string types of `TAG`. */
  readonly tag: number;
  readonly text: string;
}

const ASCII: ReadonlySet<number> = new Set([
  TAG.numericString,
  TAG.printableString,
  TAG.ia5String,
  TAG.visibleString,
]);
const STRINGS: ReadonlySet<number> = new Set([
  ...ASCII,
  TAG.utf8String,
  TAG.teletexString,
  TAG.universalString,
  TAG.bmpString,
]);

/** Whether `tag` is a string type that `readString` knows. */
export function isStringTag(tag: number | undefined): tag is number {
  return tag !== undefined && STRINGS.has(tag);
}

/** A string of any type. */
export function readString(der: DerReader, name: string, clause = ''): AsnString {
  const tag = der.peekTag();
  if (!isStringTag(tag)) {
    throw derError(
      name,
      'one of the string types',
      der.offset,
      tag === undefined ? 'nothing more' : hexOctet(tag),
    );
  }
  return { tag, text: readStringOf(der, name, tag, tag, clause) };
}

/** An IA5String, which is ASCII, or one under the IMPLICIT `tag`. */
export function readIa5String(
  der: DerReader,
  name: string,
  clause = '',
  tag: number = TAG.ia5String,
): string {
  return readStringOf(der, name, TAG.ia5String, tag, clause);
}

/** The text of a string of type `type` under the identifier `tag`. */
function readStringOf(der: DerReader, name: string, type: number, tag: number, clause: string): string {
  const inner = der.open(tag, name, clause);
  const at = inner.offset;
  const bytes = inner.rest(name, clause);
  if (type === TAG.utf8String) return fromUtf8(bytes, name, at);
  if (type === TAG.bmpString) return fromUnits(bytes, 2, name, at);
  if (type === TAG.universalString) return fromUnits(bytes, 4, name, at);
  const foreign = ASCII.has(type) ? bytes.findIndex((octet) => octet >= 0x80) : -1;
  if (foreign >= 0) throw derError(name, 'an ASCII character', at + foreign, hexOctet(bytes[foreign]!));
  // TeletexString (T.61) is read as Latin-1, as everybody does.
  let text = '';
  for (const octet of bytes) text += String.fromCharCode(octet);
  return text;
}

/** `bad-argument` for text that the type cannot hold. */
export function encodeString({ tag, text }: AsnString): Uint8Array {
  expectText('text', text);
  if (tag === TAG.utf8String) return encodeElement(tag, utf8Encoder.encode(text));
  if (tag === TAG.bmpString) return encodeElement(tag, toUnits(text, 2));
  if (tag === TAG.universalString) return encodeElement(tag, toUnits(text, 4));
  if (!isStringTag(tag)) {
    throw new CryptoError('bad-argument', `tag: expected a string type, got ${tag}`);
  }
  const most = ASCII.has(tag) ? 0x80 : 0x100;
  const codes = [...text].map((character) => character.codePointAt(0)!);
  const foreign = codes.find((code) => code >= most);
  if (foreign !== undefined) {
    throw new CryptoError(
      'bad-argument',
      `text: expected ${most === 0x80 ? 'ASCII' : 'Latin-1'} characters only, got ${JSON.stringify(String.fromCodePoint(foreign))}`,
    );
  }
  return encodeElement(tag, Uint8Array.from(codes));
}

const utf8Encoder = new TextEncoder();
const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function fromUtf8(bytes: Uint8Array, name: string, at: number): string {
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    throw derError(name, 'UTF-8 text', at, 'other bytes');
  }
}

/** Characters of `size` octets each: UCS-2 (in fact UTF-16) or UCS-4. */
function fromUnits(bytes: Uint8Array, size: 2 | 4, name: string, at: number): string {
  if (bytes.length % size !== 0) {
    throw derError(name, `characters of ${size} octets`, at, `${bytes.length} octets`);
  }
  let text = '';
  for (let i = 0; i < bytes.length; i += size) {
    const code = bytes.subarray(i, i + size).reduce((sum, octet) => sum * 256 + octet, 0);
    if (code > 0x10ffff) throw derError(name, 'a character of Unicode', at + i, code.toString(16));
    text += size === 2 ? String.fromCharCode(code) : String.fromCodePoint(code);
  }
  return text;
}

function toUnits(text: string, size: 2 | 4): Uint8Array {
  const codes =
    size === 2
      ? Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
      : [...text].map((character) => character.codePointAt(0)!);
  return Uint8Array.from(
    codes.flatMap((code) =>
      Array.from({ length: size }, (_, i) => Math.floor(code / 256 ** (size - 1 - i)) & 255),
    ),
  );
}
