/** A folder of its own for a test file, with `crypto` on the path as a user has it. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { BIN, type Run, run } from './run-crypto.ts';

export interface Sandbox {
  /** A new folder inside it. */
  folder(name: string): string;
  /** Runs a line of bash in one of its folders; `--norc` because bash takes Node's sockets for a remote shell. */
  bash(line: string, cwd: string): Promise<Run>;
}

/** Is removed after the last test of the file that calls this. */
export function openSandbox(): Sandbox {
  const root = mkdtempSync(join(tmpdir(), 'crypto-test-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const folder = (name: string) => {
    const path = join(root, name);
    mkdirSync(path);
    return path;
  };
  const bin = folder('bin');
  writeFileSync(join(bin, 'crypto'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(join(bin, 'crypto'), 0o755);
  const env = { PATH: `${bin}:${process.env.PATH}` };
  return { folder, bash: (line, cwd) => run('bash', ['--norc', '-c', line], { cwd, env }) };
}
