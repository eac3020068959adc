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

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const sandbox = openSandbox();
const cwd = sandbox.folder('readme');

const blocks = [...readme.matchAll(/```console\n(.*?)```/gs)].map((match) => match[1]!);
const steps = blocks.flatMap((block) =>
  block
    .split(/^\$ /m)
    .filter(Boolean)
    .map((part) => {
      const [command, ...output] = part.trimEnd().split('\n');
      return { command: command!, output };
    }),
);

describe('README', () => {
  it('has commands with output', () => expect(steps.length).toBeGreaterThan(5));

  it.each(steps)('$command', async ({ command, output }) => {
    if (command.includes('openssl') && !hasPeer('openssl')) return;
    const { stdout } = await sandbox.bash(`{ ${command}; } 2>&1`, cwd);
    expect(stdout.toString().trimEnd()).toMatch(pattern(output));
  });
});
