/** `crypto demo` from outside: what it prints and writes, and what it leaves alone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FIRST_SCENE, LAST_SCENE } from '../../src/cli/commands/demo.ts';
import { columnsOf } from '../../src/cli/render.ts';
import { decodePicture } from '../../src/image/index.ts';
import { SCENES } from '../../src/story/index.ts';
import { runCrypto } from './run-crypto.ts';

const work = mkdtempSync(join(tmpdir(), 'crypto-demo-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const CAPTURES = [
  'http.pcapng',
  'https-no-secrets.pcapng',
  'https.pcapng',
  'tcp-close.pcapng',
  'tcp-handshake.pcapng',
];
const KEYS = ['handshake-keys.log', 'https-keys.log'];
const DOCUMENTS = ['chain.pem', 'handshake.html', 'index.html', 'root.pem', ...KEYS, ...CAPTURES];
const PICTURES = ['scene-3-one-pad-twice.png', 'scene-4-ecb.png', 'scene-5-modes.png'];

describe('crypto demo', () => {
  it('tells all scenes, writes the pictures, and repeats byte for byte under a seed', {
    timeout: 120_000,
  }, async () => {
    const first = await runCrypto(['demo', '--seed', 'w', '-o', 'out'], { cwd: work });
    expect(first.status).toBe(0);
    expect(first.stdout.toString().match(/── Scene \d/g)).toHaveLength(SCENES.length);
    expect(first.stderr).toMatch(/^crypto: made from --seed.*\n$/);
    const lines = first.stdout.toString().split('\n');
    expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
    const folder = join(work, 'out');
    expect(readdirSync(folder).sort()).toEqual([...DOCUMENTS, 'manifest.json', ...PICTURES].sort());
    const all = [...DOCUMENTS, ...PICTURES];
    const bytes = all.map((name) => readFileSync(join(folder, name)));
    for (const name of [...KEYS, 'https.pcapng']) {
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    }
    expect(decodePicture(new Uint8Array(bytes[all.indexOf('scene-4-ecb.png')]!)).width).toBeGreaterThan(900);

    const second = await runCrypto(['demo', '--seed', 'w', '-o', 'out'], { cwd: work });
    expect(second.stdout).toEqual(first.stdout);
    expect(all.map((name) => readFileSync(join(folder, name)))).toEqual(bytes);
  });

  it('speaks Chinese', async () => {
    const { stdout } = await runCrypto(['demo', '--scene', '1,2', '--lang', 'zh'], { cwd: work });
    expect(stdout.toString().match(/── 第 \d 幕/g)).toHaveLength(2);
  });

  it('shows every attempt in one matrix at the end, but not again after a single scene', async () => {
    const attempt = /break the shift cipher/g;
    const demo = (scenes: string) => runCrypto(['demo', '--scene', scenes, '-o', 'few'], { cwd: work });
    expect((await demo('1,2')).stdout.toString().match(attempt)).toHaveLength(2);
    expect((await demo('2')).stdout.toString().match(attempt)).toHaveLength(1);
  });

  it('gives its traces as JSON', async () => {
    const { stdout } = await runCrypto(['demo', '--json', '--scene', '2'], { cwd: work });
    const { scenes, files } = JSON.parse(stdout.toString());
    expect(files).toEqual(['index.html']);
    expect(scenes[0]).toMatchObject({ number: 2, trace: { version: 1, subject: 'scene.2' } });
    expect(scenes[0].attacks.map((attack: { succeeded: boolean }) => attack.succeeded)).toEqual([true, true]);
  });

  it('knows which scenes there are before it loads them', () => {
    const numbers = Array.from({ length: LAST_SCENE - FIRST_SCENE + 1 }, (_, i) => FIRST_SCENE + i);
    expect(SCENES.map(({ number }) => number)).toEqual(numbers);
  });

  it("leaves other people's files alone", async () => {
    const folder = join(work, 'mine');
    await mkdir(folder);
    writeFileSync(join(folder, 'scene-4-ecb.png'), 'my own');
    writeFileSync(join(folder, 'notes.txt'), 'my notes');
    const { status, stderr } = await runCrypto(['demo', '--scene', '4', '-o', 'mine'], { cwd: work });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^crypto: mine\/scene-4-ecb.png: exists and is not listed.*\n$/);
    expect(readFileSync(join(folder, 'scene-4-ecb.png'), 'utf8')).toBe('my own');
    expect(readdirSync(folder).sort()).toEqual(['notes.txt', 'scene-4-ecb.png']);
  });

  it('makes the folders on the way to its own', async () => {
    const { status } = await runCrypto(['demo', '--scene', '2', '-o', 'deep/er/down'], { cwd: work });
    expect([status, readdirSync(join(work, 'deep/er/down'))]).toEqual([0, ['index.html', 'manifest.json']]);
  });

  it.each([
    [['--scene', '19'], /^crypto: --scene <list>: expected an integer from 0 to 18, got "19"\n$/],
    [['--scene', 'x'], /^crypto: --scene <list>: expected an integer from 0 to 18, got "x"\n$/],
    [['--scene', '99'], /^crypto: --scene <list>: expected an integer from 0 to \d+, got "99"\n$/],
    [['--scene', '3-1'], /^crypto: --scene <list>: a range ascends, as 1-3; got "3-1"\n$/],
    [['-o', '/dev/null'], /^crypto: .*\n$/],
    [['-o', '/dev/null/a/b'], /^crypto: .*not a folder\n$/],
    [['-o', ''], /^crypto: --output: expected a folder, got nothing\n$/],
    [['extra'], /^crypto: too many arguments.*\n$/],
  ])('refuses %j in one line', async (args, message) => {
    const { status, stderr } = await runCrypto(['demo', ...args], { cwd: work });
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});
