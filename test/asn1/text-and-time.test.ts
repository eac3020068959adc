/** Strings, times, sets and ENUMERATED: each inverts its encoder, and what is none is refused with its byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DerReader,
  encodeElement,
  encodeEnumerated,
  encodeGeneralizedTime,
  encodeInteger,
  encodeSetOf,
  encodeString,
  encodeTime,
  openDer,
  readEnumerated,
  readFilledSetOf,
  readGeneralizedTime,
  readIa5String,
  readInteger,
  readSetOf,
  readString,
  readTime,
  TAG,
} from '../../src/asn1/index.ts';
import { fromHex, toHex, utf8 } from '../../src/bytes/index.ts';
import { withCode } from '../with-code.ts';

const read = <T>(der: Uint8Array, call: (reader: DerReader, name: string) => T): T => {
  const reader = openDer(der);
  const value = call(reader, 'x');
  reader.end('x');
  return value;
};
const time = (tag: number, text: string) => read(encodeElement(tag, utf8(text)), readTime).toISOString();

describe('strings', () => {
  const ascii = fc.string({ unit: 'grapheme-ascii' });
  const latin1 = fc.array(fc.integer({ min: 0, max: 255 })).map((codes) => String.fromCharCode(...codes));
  const unicode = fc.string({ unit: 'grapheme' });

  it.each([
    [TAG.printableString, ascii],
    [TAG.ia5String, ascii],
    [TAG.numericString, ascii],
    [TAG.visibleString, ascii],
    [TAG.teletexString, latin1],
    [TAG.utf8String, unicode],
    [TAG.bmpString, unicode],
    [TAG.universalString, unicode],
  ])('type %i inverts its encoder', (tag, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(encodeString({ tag, text }), readString)).toEqual({ tag, text });
      }),
    );
  });

  it('has the bytes of the standards', () => {
    expect(toHex(encodeString({ tag: TAG.bmpString, text: 'a密' }))).toBe('1e0400615bc6');
    expect(toHex(encodeString({ tag: TAG.universalString, text: '😀' }))).toBe('1c040001f600');
    expect(toHex(encodeString({ tag: TAG.teletexString, text: 'ü' }))).toBe('1401fc');
  });

  it.each([
    ['0c01ff', 'x: expected UTF-8 text at byte 2, got other bytes'],
    ['0c03eda080', 'x: expected UTF-8 text at byte 2, got other bytes'],
    ['13026180', 'x: expected an ASCII character at byte 3, got 80'],
    ['1e0161', 'x: expected characters of 2 octets at byte 2, got 1 octets'],
    ['1c0400110000', 'x: expected a character of Unicode at byte 2, got 110000'],
    ['020101', 'x: expected one of the string types at byte 0, got 02'],
  ])('refuses %s', (hex, message) => {
    expect(() => read(fromHex(hex), readString)).toThrow(withCode('bad-format', message));
  });

  it('refuses text that the type cannot hold', () => {
    for (const [tag, text] of [
      [TAG.printableString, 'ü'],
      [TAG.ia5String, '密'],
      [TAG.teletexString, '密'],
    ] as const) {
      expect(() => encodeString({ tag, text })).toThrow(withCode('bad-argument', /^text: expected/));
    }
    expect(() => encodeString({ tag: TAG.integer, text: '' })).toThrow(withCode('bad-argument', /^tag: /));
    expect(() => read(encodeString({ tag: TAG.utf8String, text: 'a' }), readIa5String)).toThrow(
      withCode('bad-format', /IA5String/),
    );
  });
});

describe('times', () => {
  it('UTCTime: 50 to 99 are of the last century (RFC 5280, 4.1.2.5.1)', () => {
    expect(time(TAG.utcTime, '500101000000Z')).toBe('1950-01-01T00:00:00.000Z');
    expect(time(TAG.utcTime, '991231235959Z')).toBe('1999-12-31T23:59:59.000Z');
    expect(time(TAG.utcTime, '000229000000Z')).toBe('2000-02-29T00:00:00.000Z');
    expect(time(TAG.utcTime, '491231235959Z')).toBe('2049-12-31T23:59:59.000Z');
    expect(time(TAG.generalizedTime, '20020101120100Z')).toBe('2002-01-01T12:01:00.000Z');
    expect(time(TAG.generalizedTime, '00010101000000Z')).toBe('0001-01-01T00:00:00.000Z');
    expect(time(TAG.generalizedTime, '99991231235959Z')).toBe('9999-12-31T23:59:59.000Z');
  });

  it('inverts its encoder, in the type that certificates want', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (given) => {
        const second = new Date(Math.floor(given.getTime() / 1000) * 1000);
        const der = encodeTime(second);
        expect(read(der, readTime)).toEqual(second);
        const year = second.getUTCFullYear();
        expect(der[0]).toBe(year >= 1950 && year < 2050 ? TAG.utcTime : TAG.generalizedTime);
        expect(read(encodeGeneralizedTime(second), readGeneralizedTime)).toEqual(second);
      }),
    );
  });

  it.each([
    '2601010000Z', // without seconds
    '260101000000', // without Z
    '260101000000+0100',
    '260230000000Z', // no such day
    '261301000000Z',
    '260101240000Z',
    '260101006000Z',
    '260101000060Z', // leap seconds are not allowed
    '26010100000aZ',
    '',
    ' 260101000000Z',
  ])('refuses the UTCTime %j', (text) => {
    expect(() => time(TAG.utcTime, text)).toThrow(
      withCode('bad-format', /^x: expected a time as YYMMDDHHMMSSZ at byte 2, got "/),
    );
  });

  it.each(['20260101000000.5Z', '2026010100Z', '20261301000000Z', '260101000000Z', '-0260101000000Z'])(
    'refuses the GeneralizedTime %j',
    (text) => {
      expect(() => time(TAG.generalizedTime, text)).toThrow(withCode('bad-format', /YYYYMMDDHHMMSSZ/));
    },
  );

  it('refuses what is no time', () => {
    expect(() => read(encodeInteger(1n), readTime)).toThrow(
      withCode('bad-format', 'x: expected UTCTime or GeneralizedTime at byte 0, got 02'),
    );
    for (const date of [new Date(Number.NaN), 5, undefined, '2026']) {
      expect(() => encodeTime(date as Date)).toThrow(withCode('bad-argument', /^date: expected a Date/));
    }
    expect(() => encodeTime(new Date('+010000-01-01'))).toThrow(withCode('bad-argument', /^date: .*year/));
  });
});

describe('SET OF and ENUMERATED', () => {
  it('writes a SET in the order of its bytes (X.690, 11.6), and reads any order', () => {
    const elements = [3n, 256n, 1n].map(encodeInteger);
    const der = encodeSetOf(...elements);
    expect(toHex(der)).toBe('310a02010102010302020100');
    expect(read(der, (reader) => readSetOf(reader, 'x', (inner) => readInteger(inner, 'y')))).toEqual([
      1n,
      3n,
      256n,
    ]);
    expect(read(fromHex('3106020103020101'), (r) => readSetOf(r, 'x', (e) => readInteger(e, 'y')))).toEqual([
      3n,
      1n,
    ]);
    expect(() => read(fromHex('3100'), (r) => readFilledSetOf(r, 'x', (e) => readInteger(e, 'y')))).toThrow(
      withCode('bad-format', 'x: expected at least one element of the SET at byte 0, got none'),
    );
  });

  it('ENUMERATED is an INTEGER under its own tag', () => {
    expect(toHex(encodeEnumerated(200))).toBe('0a0200c8');
    expect(read(encodeEnumerated(200), (r, name) => readEnumerated(r, name, 255))).toBe(200);
    expect(() => read(fromHex('020101'), (r, name) => readEnumerated(r, name, 255))).toThrow(
      withCode('bad-format', /ENUMERATED/),
    );
  });
});
