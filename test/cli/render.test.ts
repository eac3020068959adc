/** Tables and bytes on a terminal. */
import { describe, expect, it } from 'vitest';
import { columnsOf, markedHex, printable, table } from '../../src/cli/render.ts';
import { openSession } from '../../src/cli/session.ts';

const plain = openSession([], { NO_COLOR: '1' });
const colored = openSession([], { FORCE_COLOR: '1' });

it.each([
  ['', 0],
  ['abc', 3],
  ['密文', 4],
  ['密文 (ct)', 9],
  ['，', 2],
  ['…–·', 3],
  ['\u001b[1m\u001b[31m密\u001b[39m\u001b[22m', 2],
])('%j takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

describe('a table', () => {
  it('aligns text left and numbers right', () => {
    expect(
      table(
        ['name', 'runs'],
        [
          ['aes', '5'],
          ['sha256', '1,000'],
        ],
      ),
    ).toBe(['name     runs', 'aes         5', 'sha256  1,000'].join('\n'));
  });

  it('counts two columns for a Chinese character, and none for a colour', () => {
    const rows = [
      ['密', 'x'],
      ['\u001b[31mab\u001b[39m', 'y'],
    ];
    expect(table(['模式名', 'a'], rows)).toBe(
      ['模式名  a', '密      x', '\u001b[31mab\u001b[39m      y'].join('\n'),
    );
  });

  it('leaves no space at the end of a line, nor fails on a short row', () => {
    expect(table(['a', 'b'], [['long', '']])).toBe('a     b\nlong');
    expect(table(['a', 'b'], [['x']])).toBe('a  b\nx');
  });
});

it('marks bytes by colour, or by upper case where there is none', () => {
  const bytes = Uint8Array.of(0x0a, 0xbc, 0xde);
  expect(markedHex(plain, bytes, new Set([1]))).toBe(' 0a>bc de');
  expect(markedHex(colored, bytes, new Set([1]))).toBe(' 0a \u001b[1m\u001b[31mbc\u001b[39m\u001b[22m de');
});

it('shows as a dot what a terminal cannot show', () => {
  expect(printable(Uint8Array.of(0x20, 0x41, 0x7e, 0x7f, 0x1b, 0x80, 0x0a))).toBe(' A~....');
});
