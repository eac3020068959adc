/**
 * The README is true: its `console` blocks are run, and must print what stands there, stderr included.
 *
 * A `…` stands for anything within a line, and on a line of its own for any lines.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSandbox } from './cli/sandbox.ts';
import { pattern } from './cli/script-pattern.ts';
import { hasPeer } from './interop/peer.ts';

const sandbox = openSandbox();

/** The commands of an edition, and what stands below each. */
function stepsOf(file: string) {
  const readme = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/```console\n(.*?)```/gs)].map((match) => match[1]!);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .filter(Boolean)
      .map((part) => {
        const [command, ...output] = part.trimEnd().split('\n');
        return { command: command!, output };
      }),
  );
}

describe.each(['README.md', 'README.zh.md'])('%s', (file) => {
  const steps = stepsOf(file);
  const cwd = sandbox.folder(file);

  it('has commands with output', () => expect(steps.length).toBeGreaterThan(5));

  it.each(steps)('$command', async ({ command, output }) => {
    if (command.includes('openssl') && !hasPeer('openssl')) return;
    const { stdout } = await sandbox.bash(`{ ${command}; } 2>&1`, cwd);
    expect(stdout.toString().trimEnd()).toMatch(pattern(output));
  });
});
