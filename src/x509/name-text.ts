/**
 * Names as people write them (RFC 4514): `CN=Bob,O=Ltd,C=DE`, the last set of the encoding first.
 *
 * OpenSSL's form is read too: `/C=DE/O=Ltd/CN=Bob`, in the order of the encoding.
 */
import { type AsnString, TAG } from '../asn1/index.ts';
import { excerpt, fromHex, toHex } from '../bytes/index.ts';
import { CryptoError, expectText } from '../errors.ts';
import {
  attributeName,
  attributeOid,
  COUNTRY_NAME,
  DN_QUALIFIER,
  DOMAIN_COMPONENT,
  EMAIL_ADDRESS,
  SERIAL_NUMBER,
} from './attribute-types.ts';
import type { Attribute, Name, Rdn } from './name.ts';

/** Characters of a name that is written; more is none. */
const MAX_LENGTH = 4096;

/** The text of RFC 4514, one space behind each comma. Characters that a terminal would obey are escaped as well. */
export function formatName(name: Name): string {
  return name
    .toReversed()
    .map((rdn) => rdn.map(formatAttribute).join('+'))
    .join(', ');
}

function formatAttribute({ type, value }: Attribute): string {
  const text = value instanceof Uint8Array ? `#${toHex(value)}` : escaped(value.text);
  return `${attributeName(type)}=${text}`;
}

/** RFC 4514, 2.4: what would be read as something else stands behind a backslash, control characters as their bytes. */
function escaped(text: string): string {
  return text
    .replace(/["+,;<>\\]|^[ #]| $/g, (character) => `\\${character}`)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) =>
      [...new TextEncoder().encode(character)].map((octet) => `\\${toHex(Uint8Array.of(octet))}`).join(''),
    );
}

/**
 * A name from its text. `bad-argument`, with the place, for what is none; an attribute may be called `CN`, `commonName` or
 * `2.5.4.3`. The empty text is the empty name.
 */
export function parseName(text: string): Name {
  expectText('name', text);
  if (text.length > MAX_LENGTH) {
    throw new CryptoError(
      'bad-argument',
      `name: expected at most ${MAX_LENGTH} characters, got ${text.length}`,
    );
  }
  if (text.startsWith('/')) return split(text.slice(1), '/').map(parseRdn);
  return text.trim() === '' ? [] : split(text, ',', ';').map(parseRdn).toReversed();
}

/** The pieces between separators that are neither escaped nor quoted, as they stand. */
function split(text: string, ...separators: readonly string[]): string[] {
  const pieces = [''];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '"') quoted = !quoted;
    if (!quoted && separators.includes(character)) pieces.push('');
    else pieces[pieces.length - 1] += character === '\\' ? character + (text[++i] ?? '') : character;
  }
  if (quoted) throw new CryptoError('bad-argument', `name: expected a closing ", got ${excerpt(text)}`);
  return pieces;
}

function parseRdn(text: string): Rdn {
  return split(text, '+').map(parseAttribute);
}

function parseAttribute(text: string): Attribute {
  const equals = text.indexOf('=');
  const key = text.slice(0, equals).trim();
  if (equals < 0 || key === '') {
    throw new CryptoError('bad-argument', `name: expected parts such as CN=Bob, got ${excerpt(text.trim())}`);
  }
  const type = attributeOid(key);
  if (type === undefined) {
    throw new CryptoError(
      'bad-argument',
      `name: expected attributes such as CN, O, OU, L, ST, C or emailAddress, got ${excerpt(key)}`,
    );
  }
  const written = text.slice(equals + 1).trimStart();
  if (/^#([0-9a-f]{2})+\s*$/i.test(written)) return { type, value: fromHex(written.trim().slice(1)) };
  const value = unescaped(written);
  if (value === '') {
    throw new CryptoError('bad-argument', `name: expected a value behind ${key}=, got none`);
  }
  return { type, value: stringOf(type, value) };
}

/** Without quotes and backslashes, and without the spaces at the end that are not escaped. */
function unescaped(text: string): string {
  const octets: number[] = [];
  const encoder = new TextEncoder();
  let end = 0;
  for (let i = 0; i < text.length; ) {
    const hex = /^\\([0-9a-f]{2})/i.exec(text.slice(i, i + 3))?.[1];
    const character = String.fromCodePoint(text.codePointAt(i)!);
    if (hex !== undefined) {
      octets.push(Number.parseInt(hex, 16));
      i += 3;
    } else if (character === '\\') {
      const next = text.codePointAt(i + 1);
      if (next === undefined) {
        throw new CryptoError(
          'bad-argument',
          `name: expected a character behind the last backslash, got ${excerpt(text)}`,
        );
      }
      const escapedCharacter = String.fromCodePoint(next);
      octets.push(...encoder.encode(escapedCharacter));
      i += 1 + escapedCharacter.length;
    } else {
      i += character.length;
      if (character === '"') continue;
      octets.push(...encoder.encode(character));
      if (character === ' ') continue;
    }
    end = octets.length;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(octets.slice(0, end)));
}

/** The string type the standard gives an attribute (RFC 5280, A.1): UTF8String, but for the old ones. */
function stringOf(type: string, text: string): AsnString {
  if (type === COUNTRY_NAME) {
    if (!/^[A-Za-z]{2}$/.test(text)) {
      throw new CryptoError(
        'bad-argument',
        `name: expected two letters as the country C, got ${excerpt(text)}`,
      );
    }
    return { tag: TAG.printableString, text };
  }
  if (type === SERIAL_NUMBER || type === DN_QUALIFIER) return { tag: TAG.printableString, text };
  if (type === EMAIL_ADDRESS || type === DOMAIN_COMPONENT) return { tag: TAG.ia5String, text };
  return { tag: TAG.utf8String, text };
}
