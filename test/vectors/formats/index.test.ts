import { describe, expect, it } from 'vitest';
import { chineseError } from '../../../src/cli/chinese/errors.ts';
import { CryptoError } from '../../../src/errors.ts';
import { readVectors } from '../../../src/vectors/formats/index.ts';

const read = (text: string) => readVectors([{ name: 'x', text }]);
const errorOf = (text: string): CryptoError => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof CryptoError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};
const wycheproof = (more: object = {}) =>
  JSON.stringify({ algorithm: 'X', numberOfTests: 0, testGroups: [], ...more });

describe('readVectors', () => {
  it('tells formats apart by their content, whatever the name', () => {
    const files = readVectors([
      { name: 'limbo.json', text: wycheproof() },
      { name: 'wycheproof.rsp', text: '{"version":1,"testcases":[]}' },
      { name: 'c', text: `\uFEFF${wycheproof({ source: 'here' })}` },
    ]);
    expect(files.map(({ name, format }) => [name, format])).toEqual([
      ['limbo.json', 'wycheproof'],
      ['wycheproof.rsp', 'x509-limbo'],
      ['c', 'crypto-primer'],
    ]);
  });

  it.each<[string, string, string, string]>([
    ['{"a":1}', 'bad-format', 'a JSON object of a', '有 a 的 JSON 对象'],
    ['{}', 'bad-format', 'an empty JSON object', '空的 JSON 对象'],
    [
      '{"testGroups":[]}',
      'bad-format',
      'testGroups without an algorithm, such as "algorithm": "AES-GCM"',
      '没有 algorithm（例如 "algorithm": "AES-GCM"）的 testGroups',
    ],
    ['[1]', 'bad-format', 'other JSON', '别的 JSON'],
    ['hello', 'bad-format', 'something else', '别的内容'],
    [' ', 'bad-format', 'an empty file', '空文件'],
  ])('refuses %s', (text, code, got, chinese) => {
    const { message, code: thrown } = errorOf(text);
    expect(thrown).toBe(code);
    expect(message).toBe(
      `x: expected test vectors of Wycheproof, x509-limbo, CAVP, ACVP or crypto-primer, got ${got}`,
    );
    expect(chineseError(message)).toBe(
      `x：应为 Wycheproof、x509-limbo、CAVP、ACVP 或 crypto-primer 的测试向量，却是 ${chinese}`
        .replace('是 有', '是有')
        .replace('是 空', '是空')
        .replace('是 没', '是没')
        .replace('是 别', '是别'),
    );
  });

  it.each<[string, string, string]>([
    ['{"a":', 'x: expected a JSON document, got a text that ends in "{\\"a\\":"; it was cut', 'bad-format'],
    ['{"a" 1}', 'x: expected a JSON document, got something else', 'bad-format'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 'x: expected at most 64 levels, got more', 'too-large'],
    [
      `["${'a'.repeat(16 * 1024 * 1024 + 1)}"]`,
      'x: expected strings of at most 16777216 characters, got a longer one',
      'too-large',
    ],
    [' '.repeat(64 * 1024 * 1024 + 1), 'x: expected at most 67108864 characters, got 67108865', 'too-large'],
  ])('%#: bounds', (text, message, code) => {
    const error = errorOf(text);
    expect(error.message).toBe(message);
    expect(error.code).toBe(code);
    expect(chineseError(message)).toMatch(/^x：/);
  });

  it('counts levels outside of strings only', () => {
    const algorithm = `${'['.repeat(100)}\\"{${'\\\\'}`;
    expect(read(wycheproof({ algorithm }))[0]!.algorithm).toBe(algorithm);
  });

  it('is quick with a file of 20 MB', () => {
    const tests = Array.from({ length: 20_000 }, (_, i) => ({
      tcId: i,
      comment: '',
      flags: [],
      key: '00'.repeat(16),
      msg: 'ab'.repeat(450),
      tag: '00'.repeat(20),
      result: 'invalid',
    }));
    const text = JSON.stringify({
      algorithm: 'HMACSHA1',
      schema: '',
      numberOfTests: tests.length,
      testGroups: [{ type: 'MacTest', tests }],
    });
    expect(text.length).toBeGreaterThan(20_000_000);
    expect(read(text)[0]!.cases.length).toBe(20_000);
  });

  it('refuses more than 200,000 cases', () => {
    const text = wycheproof({ testGroups: [{ tests: Array(200_001).fill({ tcId: 1, result: 'valid' }) }] });
    expect(errorOf(text).message).toBe('x: expected at most 200000 cases, got more');
  });
});
