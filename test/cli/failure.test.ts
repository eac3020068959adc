/** What a thrown error becomes: one line, and an exit status. */
import { expect, it } from 'vitest';
import { failureOf } from '../../src/cli/failure.ts';
import { openSession } from '../../src/cli/session.ts';
import { CryptoError } from '../../src/errors.ts';

const english = openSession([], {});
const chinese = openSession(['--lang', 'zh'], {});

it.each(['bad-padding', 'bad-tag', 'check-failed'] as const)('a failed check, %s, is 1', (code) => {
  expect(failureOf(english, new CryptoError(code, 'words'))).toEqual({ code, message: 'words', status: 1 });
});

it.each([
  'bad-argument',
  'bad-length',
  'bad-encoding',
  'bad-format',
  'too-large',
  'unsupported',
  'io',
  'exists',
] as const)('wrong usage or input, %s, is 2', (code) => {
  expect(failureOf(english, new CryptoError(code, 'words'))).toEqual({ code, message: 'words', status: 2 });
});

it('a reader that went away is no failure', () => {
  expect(failureOf(english, Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })).status).toBe(0);
});

it('what should not have happened is still one line', () => {
  const error = new TypeError('x is not\n  a function');
  expect(failureOf(english, error)).toEqual({
    code: 'internal',
    message: 'this should not have happened: x is not a function; please report it',
    status: 2,
  });
  expect(failureOf(english, 'thrown').message).toContain('thrown');
});

it('sends nothing to the terminal that would move its cursor', () => {
  expect(failureOf(english, new CryptoError('io', 'a\u001b[2Jb\r\u009bc\u0000\td\u202e\u2066')).message).toBe(
    'a\\u{1b}[2Jb\\u{d}\\u{9b}c\\u{0}\\u{9}d\\u{202e}\\u{2066}',
  );
});

it('says the kind of fault in Chinese, unless the words are Chinese already', () => {
  expect(failureOf(chinese, new CryptoError('bad-length', 'key: …')).message).toBe('长度不对：key: …');
  expect(failureOf(chinese, new CryptoError('io', '没有权限')).message).toBe('没有权限');
});
