/** docs/programs.md: its two programs are taken from the page and asked, and it names the bounds that the code has. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProgram } from '../../../src/cli/exec/program.ts';
import { encodeRequest, MAX_STEPS, readLine } from '../../../src/cli/exec/protocol.ts';
import type { Request } from '../../../src/vectors/index.ts';
import { makeVectors, readVectors, runFile } from '../../../src/vectors/index.ts';
import { hasPeer } from '../../interop/peer.ts';
import { openSandbox } from '../sandbox.ts';

const page = readFileSync('docs/programs.md', 'utf8');
const folder = openSandbox().folder('page');
const hasPython = hasPeer('python3', ['--version']);
const hasCompiler = hasPeer('cc', ['--version']);

function block(language: string): string {
  const found = [...page.matchAll(/^```(\w+)\n(.*?)^```/gms)].filter(([, of]) => of === language);
  return found[0]![2]!;
}

const EMPTY: Request = { op: 'xor', fields: { key: new Uint8Array(), msg: Uint8Array.of(1) } };
const OTHER: Request = { op: 'md5', fields: { msg: new Uint8Array() } };

async function expectItWorks(command: string): Promise<void> {
  const program = openProgram(command, { cwd: folder });
  const text = JSON.stringify(await makeVectors('xor', { count: 40 }));
  const [file] = readVectors([{ name: 'xor', text }]);
  const { results } = await runFile(file!, program);
  expect(results.map(({ status }) => status)).toEqual(Array(40).fill('passed'));
  expect(await program.answer(EMPTY)).toMatchObject({ kind: 'error', error: /^no key/ });
  expect(await program.answer(OTHER)).toMatchObject({ kind: 'unsupported' });
  await program.close();
}

describe('docs/programs.md', () => {
  it.skipIf(!hasPython)('has a program in Python that works', async () => {
    writeFileSync(join(folder, 'xor.py'), block('python'));
    await expectItWorks('python3 xor.py');
  });

  it.skipIf(!hasCompiler)('has a program in C that works, without warnings', async () => {
    writeFileSync(join(folder, 'xor.c'), block('c'));
    const flags = ['-std=c99', '-Wall', '-Wextra', '-pedantic', '-Werror'];
    execFileSync('cc', [...flags, '-o', 'xor', 'xor.c'], { cwd: folder, stdio: 'pipe' });
    await expectItWorks('./xor');
  });

  it('shows lines as they are', () => {
    const lines = block('text').trim().split('\n');
    const ops: string[] = [];
    for (const line of lines.filter((one) => one.startsWith('→'))) {
      const { id, op, ...fields } = JSON.parse(line.slice(2));
      ops.push(op);
      expect(`→ ${encodeRequest(id, { op, fields })}`).toBe(`${line}\n`);
    }
    const kinds = lines
      .filter((one) => one.startsWith('←'))
      .map((line, i) => {
        const read = readLine(line.slice(2), ops[i]!);
        return read.kind === 'answer' && [read.id, read.answer.kind];
      });
    expect(kinds).toEqual([
      [1, 'output'],
      [2, 'error'],
      [3, 'unsupported'],
    ]);
  });

  it('names the bounds', () => expect(page).toContain(`${MAX_STEPS.toLocaleString('en')} steps`));
});
