/** Lines of checksums: what is written is read back, and what the coreutils take or leave is taken or left. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumReader, nameOnLine, writeChecksum } from '../../src/cli/checksum-lines.ts';
import { hashIdOf } from '../../src/cli/hashes.ts';

const kind = { label: 'MD5', isLabel: (word: string) => hashIdOf(word) === 'md5', digestLength: 16 };
const HEX = '900150983cd24fb0d6963f7d28e17f72';
const digest = Uint8Array.from(Buffer.from(HEX, 'hex'));
const write = (name: string, bsd = false) => writeChecksum(kind, { name, digest }, { bsd });
const nameIn = (line: string) => checksumReader(kind)(line)?.name;

describe('a line', () => {
  it.each([
    ['a', false, `${HEX}  a`],
    ['a b', false, `${HEX}  a b`],
    ['a\nb', false, `\\${HEX}  a\\nb`],
    ['a\rb\\', false, `\\${HEX}  a\\rb\\\\`],
    ['a', true, `MD5 (a) = ${HEX}`],
    ['a\nb', true, `\\MD5 (a\\nb) = ${HEX}`],
  ])('%j is written so', (name, bsd, line) => expect(write(name, bsd)).toBe(line));

  it('comes back as it was, whatever the name', () => {
    const anyName = fc
      .string({ unit: fc.constantFrom(...'ab \\\n\r*()=/é密'), minLength: 1 })
      .filter((name) => name !== '');
    fc.assert(
      fc.property(anyName, fc.boolean(), (name, bsd) => {
        const line = write(name, bsd);
        expect(line).not.toMatch(/[\n\r]/);
        expect(checksumReader(kind)(line)).toEqual({ name, digest });
      }),
    );
  });

  it.each([
    [`${HEX} *a`, 'a'],
    [`${HEX.toUpperCase()}  a`, 'a'],
    [`  \t${HEX}  a`, 'a'],
    [`${HEX}\t a`, 'a'],
    [`${HEX}   a`, ' a'],
    [`${HEX} a`, 'a'],
    [`${HEX} ab`, 'ab'],
    [`${HEX}  a\\nb`, 'a\\nb'],
    [`MD5(a)= ${HEX}`, 'a'],
    [`MD5 (a) = b) = ${HEX}`, 'a) = b'],
    [`md5 (a)=${HEX}`, 'a'],
  ])('%j is read', (line, name) => expect(nameIn(line)).toBe(name));

  it.each([
    '',
    'a',
    HEX,
    `${HEX} `,
    `${HEX}a  a`,
    `${HEX}00  a`,
    `${HEX.slice(2)}  a`,
    `${HEX.slice(1)}g  a`,
    `\\${HEX}  a\\b`,
    `\\${HEX}  a\\`,
    `${HEX}  a\0b`,
    `${HEX}  ${'a'.repeat(20_000)}`,
    `MD5 () = ${HEX}`,
    `MD5 (a) = ${HEX}00`,
    `MD5 (a) = ${HEX} `,
    `MD5 (a) ${HEX}`,
    `SHA256 (a) = ${HEX}`,
    `SHA256 (a) = ${HEX}${HEX}`,
  ])('%j is not', (line) => expect(checksumReader(kind)(line)).toBeUndefined());

  it('has one space before the name in all of a list or in none', () => {
    const spaced = checksumReader(kind);
    expect([spaced(`${HEX}  a`)?.name, spaced(`${HEX} ab`)]).toEqual(['a', undefined]);
    const old = checksumReader(kind);
    expect([old(`${HEX} ab`)?.name, old(`${HEX}  a`)?.name]).toEqual(['ab', ' a']);
  });

  it('is read in a time that grows with its length only', () => {
    const started = performance.now();
    for (const piece of [' ', '\t', '(', ') = ', '\\', '\\\\', 'a', '0']) {
      checksumReader(kind)(`MD5 (${piece.repeat(3000)}`);
      checksumReader(kind)(piece.repeat(6000));
      checksumReader(kind)(`\\${HEX}  ${piece.repeat(3000)}`);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

it('a name is escaped where a line would break, and says so', () => {
  expect(['a', 'a\\', 'a\n'].map(nameOnLine)).toEqual(['a', '\\a\\\\', '\\a\\n']);
});
