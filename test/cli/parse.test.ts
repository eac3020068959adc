/** What may be written for bytes and integers on the command line. */
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { integerBetween, integerList, parseBytes, parseLiteral } from '../../src/cli/parse.ts';
import { openSession } from '../../src/cli/session.ts';
import { withCode } from '../with-code.ts';

const session = openSession([], {});
const folder = mkdtempSync(join(tmpdir(), 'crypto-parse-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'key');
writeFileSync(file, Uint8Array.of(1, 2, 255));

describe('bytes', () => {
  it.each<[string, number[]]>([
    ['', []],
    ['00fF', [0, 255]],
    ['hex:00fF', [0, 255]],
    ['hex:', []],
    ['text:', []],
    ['text:a:b\n', [97, 58, 98, 10]],
    ['text:密', [0xe5, 0xaf, 0x86]],
    ['base64:AP8=', [0, 255]],
    ['base64:', []],
    [`file:${file}`, [1, 2, 255]],
  ])('%j', (value, expected) => {
    expect(parseBytes(session, '--key', value)).toEqual(Uint8Array.from(expected));
  });

  it.each<[string, number[]]>([
    ['', []],
    ['00', [48, 48]],
    ['a:b', [97, 58, 98]],
    ['hex:00', [0]],
    ['text:hex:', [104, 101, 120, 58]],
    [`file:${file}`, [1, 2, 255]],
  ])('literally %j', (value, expected) => {
    expect(parseLiteral(session, 'a', value)).toEqual(Uint8Array.from(expected));
  });

  it.each(['0', 'xyz', '0x00', ' 00', 'TEXT:a', 'hex:0', 'base64:AP8', 'base64:-_==', 'text'])(
    'not %j',
    (value) => {
      expect(() => parseBytes(session, '--key', value)).toThrow(
        withCode('bad-encoding', /^--key: expected /),
      );
    },
  );

  it('says what else could be written where no kind was named', () => {
    expect(() => parseBytes(session, '--key', 'secret')).toThrow(
      withCode('bad-encoding', /text:….*file:PATH/),
    );
    expect(() => parseBytes(session, '--key', 'hex:secret')).toThrow(withCode('bad-encoding', /position 0$/));
  });

  it.each<[string, RegExp]>([
    ['file:', /^'': no such file/],
    [`file:${folder}`, /expected a file, got a folder$/],
    [`file:${file}/more`, /is not a folder$/],
  ])('not %j', (value, message) => {
    expect(() => parseBytes(session, '--key', value)).toThrow(withCode('io', message));
  });

  it('reads 64 MiB of a file, and refuses one byte more without reading on', () => {
    const large = join(folder, 'large');
    const fd = openSync(large, 'w');
    ftruncateSync(fd, 64 << 20);
    expect(parseBytes(session, '--key', `file:${large}`)).toHaveLength(64 << 20);
    ftruncateSync(fd, 2 ** 40);
    expect(() => parseBytes(session, '--key', `file:${large}`)).toThrow(
      withCode('too-large', /longer than 67108864/),
    );
    closeSync(fd);
  });
});

describe('integers', () => {
  const parse = integerBetween(session, -5, 0x1000);

  it.each([
    ['0', 0],
    ['+7', 7],
    ['-5', -5],
    ['010', 10],
    ['0x10', 16],
    ['0XfF', 255],
    ['-0x5', -5],
    ['4096', 4096],
  ])('%j is %i', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '4097',
    '-6',
    '1e3',
    '1.0',
    '0x',
    'x',
    '5 ',
    '--5',
    'NaN',
    'Infinity',
    '٣',
    '9'.repeat(400),
  ])('not %j', (text) => {
    expect(() => parse(text)).toThrow(/^expected an integer from -5 to 4096, got /);
  });

  it('come in lists, of at most 1024', () => {
    const parseList = integerList(session, 0, 9);
    expect(parseList('1, 0x2,3')).toEqual([1, 2, 3]);
    expect(parseList('2-4, 7 - 7,0-1')).toEqual([2, 3, 4, 7, 0, 1]);
    expect(parseList(Array(1024).fill('1').join(','))).toHaveLength(1024);
    expect(() => parseList(Array(1025).fill('1').join(','))).toThrow(/at most 1024/);
    // Before the numbers are made.
    expect(() => integerList(session, 0, 2 ** 40)('0-1000000000000')).toThrow(/at most 1024/);
    for (const text of ['', '1,', ',', '1;2', '1,10', '8-10', '1-', '-1', '1-2-3'])
      expect(() => parseList(text)).toThrow(/expected an integer/);
    expect(() => parseList('1, 3-2')).toThrow(/^a range ascends, as 2-3; got "3-2"$/);
  });
});
