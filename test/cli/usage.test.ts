/** What is said of a wrong command line, in both languages. Nothing is run but the parsing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FIRST_SCENE, LAST_SCENE } from '../../src/cli/commands/demo.ts';
import { type Failure, failureOf } from '../../src/cli/failure.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { openSession } from '../../src/cli/session.ts';

const folder = mkdtempSync(join(tmpdir(), 'crypto-usage-'));
const input = join(folder, 'in');
writeFileSync(input, 'abc');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function failureFor(argv: readonly string[], env: Record<string, string> = {}): Promise<Failure> {
  const session = openSession(argv, env);
  try {
    await (await buildProgram(session, argv)).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    return failureOf(session, error);
  }
  throw new Error('expected a failure');
}

const KEY = '000102030405060708090a0b0c0d0e0f';
const encrypt = ['aes', 'encrypt', '--key', KEY, '--iv', KEY, input];
const decrypt = ['aes', 'decrypt', '--key', KEY, '--iv', KEY, input];

describe('a wrong command line', () => {
  it.each<[string[], string | RegExp]>([
    [['eas'], "unknown command 'eas'; did you mean aes?"],
    [['--nope'], "unknown option '--nope'; see --help"],
    [['--all'], "unknown option '--all'; see --help"],
    [['aes'], 'aes: expected one of encrypt, decrypt; see --help'],
    [['aes', 'encript'], 'aes: expected one of encrypt, decrypt, got encript; did you mean encrypt?'],
    [['rsa', 'sing'], /^rsa: expected one of textbook, .*, got sing; did you mean sign\?$/],
    [['hash', 'SHA265'], /^hash: expected one of md5, .*, got SHA265; did you mean sha256\?$/],
    [['hash', 'sha3-256'], /^hash: expected one of md5, .*, got sha3-256; see --help$/],
    [
      ['demo', '--scene', 'a'],
      `--scene <list>: expected an integer from ${FIRST_SCENE} to ${LAST_SCENE}, got "a"`,
    ],
    [
      ['demo', '--scene', '6-99'],
      `--scene <list>: expected an integer from ${FIRST_SCENE} to ${LAST_SCENE}, got "99"`,
    ],
    [['demo', '--scene', '9-6'], '--scene <list>: a range ascends, as 6-9; got "9-6"'],
    [['hash', 'compare', 'a', '--flip', '-1'], '--flip <bit>: expected an integer of at least 0, got "-1"'],
    [['bench', '--bits', '512'], '--bits <n>: expected an integer from 1024 to 4096, got "512"'],
    [['aes', '--nope'], 'aes: expected one of encrypt, decrypt, got --nope; see --help'],
    [['aes', '--lang', 'fr'], '--lang <lang>: expected one of en, zh, got "fr"'],
    [['aes', 'encrypt', '--lang'], "option '--lang <lang>' argument missing; see --help"],
    [['aes', 'encrypt', '--nope'], "unknown option '--nope'; did you mean --mode?"],
    [
      ['aes', 'encrypt', 'a', 'b'],
      "too many arguments for 'encrypt'. Expected 1 argument but got 2; see --help",
    ],
    [['completion', 'tcsh'], 'shell: expected one of bash, zsh, fish, got "tcsh"'],
    [['random'], "missing required argument 'bytes'; see --help"],
    ...['1e3', '-5', '', ' 5', '1.5', '0', '5x', '0x', '４'].map((got): [string[], string] => [
      ['random', '--', got],
      `bytes: expected an integer from 1 to 4294967296, got ${JSON.stringify(got)}`,
    ]),
    [
      ['random', '9'.repeat(40)],
      'bytes: expected an integer from 1 to 4294967296, got "99999999999999999999999…"',
    ],
    [
      ['aes', 'encrypt', '--mode', 'x'.repeat(5000)],
      '--mode <mode>: expected one of ecb, cbc, cfb, ofb, ctr, gcm, got "xxxxxxxxxxxxxxxxxxxxxxx…"',
    ],
    [
      ['aes', 'encrypt', '--mode', "it's\n'x'"],
      "--mode <mode>: expected one of ecb, cbc, cfb, ofb, ctr, gcm, got \"it's\\n'x'\"",
    ],
    [['\u001b[31m\n'], "unknown command '\\u{1b}[31m '; see --help"],
  ])('%j', async (argv, message) => {
    const expected = typeof message === 'string' ? message : expect.stringMatching(message);
    expect(await failureFor(argv)).toEqual({ code: 'usage', message: expected, status: 2 });
  });

  it.each<[string[], string]>([
    [['eas'], '没有命令 eas；是不是想输入 aes？'],
    [['aes', 'encrypt', 'a', 'b'], 'encrypt：参数太多，应为 1 个，却有 2 个；请看 --help'],
    [['aes', 'encrypt', '--nope'], '没有选项 --nope；是不是想输入 --mode？'],
    [['aes', 'encrypt', '--mode'], '选项 --mode <mode> 后面缺少值；请看 --help'],
    [
      ['aes', 'encrypt', '--mode', 'xts'],
      '--mode <mode>：应为 ecb、cbc、cfb、ofb、ctr、gcm 之一，却是 "xts"',
    ],
    [['completion', 'tcsh'], 'shell：应为 bash、zsh、fish 之一，却是 "tcsh"'],
    [['random'], '缺少参数 bytes；请看 --help'],
    [['caesar', 'braek'], 'caesar：后面应是 encrypt、decrypt、break 之一，却是 braek；是不是想输入 break？'],
    [['random', '1e3'], 'bytes：应为 1 到 4294967296 之间的整数，却是 "1e3"'],
  ])('in Chinese: %j', async (argv, message) => {
    expect(await failureFor(argv, { LANG: 'zh_CN.UTF-8' })).toEqual({ code: 'usage', message, status: 2 });
  });
});

describe('options that do not fit', () => {
  it.each<[string[], string, RegExp]>([
    [[...encrypt, '--key', ''], 'bad-length', /^key: expected 16, 24 or 32 bytes, got 0$/],
    [[...encrypt, '--key', 'text:密密密密密'], 'bad-length', /^key: .* got 15$/],
    [
      [...encrypt, '--key', '0x00'],
      'bad-encoding',
      /^--key: expected hex digits, got "x" at position 1 \(hex by/,
    ],
    [[...encrypt, '--iv', ''], 'bad-length', /^iv: cbc expects 16 bytes, got 0 bytes$/],
    [[...encrypt, '--mode', 'gcm', '--iv', ''], 'bad-length', /^iv: gcm expects at least 1 byte/],
    [[...encrypt, '--aad', '00'], 'bad-argument', /^aad: only gcm takes it, cbc does not/],
    [[...encrypt, '--tag-length', '12'], 'bad-argument', /^tagLength: only gcm has a tag/],
    [[...encrypt, '--mode', 'gcm', '--tag-length', '5'], 'bad-argument', /^tagLength: .* got 5$/],
    [[...encrypt, '--mode', 'ctr', '--padding', 'pkcs7'], 'bad-argument', /^padding: ctr takes any length/],
    [[...encrypt, '--mode', 'ecb'], 'bad-argument', /^--iv: ECB takes none/],
    [[...decrypt, '--prepend-iv'], 'bad-argument', /^--iv: --prepend-iv takes the IV from the front/],
    [['aes', 'decrypt', '--key', KEY, input], 'bad-argument', /^--iv: expected 16 bytes, got none/],
    [['aes', 'encrypt', input], 'bad-argument', /^--key: expected a key of 16, 24 or 32 bytes, got none/],
    [['des', 'encrypt', '--key', KEY, input], 'bad-length', /^key: expected 8 bytes, got 16$/],
  ])('%j', async (argv, code, message) => {
    const failure = await failureFor(argv);
    expect(failure).toEqual({ code, message: expect.stringMatching(message), status: 2 });
  });
});
