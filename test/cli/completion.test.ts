/** The completion script, in bash itself. */
import { expect, it } from 'vitest';
import { hasPeer } from '../interop/peer.ts';
import { openSandbox } from './sandbox.ts';

const sandbox = openSandbox();
const cwd = sandbox.folder('completion');

/** What bash would offer behind these words; `=` and `:` stand alone, as in COMP_WORDS. */
async function offered(lines: readonly string[][]): Promise<string[]> {
  const calls = lines.map((words) => {
    const quoted = words.map((word) => `'${word}'`).join(' ');
    return `COMP_WORDS=(crypto ${quoted}); COMP_CWORD=${words.length}; _crypto; echo "\${COMPREPLY[*]}"`;
  });
  const { stdout, stderr } = await sandbox.bash(`source <(crypto completion bash)\n${calls.join('\n')}`, cwd);
  expect(stderr).toBe('');
  return stdout.toString().split('\n');
}

it('offers what may stand next', async () => {
  const answers: [string[], string][] = [
    [['a'], 'aes assignment'],
    [['he'], 'help'],
    [['help', 'ae'], 'aes'],
    [['aes', ''], 'encrypt decrypt'],
    [['aes', 'e'], 'encrypt'],
    [['--json', 'aes', 'd'], 'decrypt'],
    [['--lang', ''], 'en zh'],
    [['--lang', 'zh', 'ra'], 'random'],
    [['aes', 'encrypt', '--pre'], '--prepend-iv'],
    [['aes', 'encrypt', '--mode', 'c'], 'cbc cfb ctr'],
    [['aes', 'encrypt', '--mode', '='], 'ecb cbc cfb ofb ctr gcm'],
    [['aes', 'encrypt', '--mode', '=', 'g'], 'gcm'],
    [['aes', 'encrypt', '--key', 'file', ':', ''], ''],
    [['completion', 'z'], 'zsh'],
  ];
  const found = await offered(answers.map(([words]) => words));
  expect(found.slice(0, -1)).toEqual(answers.map(([, offer]) => offer));
});

it.for(['bash', 'zsh', 'fish'])('is a script that %s can read', async (shell, { skip }) => {
  if (!hasPeer(shell, ['-c', 'true'])) skip(`${shell} is not installed`);
  const { status, stderr } = await sandbox.bash(
    `crypto completion ${shell} > ${shell}; ${shell} -n ${shell}`,
    cwd,
  );
  expect([status, stderr]).toEqual([0, '']);
});

it('completes in fish itself', async ({ skip }) => {
  if (!hasPeer('fish', ['-c', 'true'])) skip('fish is not installed');
  const ask =
    'crypto completion fish | source; complete -C "crypto aes encrypt --pre"; complete -C "crypto ae"';
  const { stdout, stderr } = await sandbox.bash(`fish --no-config -c '${ask}'`, cwd);
  expect([stdout.toString(), stderr]).toEqual(['--prepend-iv\naes\n', '']);
});
