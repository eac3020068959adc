/** `crypto rsa keygen`: the same key from workers as from one thread, files that only their owner reads, and signals. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePrivateKey, parsePublicKey } from '../../../src/keys/index.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { generateKey } from '../../../src/rsa/index.ts';
import { BIN, runCrypto } from '../run-crypto.ts';
import { openSandbox } from '../sandbox.ts';

const sandbox = openSandbox();
const keygen = (cwd: string, ...args: string[]) => runCrypto(['rsa', 'keygen', ...args], { cwd });
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('crypto rsa keygen', () => {
  it.each([16, 17, 512, 1536, 2048])(
    'makes of a seed the key that the library makes, of %i bits',
    async (bits) => {
      const { stdout, status } = await runCrypto(['rsa', 'keygen', '--bits', `${bits}`, '--seed', 'lab 1']);
      expect(status).toBe(0);
      const rsa = generateKey(bits, { random: seededRandom('lab 1') });
      expect(parsePrivateKey(stdout.toString())).toEqual({ algorithm: 'rsa', rsa });
    },
  );

  it('writes the private key for its owner alone, even over a file that all may read', async () => {
    const cwd = sandbox.folder('modes');
    const [key, pub] = [join(cwd, 'key.pem'), join(cwd, 'public.pem')];
    writeFileSync(key, 'old');
    chmodSync(key, 0o644);
    const { status } = await keygen(cwd, '--bits', '512', '-o', 'key.pem', '--pub', 'public.pem', '--force');
    expect(status).toBe(0);
    expect(modeOf(key)).toBe(0o600);
    expect(modeOf(pub) & 0o200).toBe(0o200);
    expect(modeOf(pub)).not.toBe(0o600);
    const { rsa } = parsePrivateKey(readFileSync(key)) as { rsa: { n: bigint; e: bigint } };
    expect(parsePublicKey(readFileSync(pub))).toEqual({ algorithm: 'rsa', rsa: { n: rsa.n, e: rsa.e } });
  });

  it('writes neither file where one of them cannot be', async () => {
    const cwd = sandbox.folder('neither');
    writeFileSync(join(cwd, 'taken'), 'old');
    for (const args of [
      ['-o', 'new', '--pub', 'taken'],
      ['-o', 'taken', '--pub', 'new'],
      ['-o', 'new', '--exponent', '4'],
    ]) {
      const { status, stderr } = await keygen(cwd, '--bits', '512', ...args);
      expect([status, stderr.split('\n').length]).toEqual([2, 2]);
      expect(readdirSync(cwd)).toEqual(['taken']);
    }
    expect(readFileSync(join(cwd, 'taken'), 'utf8')).toBe('old');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends its workers, and leaves nothing', async (signal) => {
    const cwd = sandbox.folder(signal);
    const args = [BIN, 'rsa', 'keygen', '--bits', '8192', '-o', 'key.pem', '--pub', 'public.pem'];
    const child = spawn(process.execPath, args, { cwd });
    const ended = once(child, 'close');
    while (readdirSync(cwd).length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(readdirSync(cwd)).toEqual([]);
  });

  const script = spawnSync('script', ['--version'], { encoding: 'utf8' });
  it.skipIf(!/util-linux/.test(script.stdout ?? ''))('counts candidates on a terminal', async () => {
    const cwd = sandbox.folder('terminal');
    // The primes of this word are far away; others may be found before there is anything to show.
    const command = 'timeout -s INT 3 crypto rsa keygen --bits 8192 --seed patience';
    const { stdout } = await sandbox.bash(`script -qec '${command}' /dev/null < /dev/null`, cwd);
    expect(stdout.toString()).toMatch(/\r.*searching for two primes: \d+ candidates/);
  });

  it('is quiet where there is no terminal', async () => {
    const { stderr } = await runCrypto(['rsa', 'keygen', '--seed', 'w']);
    expect(stderr).toBe('crypto: made from --seed: repeatable by anyone who knows the word, so not secret\n');
  });
});
