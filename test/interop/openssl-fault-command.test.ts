/** What `crypto ca fault` prints, pasted into a shell: both programs find what `fault.json` says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import type { FaultName } from '../../src/x509/index.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';

const sandbox = openSandbox();

/** One of each place, and of each way to be different for OpenSSL. */
const SOME: readonly FaultName[] = [
  'good',
  'expired-root',
  'ip-in-dns-name',
  'self-signed',
  'missing-intermediate',
  'swapped-key',
  'weak-hash',
  'common-name-only',
  'crl-by-another-key',
];

describe.skipIf(!hasPeer('openssl'))('crypto ca fault', () => {
  it.concurrent.for(SOME)('%s', { timeout: 60_000 }, async (name, { expect }) => {
    const cwd = sandbox.folder(name);
    const made = await sandbox.bash(`crypto ca fault ${name} -o "a b" --bits 1024 --seed ${name}`, cwd);
    expect(made.status).toBe(0);
    const folder = join(cwd, 'a b');
    expect(readdirSync(folder).sort()).toEqual([
      'chain.pem',
      'crl.pem',
      'fault.json',
      'leaf-key.pem',
      'leaf.pem',
      'root.pem',
    ]);
    const stated = JSON.parse(readFileSync(join(folder, 'fault.json'), 'utf8'));
    const lines = made.stdout.toString().match(/(?<=^ {2})\S.*$/gm) ?? [];
    expect(lines).toHaveLength(3);
    const [show, verify, openssl] = lines as [string, string, string];
    expect((await sandbox.bash(show, cwd)).status).toBe(0);

    const ours = await sandbox.bash(`${verify} --json`, cwd);
    const verdict = JSON.parse(ours.stdout.toString());
    expect(verdict.reason ?? null).toBe(stated.reason);
    expect(ours.status).toBe(name === 'good' ? 0 : 1);

    const theirs = await sandbox.bash(openssl, cwd);
    const [, number = '0'] = /error (\d+) at/.exec(theirs.stderr + theirs.stdout) ?? [];
    expect(Number(number)).toBe(stated.opensslError ?? 0);

    const key = await sandbox.bash(
      `cmp <(openssl pkey -in "a b/leaf-key.pem" -pubout) <(openssl x509 -in "a b/leaf.pem" -pubkey -noout)`,
      cwd,
    );
    expect(key.status, key.stderr).toBe(0);
  });
});
