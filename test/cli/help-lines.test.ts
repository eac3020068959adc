/** Lines of Chinese help: none too wide, none beginning with a closing mark, nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseLines } from '../../src/cli/help-lines.ts';
import { columnsOf } from '../../src/cli/render.ts';

describe('chineseLines', () => {
  it.each([
    ['密钥密钥', 4, '密钥\n密钥'],
    ['密钥、密钥', 4, '密\n钥、\n密钥'],
    ['密钥（密钥）', 6, '密钥\n（密\n钥）'],
    ['散列函数 (hash function)：md5、sha1', 24, '散列函数\n(hash function)：md5、\nsha1'],
    ['盐，file:路径', 12, '盐，\nfile:路径'],
    ['a bc def', 5, 'a bc\ndef'],
    ['unbreakable 密', 4, 'unbreakable\n密'],
    ['', 4, ''],
  ])('%j in %i columns', (text, width, lines) => {
    expect(chineseLines(text, width)).toBe(lines);
  });

  it('loses nothing but spaces at line ends, and keeps to the width', () => {
    const words = fc.array(fc.constantFrom('密', '钥，', '（盐）', ' ', 'sha256', '(salt)'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 40 }), (parts, width) => {
        const text = parts.join('').trim();
        const lines = chineseLines(text, width);
        expect(lines.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines.split('\n')) {
          if (!line.includes('sha256')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/^[，）\s]/);
        }
      }),
    );
  });
});
