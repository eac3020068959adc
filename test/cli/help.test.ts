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
    if (verbs.length === 0) found.push([name]);
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

const all = await commands();

describe.each(all)('crypto %s %s', (...words) => {
  const command = words.filter((word) => word !== undefined);

  it('has a help in both languages', async () => {
    const english = await runCrypto([...command, '--help']);
    const chinese = await runCrypto([...command, '--help', '--lang', 'zh']);
    expect([english.status, english.stderr, chinese.status, chinese.stderr]).toEqual([0, '', 0, '']);
    expect(english.stdout.toString()).not.toMatch(/[\u4e00-\u9fff]/);
    expect(chinese.stdout.toString()).toMatch(/用法：.*选项：.*[\u4e00-\u9fff]/s);
  });

  it('has an example that works when pasted', async () => {
    const { stdout } = await runCrypto([...command, '--help']);
    const lines = examples(stdout.toString());
    expect(lines.length).toBeGreaterThan(0);
    const cwd = sandbox.folder(command.join('-'));
    for (const line of lines) {
      const { status, stderr } = await sandbox.bash(`set -o pipefail; ${line}`, cwd);
      expect(status, `${line}\n${stderr}`).toBe(0);
    }
  });
});

describe('crypto', () => {
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
