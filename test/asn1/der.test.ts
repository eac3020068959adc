/** DER: each type inverts its encoder, every deviation from the one encoding is refused with its byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contextTag,
  type DerReader,
  encodeBitString,
  encodeBoolean,
  encodeElement,
  encodeExplicit,
  encodeImplicit,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  openBitString,
  openDer,
  openOctetString,
  readAny,
  readBitString,
  readBoolean,
  readInteger,
  readNull,
  readOctetString,
  readOid,
  readOptional,
  readPositive,
  readSequence,
  readSequenceOf,
  readSmall,
} from '../../src/asn1/index.ts';
import { type AnnotatedBytes, fromHex, toHex } from '../../src/bytes/index.ts';
import { withCode } from '../with-code.ts';

const open = (hex: string) => openDer(fromHex(hex));
const bytes = fc.uint8Array({ maxLength: 300 });

/** Encodes, reads back, and demands that nothing is left. */
function roundTrip<T>(der: Uint8Array, read: (reader: DerReader, name: string) => T): T {
  const reader = openDer(der);
  const value = read(reader, 'x');
  reader.end('x');
  return value;
}

describe('each type', () => {
  it('inverts its encoder', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 600n), max: 2n ** 600n }), (value) => {
        expect(roundTrip(encodeInteger(value), readInteger)).toBe(value);
      }),
    );
    fc.assert(
      fc.property(bytes, (value) => {
        expect(roundTrip(encodeOctetString(value), readOctetString)).toEqual(value);
        expect(roundTrip(encodeBitString(value), readBitString)).toEqual({ bytes: value, unusedBits: 0 });
        expect(roundTrip(encodeElement(0x13, value), readAny)).toEqual(encodeElement(0x13, value));
      }),
    );
    const arcs = fc.array(fc.bigInt({ min: 0n, max: 2n ** 128n }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 39 }), arcs, (a, b, more) => {
        const oid = [a, b, ...more].join('.');
        expect(roundTrip(encodeOid(oid), readOid)).toBe(oid);
      }),
    );
    for (const value of [true, false]) expect(roundTrip(encodeBoolean(value), readBoolean)).toBe(value);
    expect(roundTrip(encodeNull(), readNull)).toBeUndefined();
  });

  /** X.690, 8.3; 8.19.5; 8.6.4.2 and the layman's guide: values and their octets. */
  it.each([
    [0n, '020100'],
    [127n, '02017f'],
    [128n, '02020080'],
    [256n, '02020100'],
    [-1n, '0201ff'],
    [-128n, '020180'],
    [-129n, '0202ff7f'],
    [65537n, '0203010001'],
  ])('INTEGER %d is %s', (value, hex) => {
    expect(toHex(encodeInteger(value))).toBe(hex);
    expect(readInteger(open(hex), 'x')).toBe(value);
  });

  it.each([
    ['1.2.840.113549', '06062a864886f70d'],
    ['2.999.3', '0603883703'],
    ['0.39', '060127'],
    ['1.39', '06014f'],
    ['2.0', '060150'],
    ['2.47', '06017f'],
    ['2.48', '06028100'],
  ])('OBJECT IDENTIFIER %s is %s', (oid, hex) => {
    expect(toHex(encodeOid(oid))).toBe(hex);
    expect(readOid(open(hex), 'x')).toBe(oid);
  });

  it.each([0, 127, 128, 255, 256, 65535, 65536])('the length %i is as short as it can be', (length) => {
    const der = encodeOctetString(new Uint8Array(length));
    const octets = length < 128 ? 1 : length < 256 ? 2 : length < 65536 ? 3 : 4;
    expect(der.length).toBe(length + 1 + octets);
    expect(readOctetString(openDer(der), 'x').length).toBe(length);
  });

  it('BIT STRING with unused bits, and under an implicit tag', () => {
    const der = encodeBitString(Uint8Array.of(0x6e, 0x5d, 0xc0), 6);
    expect(toHex(der)).toBe('0304066e5dc0');
    expect(readBitString(openDer(der), 'x')).toEqual({
      bytes: Uint8Array.of(0x6e, 0x5d, 0xc0),
      unusedBits: 6,
    });
    const tagged = encodeImplicit(1, der);
    expect(tagged[0]).toBe(0x81);
    expect(readBitString(openDer(tagged), 'x', '', contextTag(1, false)).unusedBits).toBe(6);
  });

  it('nests, and reads what is optional only where it stands', () => {
    const der = encodeSequence(encodeInteger(1n), encodeExplicit(2, encodeOctetString(encodeInteger(7n))));
    const read = readSequence(openDer(der), 'outer', (inner) => ({
      first: readSmall(inner, 'first', 5),
      zero: readOptional(inner, 0, 'zero', (e) => readNull(e, 'zero')),
      two: readOptional(inner, 2, 'two', (e) => {
        const wrapped = openOctetString(e, 'two');
        return [wrapped.offset, readPositive(wrapped, 'two')];
      }),
    }));
    expect(read).toEqual({ first: 1, zero: undefined, two: [9, 7n] });
    const list = encodeSequence(encodeInteger(1n), encodeInteger(2n));
    expect(readSequenceOf(openDer(list), 'list', (inner) => readInteger(inner, 'x'))).toEqual([1n, 2n]);
  });

  it('records what it reads, at its place in the whole', () => {
    const fields: AnnotatedBytes[] = [];
    const der = encodeSequence(encodeInteger(300n));
    const reader = openDer(der, { record: (field) => fields.push(field) });
    readSequence(reader, 'list', (inner) => readInteger(inner, 'n', 'RFC 1'), 'RFC 0');
    expect(fields.map(({ offset, name, value, clause }) => [offset, name, value, clause])).toEqual([
      [0, 'list tag', '30', 'RFC 0'],
      [1, 'list length', '04', 'RFC 0'],
      [2, 'n tag', '02', 'RFC 1'],
      [3, 'n length', '02', 'RFC 1'],
      [4, 'n', '012c', 'RFC 1'],
    ]);
  });
});

const readers: Record<string, (reader: DerReader, name: string) => unknown> = {
  boolean: readBoolean,
  integer: readInteger,
  positive: readPositive,
  small: (reader, name) => readSmall(reader, name, 5),
  bits: readBitString,
  openBits: openBitString,
  octets: readOctetString,
  null: readNull,
  oid: readOid,
  any: readAny,
  list: (reader, name) => readSequence(reader, name, () => 0),
};

describe('what is not DER', () => {
  it.each([
    // X.690, 10.1: lengths
    ['octets', '0480', 'x: expected a definite length at byte 1, got 80 (indefinite, which only BER allows)'],
    ['octets', '04810100', 'x: expected the shortest form of the length at byte 1, got 81 01'],
    ['octets', '048200ff', 'x: expected the shortest form of the length at byte 1, got 82 00 ff'],
    ['octets', '0485ffffffffff', 'x: expected a length of at most 4 octets at byte 1, got 85 (5 octets)'],
    ['octets', '04ff', 'x: expected a length of at most 4 octets at byte 1, got ff (127 octets)'],
    ['octets', '0484ffffffff00', 'x: expected 4294967295 bytes at byte 6, got 1 before the end'],
    ['octets', '0403aabb', 'x: expected 3 bytes at byte 2, got 2 before the end'],
    ['octets', '0482', 'x length: expected 2 bytes at byte 2, got 0 before the end'],
    ['octets', '04', 'x length: expected 1 bytes at byte 1, got 0 before the end'],
    // 8.1.2: identifiers
    ['octets', '', 'x: expected an OCTET STRING (04) at byte 0, got nothing more'],
    ['octets', '3000', 'x: expected an OCTET STRING (04) at byte 0, got 30 (SEQUENCE)'],
    ['octets', '2400', 'x: expected an OCTET STRING (04) at byte 0, got 24 (constructed OCTET STRING)'],
    ['list', '1000', 'x: expected a SEQUENCE (30) at byte 0, got 10 (primitive SEQUENCE)'],
    ['list', 'a300', 'x: expected a SEQUENCE (30) at byte 0, got a3 ([3])'],
    ['list', '4100', 'x: expected a SEQUENCE (30) at byte 0, got 41 (APPLICATION 1)'],
    ['list', 'c100', 'x: expected a SEQUENCE (30) at byte 0, got c1 (PRIVATE 1)'],
    ['list', '30020500', 'x: expected its end at byte 2, got 2 more bytes'],
    ['any', '1f8101', 'x: expected a tag number below 31 at byte 0, got 1f, which announces more bytes'],
    ['any', '', 'x: expected an element at byte 0, got nothing more'],
    ['any', '3003020201', 'x: expected 2 bytes at byte 4, got 1 before the end'],
    // 8.2, 11.1; 8.3; 8.8
    ['boolean', '010101', 'x: expected 00 or ff at byte 2, got 01'],
    ['boolean', '0102ffff', 'x: expected its end at byte 3, got 1 more bytes'],
    ['integer', '0200', 'x: expected at least one octet of the INTEGER at byte 2, got no octet'],
    ['integer', '02020001', 'x: expected the shortest form of the INTEGER at byte 2, got 00 01'],
    ['integer', '0202ff80', 'x: expected the shortest form of the INTEGER at byte 2, got ff 80'],
    ['positive', '020100', 'x: expected a positive INTEGER at byte 0, got 0'],
    ['positive', '0201ff', 'x: expected a positive INTEGER at byte 0, got a negative one'],
    ['small', '020106', 'x: expected an INTEGER from 0 to 5 at byte 0, got 6'],
    ['small', '0201fe', 'x: expected an INTEGER from 0 to 5 at byte 0, got -2'],
    ['small', '020a01000000000000000000', 'x: expected an INTEGER from 0 to 5 at byte 0, got a long one'],
    ['null', '050100', 'x: expected its end at byte 2, got 1 more bytes'],
    // 8.6, 11.2
    ['bits', '0300', 'x unused bits: expected 1 bytes at byte 2, got 0 before the end'],
    ['bits', '03020880', 'x unused bits: expected a count from 0 to 7 at byte 2, got 8'],
    ['bits', '030101', 'x unused bits: expected a count from 0 to 0 at byte 2, got 1'],
    ['bits', '0303046e5d', 'x: expected 4 zero bits at the end at byte 4, got 5d'],
    ['openBits', '030304aaf0', 'x unused bits: expected 00 at byte 2, got 04'],
    // 8.19
    ['oid', '0600', 'x: expected at least one octet of the OBJECT IDENTIFIER at byte 2, got no octet'],
    ['oid', '06032a8001', 'x: expected the shortest form of an arc at byte 3, got 80'],
    ['oid', '06022a81', 'x: expected the last octet of an arc at byte 4, got nothing more'],
  ] as const)('%s of %j: %s', (type, hex, message) => {
    const read = readers[type]!;
    expect(() => read(open(hex), 'x')).toThrow(expect.objectContaining({ code: 'bad-format', message }));
  });

  it('is bounded: an identifier, depth, count and size', () => {
    const long = encodeElement(0x06, new Uint8Array(257).fill(1));
    expect(() => readOid(openDer(long), 'x')).toThrow(withCode('bad-format', /at most 256 octets.*got 257/));
    const nested = (levels: number) => {
      let der: Uint8Array = new Uint8Array(0);
      for (let i = 0; i < levels; i++) der = encodeSequence(der);
      return der;
    };
    expect(readAny(openDer(nested(32)), 'x').length).toBe(64);
    expect(() => readAny(openDer(nested(33)), 'x')).toThrow(
      withCode('too-large', /^x: expected at most 32 levels of nesting until byte 64, got more$/),
    );
    const many = encodeSequence(...Array.from({ length: 20 }, encodeNull));
    expect(() => readAny(openDer(many, { maxElements: 20 }), 'x')).toThrow(
      withCode('too-large', /at most 20 elements until byte 40/),
    );
    expect(readAny(openDer(many, { maxElements: 21 }), 'x')).toEqual(many);
    expect(() => openDer(new Uint8Array(11), { maxBytes: 10 })).toThrow(
      withCode('too-large', /at most 10 bytes, got 11/),
    );
  });

  it('never anything but a CryptoError, nor much time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(...Object.keys(readers)), (der, type) => {
        try {
          readers[type]!(openDer(der), 'x');
        } catch (error) {
          expect(error).toMatchObject({ name: 'CryptoError' });
        }
      }),
      { numRuns: 2000 },
    );
    const deep = new Uint8Array(200_000).map((_, i) => (i % 2 ? 0x80 : 0x30));
    expect(() => readAny(openDer(deep), 'x')).toThrow(withCode('bad-format', /indefinite/));
  });
});

describe('the encoders', () => {
  it.each([
    '',
    '1',
    '3.1',
    '1.40',
    '0.40.1',
    '1.2.',
    '1..2',
    '1.02',
    '1.-2',
    'a.b',
    `1.2.${'1'.repeat(2000)}`,
  ])('refuse the identifier %j', (oid) =>
    expect(() => encodeOid(oid)).toThrow(withCode('bad-argument', /^oid: /)),
  );

  it.each([-1, 8, 1.5])('refuse %d unused bits', (count) =>
    expect(() => encodeBitString(Uint8Array.of(0), count)).toThrow(withCode('bad-argument', /^unusedBits: /)),
  );

  it('refuse unused bits that are set, or that are in no octet', () => {
    expect(() => encodeBitString(Uint8Array.of(1), 1)).toThrow(
      withCode('bad-argument', /^bytes: .*1 zero bits/),
    );
    expect(() => encodeBitString(new Uint8Array(0), 1)).toThrow(withCode('bad-argument', /0 to 0/));
  });

  it.each([-1, 31, 0.5])('refuse the tag number %d', (number) => {
    expect(() => encodeExplicit(number, encodeNull())).toThrow(withCode('bad-argument', /^number: /));
    expect(() => encodeImplicit(number, encodeNull())).toThrow(withCode('bad-argument', /^number: /));
  });
});
