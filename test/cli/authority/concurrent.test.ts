/** Real processes on one authority: many at once, and some of them killed at moments that nobody chose. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readIndex } from '../../../src/cli/authority/index-file.ts';
import { BIN, runCrypto } from '../run-crypto.ts';
import { openSandbox } from '../sandbox.ts';
import { expectSound } from './sound.ts';

const sandbox = openSandbox();

async function newAuthority(name: string): Promise<string> {
  const cwd = sandbox.folder(name);
  const { status, stderr } = await runCrypto(['ca', 'init', 'ca', '--subject', 'CN=Root', '--bits', '1024'], {
    cwd,
  });
  expect(status, stderr).toBe(0);
  return join(cwd, 'ca');
}

const issue = (ca: string, ...args: string[]) => ['ca', 'issue', ca, '--bits', '1024', ...args];

it('ten at once all succeed, one after the other', { timeout: 60_000 }, async () => {
  const ca = await newAuthority('ten');
  const runs = await Promise.all([
    ...Array.from({ length: 8 }, () => runCrypto(issue(ca, '--dns', 'bob.example'))),
    // Under one seed, and still each with a key of its own.
    ...Array.from({ length: 2 }, () => runCrypto(issue(ca, '--dns', 'bob.example', '--seed', 'same'))),
  ]);
  for (const { status, stderr } of runs) expect(status, stderr).toBe(0);
  const { issued } = expectSound(ca);
  expect(issued.map(({ name }) => name)).toEqual([
    'bob.example',
    ...Array.from({ length: 9 }, (_, i) => `bob.example-${i + 2}`),
  ]);
  const keys = issued.map(({ name }) => readFileSync(join(ca, 'issued', `${name}-key.pem`), 'utf8'));
  expect(new Set(keys).size).toBe(10);
});

it('killed whenever, it works on; what was revoked stays revoked', { timeout: 120_000 }, async () => {
  const ca = await newAuthority('kill');
  let revoked = 0;
  for (let round = 0; round < 12; round++) {
    const victims = [
      issue(ca, '--dns', `host-${round}.example`),
      ['ca', 'crl', ca],
      ...(round % 3 === 2 ? [['ca', 'revoke', ca, `host-${round - 1}.example`]] : []),
    ];
    await Promise.all(victims.map((args) => killed(args, 100 + Math.random() * 500)));
    const count = readIndex(join(ca, 'index.json')).issued.length;
    const { status, stderr } = await runCrypto(issue(ca, '--dns', `host-${round}.example`));
    expect(status, stderr).toBe(0);
    const index = expectSound(ca);
    expect(index.issued).toHaveLength(count + 1);
    const now = index.issued.filter((entry) => entry.revoked).length;
    expect(now).toBeGreaterThanOrEqual(revoked);
    revoked = now;
  }
});

async function killed(args: readonly string[], after: number): Promise<void> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await Promise.race([sleep(after), ended]);
  child.kill('SIGKILL');
  await ended;
}
