/** Names: as bytes, as text (RFC 4514), and when two are the same (RFC 5280, 7.1). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDer, TAG } from '../../src/asn1/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import {
  attributeName,
  attributeOid,
  attributeValues,
  encodeName,
  formatName,
  isBelow,
  type Name,
  parseName,
  readName,
  sameName,
} from '../../src/x509/index.ts';
import { withCode } from '../with-code.ts';

const read = (der: Uint8Array): Name => {
  const reader = openDer(der);
  const name = readName(reader, 'name');
  reader.end('name');
  return name;
};
const cn = (text: string, tag: number = TAG.utf8String): Name => [
  [{ type: '2.5.4.3', value: { tag, text } }],
];

describe('the text of a name', () => {
  it('has the last set of the encoding first (RFC 4514, 2.1)', () => {
    const name = parseName('CN=Bob,O=Ltd,C=DE');
    expect(name.map(([attribute]) => attribute!.type)).toEqual(['2.5.4.6', '2.5.4.10', '2.5.4.3']);
    expect(formatName(name)).toBe('CN=Bob, O=Ltd, C=DE');
    expect(parseName('/C=DE/O=Ltd/CN=Bob')).toEqual(name);
    expect(parseName(' cn = Bob ;organizationName=Ltd,2.5.4.6= DE ')).toEqual(name);
  });

  /** The examples of RFC 4514, 4, and what they stand for. */
  it.each([
    ['UID=jsmith,DC=example,DC=net', ['net', 'example', 'jsmith']],
    ['OU=Sales+CN=J.  Smith,DC=example,DC=net', ['net', 'example', 'Sales', 'J.  Smith']],
    ['CN=James \\"Jim\\" Smith\\, III,DC=example', ['example', 'James "Jim" Smith, III']],
    ['CN=Before\\0dAfter,DC=example', ['example', 'Before\rAfter']],
    ['CN=Lu\\C4\\8Di\\C4\\87', ['Lučić']],
    ['CN=\\ a\\ ', [' a ']],
    ['CN=\\#a', ['#a']],
    ['O="a, b"', ['a, b']],
  ])('%s', (text, values) => {
    const found = parseName(text).flatMap((rdn) =>
      rdn.map(({ value }) => (value instanceof Uint8Array ? toHex(value) : value.text)),
    );
    expect(found).toEqual(values);
    expect(parseName(formatName(parseName(text)))).toEqual(parseName(text));
  });

  it('takes values of other types as their DER', () => {
    const name = parseName('1.3.6.1.4.1.1466.0=#04024869');
    expect(name).toEqual([[{ type: '1.3.6.1.4.1.1466.0', value: fromHex('04024869') }]]);
    expect(formatName(name)).toBe('1.3.6.1.4.1.1466.0=#04024869');
  });

  it('gives each attribute the string type of the standard', () => {
    const tags = (text: string) =>
      parseName(text).flatMap((rdn) => rdn.map(({ value }) => (value as { tag: number }).tag));
    expect(tags('CN=a')).toEqual([TAG.utf8String]);
    expect(tags('C=DE')).toEqual([TAG.printableString]);
    expect(tags('emailAddress=a@b.example')).toEqual([TAG.ia5String]);
    expect(tags('DC=example')).toEqual([TAG.ia5String]);
  });

  it('escapes what a terminal would obey, and says the same when read again', () => {
    const name = cn('\u001b[31mred\u202e\u0007');
    expect(formatName(name)).toBe('CN=\\1b[31mred\\e2\\80\\ae\\07');
    expect(parseName(formatName(name))).toEqual(name);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const written = formatName(cn(text));
        expect(/\p{Cc}/u.test(written)).toBe(false);
        expect(parseName(written)).toEqual(cn(text));
      }),
    );
  });

  it.each([
    ['Bob', 'name: expected parts such as CN=Bob, got "Bob"'],
    ['CN=Bob,', 'name: expected parts such as CN=Bob, got ""'],
    ['=Bob', /^name: expected parts/],
    ['XY=Bob', /^name: expected attributes such as CN, .* got "XY"$/],
    ['CN=', 'name: expected a value behind CN=, got none'],
    ['C=Germany', 'name: expected two letters as the country C, got "Germany"'],
    ['CN="Bob', /^name: expected a closing "/],
    ['CN=Bob\\', /^name: expected a character behind the last backslash/],
    [`CN=${'a'.repeat(5000)}`, 'name: expected at most 4096 characters, got 5003'],
    ['__proto__=x', /^name: expected attributes/],
  ])('refuses %s', (text, message) => {
    expect(() => parseName(text)).toThrow(withCode('bad-argument', message));
  });

  it('is empty for the empty name', () => {
    expect(parseName('')).toEqual([]);
    expect(formatName([])).toBe('');
  });
});

describe('the bytes of a name', () => {
  it('invert their encoder', () => {
    const name = parseName('CN=Bob+OU=x,emailAddress=a@b.example,O=Über,C=DE');
    expect(read(encodeName(name)).flat()).toHaveLength(5);
    expect(sameName(read(encodeName(name)), name)).toBe(true);
    expect(toHex(encodeName(parseName('CN=a')))).toBe('300c310a300806035504030c0161');
  });

  it('are refused where a set is empty, or there is more than a name needs', () => {
    expect(() => read(fromHex('30023100'))).toThrow(
      withCode('bad-format', /at least one element of the SET/),
    );
    const many = encodeName(Array.from({ length: 257 }, () => cn('a')[0]!));
    expect(() => read(many)).toThrow(withCode('bad-format', /at most 256 attributes/));
  });
});

describe('whether two names are the same', () => {
  it.each([
    ['CN=Bob', 'CN=BOB'],
    ['CN=Bob Smith', 'CN=  Bob   Smith '],
    ['CN=Straße', 'CN=STRAßE'],
    ['CN=ﬁ', 'CN=fi'],
    ['CN=a\\c2\\adb', 'CN=ab'], // a soft hyphen
    ['CN=Bob+OU=x', 'OU=X+CN=bob'],
    ['emailAddress=Bob@B.Example', 'emailAddress=bob@b.example'],
  ])('%s and %s are', (a, b) => {
    const spaced = b.includes('  ') ? cn('  Bob   Smith ') : parseName(b);
    expect(sameName(parseName(a), spaced)).toBe(true);
  });

  it('does not ask for the string type', () => {
    for (const tag of [TAG.printableString, TAG.teletexString, TAG.bmpString, TAG.universalString]) {
      expect(sameName(cn('Bob'), cn('bob', tag))).toBe(true);
    }
  });

  it.each([
    ['CN=Bob', 'CN=Bob Smith'],
    ['CN=Bob', 'O=Bob'],
    ['CN=Bob,O=x', 'O=x,CN=Bob'],
    ['CN=Bob+OU=x', 'CN=Bob,OU=x'],
    ['CN=a b', 'CN=ab'],
    ['CN=Bob', ''],
    ['CN=a=b', 'CN=a+CN=b'],
    ['CN=a/2.5.4.3\\=b', 'CN=b,CN=a'],
  ])('%s and %s are not', (a, b) => expect(sameName(parseName(a), parseName(b))).toBe(false));

  it('stands below a name that it begins with', () => {
    const bob = parseName('CN=Bob,OU=x,O=Ltd,C=DE');
    expect(isBelow(bob, parseName('O=LTD,C=de'))).toBe(true);
    expect(isBelow(bob, bob)).toBe(true);
    expect(isBelow(bob, [])).toBe(true);
    expect(isBelow(bob, parseName('O=Ltd'))).toBe(false);
    expect(isBelow(parseName('C=DE'), bob)).toBe(false);
  });
});

describe('the attributes of a name', () => {
  it('are known by several words', () => {
    for (const word of ['CN', 'cn', 'commonName', '2.5.4.3']) expect(attributeOid(word)).toBe('2.5.4.3');
    expect(attributeOid('constructor')).toBeUndefined();
    expect(attributeName('2.5.4.3')).toBe('CN');
    expect(attributeName('1.2.3')).toBe('1.2.3');
    expect(attributeValues(parseName('CN=a,CN=b,O=c'), '2.5.4.3')).toEqual(['b', 'a']);
  });
});
