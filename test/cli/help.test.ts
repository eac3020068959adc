/** Every command has a help, in both languages, and its example works when pasted. */
import { describe, expect, it } from 'vitest';
import { NOUNS } from '../../src/cli/nouns.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { openSession } from '../../src/cli/session.ts';
import { runCrypto } from './run-crypto.ts';
import { openSandbox } from './sandbox.ts';

const sandbox = openSandbox();

/** All commands that do something: `["aes", "encrypt"]`, `["random"]`. */
async function commands(): Promise<string[][]> {
  const found: string[][] = [];
  for (const { name } of NOUNS) {
    const program = await buildProgram(openSession([], {}), [name]);
    const noun = program.commands.find((command) => command.name() === name);
    const verbs = noun?.commands ?? [];
    // `[verb...]` only complains; whatever else a noun takes, it does something with.
    if (!noun?.registeredArguments[0]?.variadic || verbs.length === 0) found.push([name]);
    for (const verb of verbs) found.push([name, verb.name()]);
  }
  return found;
}

/** The lines under "Example:", joined where one ends in a pipe. */
function examples(help: string): string[] {
  const [, text = ''] = /\n(?:Example:|示例：)\n(.*)$/s.exec(help) ?? [];
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .join('\n')
    .replace(/\|\n/g, '| ')
    .split('\n')
    .filter((line) => line.includes('crypto '));
}

/** What `--help` prints, without a process of its own: one for each command takes a minute. */
async function helpOf(command: string, lang: 'en' | 'zh'): Promise<string> {
  const words = [...command.split(' '), '--help'];
  const printed: string[] = [];
  const program = await buildProgram(openSession(['--lang', lang], {}), words, (text) => printed.push(text));
  await expect(program.parseAsync(words, { from: 'user' })).rejects.toMatchObject({ exitCode: 0 });
  return printed.join('');
}

const all = (await commands()).map((words) => words.join(' '));
const examplesOf = new Map<string, string[]>();
for (const command of all) examplesOf.set(command, examples(await helpOf(command, 'en')));

/** Verbs that are named after an algorithm share their example but for that name: the first of them is run. */
function shared(command: string): string {
  const [noun, verb = ''] = command.split(' ');
  return [noun, ...examplesOf.get(command)!].join('\n').replaceAll(verb, verb && 'VERB');
}
const distinct = [...new Map([...all].reverse().map((command) => [shared(command), command])).values()];

describe('every command', () => {
  it.each(all)('crypto %s has a help in both languages, with an example', async (command) => {
    expect(await helpOf(command, 'en')).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await helpOf(command, 'zh')).toMatch(/用法：.*选项：.*[\u4e00-\u9fff]/s);
    expect(examplesOf.get(command)).not.toEqual([]);
  });

  it.each(NOUNS.map(({ name }) => name))(
    'crypto %s shows an example that is one of its verbs',
    async (noun) => {
      const shown = examples(await helpOf(noun, 'zh'));
      const known = all.filter((command) => command.split(' ')[0] === noun);
      expect(shown).not.toEqual([]);
      expect(known.flatMap((command) => examplesOf.get(command)!)).toEqual(expect.arrayContaining(shown));
    },
  );

  it('those of one noun do not write the same file twice: they can be pasted one after the other', () => {
    for (const { name } of NOUNS) {
      const lines = all
        .filter((command) => command.split(' ')[0] === name)
        .flatMap((command) => examplesOf.get(command)!);
      const careful = [...new Set(lines)].filter((line) => !line.includes('--force'));
      const written = careful.flatMap((line) => line.match(/(?<= -o | --pub )\S+/g) ?? []);
      expect(written, name).toEqual([...new Set(written)]);
    }
  });

  it.concurrent.for(distinct)(
    'the example of crypto %s works when pasted',
    { timeout: 120_000 },
    async (command, { expect }) => {
      const cwd = sandbox.folder(command.replace(' ', '-'));
      for (const line of examplesOf.get(command)!) {
        const { status, stderr } = await sandbox.bash(`set -o pipefail; ${line}`, cwd);
        expect(status, `${line}\n${stderr}`).toBe(0);
      }
    },
  );
});

describe('crypto', () => {
  it.each(['en', 'zh'] as const)('prints that help in %s', async (lang) => {
    const { status, stdout, stderr } = await runCrypto(['aes', 'encrypt', '--help', '--lang', lang]);
    expect([status, stderr, stdout.toString()]).toEqual([0, '', await helpOf('aes encrypt', lang)]);
  });

  it('lists the commands a student needs, and all with --all', async () => {
    const some = (await runCrypto(['--help'])).stdout.toString();
    const every = (await runCrypto(['--help', '--all'])).stdout.toString();
    for (const noun of NOUNS) {
      expect(every).toContain(`\n  ${noun.name} `);
      expect(some.includes(`\n  ${noun.name} `)).toBe(!noun.advanced);
    }
  });

  it('prints its help when called alone, and its version', async () => {
    expect((await runCrypto([])).stdout.toString()).toContain('crypto demo');
    expect((await runCrypto(['--version'])).stdout.toString()).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await runCrypto(['help', 'aes', 'encrypt'])).stdout.toString()).toContain('--prepend-iv');
  });

  it.each([
    [['ae'], ['aes']],
    [
      ['aes', ''],
      ['encrypt', 'decrypt'],
    ],
    [
      ['aes', 'encrypt', '--mode', 'c'],
      ['cbc', 'cfb', 'ctr'],
    ],
    [['aes', 'encrypt', '--pre'], ['--prepend-iv']],
    [['completion', 'z'], ['zsh']],
    [
      ['hash', 'sha5'],
      ['sha512', 'sha512-224', 'sha512-256'],
    ],
    [
      ['kdf', 'hkdf', '--hash', 'sha2'],
      ['sha224', 'sha256'],
    ],
    [['aes', 'encrypt', 'fi'], []],
  ])('completes %j', async (words, expected) => {
    const { stdout } = await runCrypto(['complete-words', '--', ...words]);
    expect(stdout.toString().split('\n').filter(Boolean)).toEqual(expected);
  });
});
