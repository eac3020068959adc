/** The language and the colours, which are settled before the command line is parsed. */
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/cli/session.ts';

describe('the language', () => {
  it.each<[string[], Record<string, string>, 'en' | 'zh']>([
    [[], {}, 'en'],
    [[], { LANG: '' }, 'en'],
    [[], { LANG: 'C.UTF-8' }, 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'zh_TW' }, 'zh'],
    [[], { LANG: 'zh_CN', LC_MESSAGES: 'en_GB' }, 'en'],
    [[], { LANG: 'en_GB', LC_MESSAGES: 'de_DE', LC_ALL: 'zh_CN' }, 'zh'],
    [[], { LANG: 'zh_CN', LC_ALL: '' }, 'zh'],
    [['--lang', 'en'], { LANG: 'zh_CN' }, 'en'],
    [['aes', '--lang=zh'], {}, 'zh'],
    [['--lang', 'zh', 'aes', '--lang', 'en'], {}, 'en'],
    [['--lang', 'fr'], { LANG: 'zh_CN' }, 'zh'],
    [['--lang'], {}, 'en'],
    [['--', '--lang', 'zh'], {}, 'en'],
  ])('of %j under %j is %s', (argv, env, lang) => {
    expect(openSession(argv, env).lang).toBe(lang);
  });
});

describe('the session', () => {
  it('speaks JSON where it is asked to before --', () => {
    expect(openSession(['aes', '--json'], {}).json).toBe(true);
    expect(openSession(['aes', '--', '--json'], {}).json).toBe(false);
  });

  it.each<[Record<string, string>, boolean]>([
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0', TERM: 'dumb' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '' }, true],
    [{ NO_COLOR: '1' }, false],
  ])('takes colours under %j: %s', (env, color) => {
    expect(openSession([], env).color).toBe(color);
  });

  it.each<[Record<string, string>, 'truecolor' | '256']>([
    [{ COLORTERM: 'truecolor' }, 'truecolor'],
    [{ COLORTERM: '24bit' }, 'truecolor'],
    [{ COLORTERM: 'yes' }, '256'],
    [{}, '256'],
  ])('has as many colours under %j: %s', (env, depth) => {
    expect(openSession([], env).colorDepth).toBe(depth);
  });
});
