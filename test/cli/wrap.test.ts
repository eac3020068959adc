/** Lines of prose: none too wide, none beginning with a closing mark or ending with an opening one, nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/cli/render.ts';
import { remark } from '../../src/cli/session.ts';
import { prose, proseTable, wrap } from '../../src/cli/wrap.ts';
import { message } from '../../src/trace/index.ts';

describe('wrap', () => {
  it.each<[text: string, width: number, hang: number, lines: string]>([
    ['a bc def', 5, 0, 'a bc\ndef'],
    ['a bc def', 4, 0, 'a bc\ndef'],
    ['密钥密钥', 4, 0, '密钥\n密钥'],
    ['密钥、密钥', 4, 0, '密\n钥、\n密钥'],
    ['密钥（密钥）', 6, 0, '密钥\n（密\n钥）'],
    ['密钥“密钥”', 5, 0, '密钥\n“密\n钥”'],
    ['叫做“ECB”', 7, 0, '叫做\n“ECB”'],
    ['散列函数 (hash function)：md5、sha1', 24, 0, '散列函数\n(hash function)：md5、\nsha1'],
    ['盐，file:路径', 12, 0, '盐，\nfile:路径'],
    ['', 4, 0, ''],
    ['  indented, and  as it was', 40, 2, '  indented, and  as it was'],
    [
      'Alice  sends a letter to Bob, who reads it at home',
      36,
      7,
      'Alice  sends a letter to Bob, who\n       reads it at home',
    ],
    ['1. one two three\n2. one two three', 10, 0, '1. one two\nthree\n2. one two\nthree'],
    // Too wide for a line of its own, and not.
    ['n = 0123456789 is odd', 8, 0, 'n = 0123\n456789\nis odd'],
    ['it is 012345678 now', 9, 0, 'it is\n012345678\nnow'],
    [' 01234567 now', 8, 0, ' 0123456\n7 now'],
    // No room for the indent.
    ['a column far to the right, in few columns', 26, 20, 'a column far to the right,\n    in few columns'],
  ])('%j in %i columns, hanging by %i', (text, width, hang, lines) => {
    expect(wrap(text, width, hang)).toBe(lines);
  });

  it('counts no colours', () => {
    expect(wrap('\u001b[1mred\u001b[22m and blue', 8)).toBe('\u001b[1mred\u001b[22m and\nblue');
  });

  it('loses nothing but spaces at line ends, and keeps to the width', () => {
    const words = fc.array(
      fc.constantFrom('密', '钥，', '（盐）', '“名”', ' ', 'sha256', ' (salt)', '\n', '7'.repeat(50)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 60 }), fc.nat(30), (parts, width, hang) => {
        const text = parts.join('');
        const lines = wrap(text, width, hang);
        expect(lines.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines.split('\n')) {
          expect(columnsOf(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/^\s*[，）”]|[（“]$|\s$/);
        }
      }),
    );
  });
});

describe('prose', () => {
  const text = 'ten chars '.repeat(30).trim();
  const widest = (isTTY: boolean, columns: number) =>
    Math.max(...prose({ isTTY, columns }, text).split('\n').map(columnsOf));

  it.each([
    ['a pipe', false, 60, 99],
    ['a wide terminal', true, 250, 99],
    ['a terminal of 80 columns', true, 80, 79],
    ['a tiny terminal', true, 10, 39],
    ['a terminal that does not say how wide it is', true, 0, 99],
  ])('in %s', (_, isTTY, columns, most) => {
    expect(widest(isTTY, columns)).toBe(most);
  });
});

describe('proseTable', () => {
  it('lets its last column go on below itself', () => {
    const rows = [
      ['first', '1', 'short'],
      ['second 密', '22', 'it is a long story which nobody has the time to tell'],
    ];
    expect(proseTable({ isTTY: true, columns: 40 }, ['name', '', 'why'], rows)).toBe(
      [
        'name           why',
        'first       1  short',
        'second 密  22  it is a long story which',
        '               nobody has the time to',
        '               tell',
      ].join('\n'),
    );
  });
});

describe('a remark', () => {
  it('is one line for programs, and within its columns on a terminal', () => {
    const text = message('en', 'tls.demo.history');
    expect(remark({ isTTY: false, columns: 80 }, text)).toBe(`crypto: ${text}\n`);
    for (const lang of ['en', 'zh'] as const) {
      const lines = remark({ isTTY: true, columns: 80 }, message(lang, 'tls.demo.history'))
        .trimEnd()
        .split('\n');
      expect(lines.length).toBeGreaterThan(1);
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(80);
    }
  });
});
