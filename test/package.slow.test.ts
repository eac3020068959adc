/** The packed tarball, installed into an empty folder: the command works, and so does every entry. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './cli/run-crypto.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'crypto-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const packed = await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  expect(packed.status, packed.stderr).toBe(0);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  const installed = await run('npm', ['install', '--no-audit', '--no-fund', `./${tarball}`], { cwd: folder });
  expect(installed.status, installed.stderr).toBe(0);
}, 300_000);

describe('the packed tarball', () => {
  it('gives a working crypto', async () => {
    const crypto = join(folder, 'node_modules', '.bin', 'crypto');
    expect((await run(crypto, ['--version'])).stdout.toString()).toMatch(/^\d+\.\d+\.\d+\n$/);
    const args = [
      'aes',
      'encrypt',
      '--mode',
      'ctr',
      '--key',
      '00'.repeat(16),
      '--iv',
      '00'.repeat(16),
      '--encoding',
      'hex',
    ];
    const { stdout } = await run(crypto, args, { input: new Uint8Array(16) });
    expect(stdout.toString()).toBe('66e94bd4ef8a2c3b884cfa59ca342b2e\n'); // McGrew and Viega, test case 2: H
    const demo = await run(crypto, ['demo', '--seed', 'w'], { cwd: folder });
    expect([demo.status, readdirSync(join(folder, 'crypto-demo'))]).toEqual([
      0,
      expect.arrayContaining(['manifest.json']),
    ]);
  });

  it('has an entry for every folder, and none for the command', async () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'cli')
      .map((entry) => entry.name);
    const script = `
      for (const name of ${JSON.stringify(folders)}) {
        const entry = await import('crypto-primer/' + name);
        if (Object.keys(entry).length === 0) throw new Error(name + ' exports nothing');
      }
      const root = await import('crypto-primer');
      const closed = [];
      for (const name of ['cli', 'cli/commands', 'trace/catalogue']) {
        closed.push(await import('crypto-primer/' + name).catch((error) => error.code));
      }
      const { createRequire } = await import('node:module');
      const { algorithm } = createRequire(import.meta.url)('crypto-primer/vectors/aes-ecb.json');
      console.log(root.CryptoError.name, algorithm, ...new Set(closed));`;
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
    });
    expect(stderr).toBe('');
    expect(stdout.toString()).toBe('CryptoError AES-ECB ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });
});
