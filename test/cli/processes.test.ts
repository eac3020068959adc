/** The command as a process: signals, and pipes that stay open. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN } from './run-crypto.ts';
import { openSandbox } from './sandbox.ts';

const OPTIONS = ['--key', '000102030405060708090a0b0c0d0e0f', '--iv', '000102030405060708090a0b0c0d0e0f'];
const sandbox = openSandbox();

/** `crypto aes …`, its standard input left open. */
function start(cwd: string, ...args: string[]) {
  const child = spawn(process.execPath, [BIN, 'aes', ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '' },
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdout.resume();
  child.stdin.on('error', () => {});
  return { child, ended: once(child, 'close').then(([status, signal]) => ({ status, signal, stderr })) };
}

const temporaries = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('a signal', () => {
  it.concurrent.for([
    ['SIGINT', 'encrypt', '/dev/zero', 'the middle of a file'],
    ['SIGTERM', 'encrypt', 'fifo', 'a pipe that nobody writes'],
    ['SIGHUP', 'encrypt', '-', 'a standard input that stays open'],
    ['SIGTERM', 'decrypt', '/dev/zero', 'a message held back'],
  ] as const)('%s ends %s %s, in %s, and leaves nothing', async ([signal, verb, input]) => {
    const cwd = sandbox.folder(`${signal}-${verb}`);
    execFileSync('mkfifo', [join(cwd, 'fifo')]);
    const writer = spawn('sh', ['-c', 'exec sleep 20 > fifo'], { cwd }); // lets the FIFO open, and writes nothing
    const mode = verb === 'decrypt' ? ['--mode', 'gcm'] : [];
    const { child, ended } = start(cwd, verb, ...OPTIONS, ...mode, input, '-o', 'out');
    await until(() => temporaries(cwd).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill(signal);
    expect(await ended).toEqual({ status: null, signal, stderr: '' });
    expect(readdirSync(cwd)).toEqual(['fifo']);
    writer.kill();
  });
});

describe('a pipe that stays open', () => {
  it.concurrent.for([
    ['behind a wrong digit', 'zz', ['encrypt', ...OPTIONS, '--input-encoding', 'hex'], /got "z" at byte 0/],
    ['after a wrong key', '', ['encrypt', '--key', '00'], /^crypto: key:/],
    ['when the output exists', '', ['encrypt', ...OPTIONS, '-o', 'old'], /old: exists/],
    [
      'when the output exists, for an IV to come',
      'x',
      ['decrypt', ...OPTIONS.slice(0, 2), '--prepend-iv', '-o', 'old'],
      /old: exists/,
    ],
    [
      'behind an IV, for an option that does not fit',
      'x'.repeat(20),
      ['decrypt', ...OPTIONS.slice(0, 2), '--prepend-iv', '--aad', '00'],
      /^crypto: aad:/,
    ],
    ['behind a full device', 'x'.repeat(3e6), ['encrypt', ...OPTIONS, '-o', '/dev/full'], /no space left/],
  ] as const)('is not waited for, %s', async ([name, input, args, message]) => {
    const cwd = sandbox.folder(name);
    writeFileSync(join(cwd, 'old'), 'old');
    const { child, ended } = start(cwd, ...args);
    child.stdin.write(input);
    expect(await ended).toEqual({ status: 2, signal: null, stderr: expect.stringMatching(message) });
    expect(temporaries(cwd)).toEqual([]);
  });
});
