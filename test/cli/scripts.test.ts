/**
 * Runs `scripts/*.txt`: commands and what they must print.
 *
 *     $ printf abc | crypto caesar encrypt --key 3     a command, in bash, in a folder of the script's own
 *     def                                              a line of its stdout
 *     ! crypto: …                                      a line of its stderr
 *     [2]                                              its exit status, if not 0
 *
 * A `…` in an expected line stands for anything; a line of nothing but `…`, for any number of lines.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { openSandbox } from './sandbox.ts';
import { pattern } from './script-pattern.ts';

const folder = new URL('./scripts/', import.meta.url);
const sandbox = openSandbox();

interface Step {
  readonly line: number;
  readonly command: string;
  readonly stdout: string[];
  readonly stderr: string[];
  status: number;
}

function parseScript(text: string): Step[] {
  const steps: Step[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const status = /^\[(\d+)\]$/.exec(line)?.[1];
    if (line.startsWith('# ') || line === '#') continue;
    if (line.startsWith('$ ')) {
      steps.push({ line: index + 1, command: line.slice(2), stdout: [], stderr: [], status: 0 });
    } else if (status !== undefined) steps.at(-1)!.status = Number(status);
    else if (line.startsWith('! ')) steps.at(-1)!.stderr.push(line.slice(2));
    else if (line !== '' || steps.length > 0) steps.at(-1)!.stdout.push(line);
  }
  return steps;
}

const scripts = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('the scripts', () => {
  it.concurrent.for(scripts)('%s', { timeout: 120_000 }, async (name, { expect }) => {
    const cwd = sandbox.folder(name.replace('.txt', ''));
    for (const step of parseScript(readFileSync(new URL(name, folder), 'utf8'))) {
      const { status, stdout, stderr } = await sandbox.bash(step.command, cwd);
      const at = `${name}:${step.line}: ${step.command}`;
      expect.soft(stdout.toString().trimEnd(), `stdout of ${at}`).toMatch(pattern(step.stdout));
      expect.soft(stderr.trimEnd(), `stderr of ${at}`).toMatch(pattern(step.stderr));
      expect.soft(status, `status of ${at}`).toBe(step.status);
    }
  });
});
