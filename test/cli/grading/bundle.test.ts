/**
 * The zip for Gradescope, unpacked into its folders and run as Gradescope runs it: as root, and without network where that can be
 * taken away.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { hasPeer } from '../../interop/peer.ts';
import { run, runCrypto } from '../run-crypto.ts';
import { openSandbox } from '../sandbox.ts';

const sandbox = openSandbox();
const course = sandbox.folder('course');
const PROGRAMS = fileURLToPath(new URL('./programs/', import.meta.url));
writeFileSync(join(course, 'course.key'), 'a secret of this course', { mode: 0o600 });
writeFileSync(join(course, 'own.json'), readFileSync('vectors/aes-block.json'));
writeFileSync(
  join(course, 'assignment.yaml'),
  `
title: AES
name: bundled
operations: [aes-ecb-encrypt]
run: python3 aes.py
tests:
  - { name: { en: the examples, zh: 例子 }, points: 2, vectors: own.json, cases: [1, 2] }
  - { name: fresh, points: 6, make: { op: aes-ecb-encrypt, count: 6 }, visibility: hidden }
`,
);
writeFileSync(join(course, 'roster.csv'), 'id,name\nalice,Alice\nbob,Bob\n');

const bundle = (...more: string[]) =>
  runCrypto(['assignment', 'bundle', '.', '-o', 'a.zip', '--force', ...more], { cwd: course });
const unpacked = () => unzipSync(readFileSync(join(course, 'a.zip')));

/** Without network, as root; elsewhere with whatever there is. */
const isAlone = spawnSync('unshare', ['-n', 'true']).status === 0;

async function autograde(name: string, program: string, users: readonly object[]) {
  const root = sandbox.folder(name);
  for (const folder of ['source', 'submission', 'results']) mkdirSync(join(root, folder));
  for (const folder of [root, join(root, '..')]) chmodSync(folder, 0o755);
  for (const [path, bytes] of Object.entries(unpacked())) {
    const target = join(root, 'source', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  cpSync(join(PROGRAMS, program), join(root, 'submission/aes.py'));
  writeFileSync(join(root, 'submission_metadata.json'), JSON.stringify({ id: 1, users }));
  const script = ['bash', join(root, 'source/run_autograder')];
  const [first, ...rest] = isAlone ? ['unshare', '-n', ...script] : script;
  const { status, stderr } = await run(first!, rest, { env: { AUTOGRADER_ROOT: root }, cwd: root });
  const results = JSON.parse(readFileSync(join(root, 'results/results.json'), 'utf8'));
  return { status, stderr, results, root };
}

describe('crypto assignment bundle', { timeout: 60_000 }, () => {
  it('holds what Gradescope looks for at its root, seeds, and never the key', async () => {
    expect(await bundle('--roster', 'roster.csv')).toMatchObject({ status: 0 });
    const files = unpacked();
    const names = Object.keys(files);
    expect(names).toEqual(
      expect.arrayContaining([
        'setup.sh',
        'run_autograder',
        'seeds.json',
        'assignment/assignment.yaml',
        'assignment/own.json',
        'toolkit/bin/crypto.js',
        'toolkit/dist/cli/main.js',
        'toolkit/node_modules/commander/package.json',
      ]),
    );
    expect(names.filter((name) => /course\.key|\.\.|^\//.test(name))).toEqual([]);
    const whole = Buffer.concat(Object.values(files));
    expect(whole.includes('a secret of this course')).toBe(false);
    const { seeds } = JSON.parse(Buffer.from(files['seeds.json']!).toString());
    expect(Object.keys(seeds)).toEqual(['alice', 'bob']);
    for (const script of ['setup.sh', 'run_autograder']) {
      const checked = spawnSync('bash', ['-n'], { input: files[script]!, encoding: 'utf8' });
      expect(checked.stderr).toBe('');
    }
    expect(statSync(join(course, 'a.zip')).mode & 0o077).toBe(0);
  });

  it('is the same file each time', async () => {
    await bundle('--roster', 'roster.csv');
    const first = readFileSync(join(course, 'a.zip'));
    await bundle('--roster', 'roster.csv');
    expect(readFileSync(join(course, 'a.zip')).equals(first)).toBe(true);
  });

  it.skipIf(!hasPeer('python3', ['--version']))('grades as Gradescope runs it', async () => {
    await bundle('--roster', 'roster.csv');
    const [right, wrong, stranger] = await Promise.all([
      autograde('right', 'aes.py', [{ id: 7, email: 'a@example.edu', name: 'Alice', sid: 'alice' }]),
      autograde('wrong', 'wrong.py', [{ id: 8, email: 'bob', name: 'Bob' }]),
      autograde('stranger', 'aes.py', [{ id: 9, email: 'eve@example.edu', name: 'Eve' }]),
    ]);
    expect(right).toMatchObject({ status: 0, results: { score: 8 } });
    expect(right.results.tests).toMatchObject([
      { score: 2, max_score: 2, status: 'passed', name: 'the examples', number: '1', visibility: 'visible' },
      { score: 6, max_score: 6, status: 'passed', name: 'fresh', number: '2', visibility: 'hidden' },
    ]);
    expect(right.results.output).not.toMatch(/all .*passed/i);
    expect(statSync(join(right.root, 'source/seeds.json')).mode & 0o077).toBe(0);
    expect(wrong.status).toBe(0);
    expect(wrong.results.score).toBeLessThan(8);
    expect(stranger).toMatchObject({ status: 0, results: { score: 0 } });
    expect(stranger.results.output).toContain('eve@example.edu');
  });

  it.skipIf(!hasPeer('python3', ['--version']))(
    'reports in the language it was made in, to a group too',
    async () => {
      await bundle('--roster', 'roster.csv', '--lang', 'zh');
      const { results } = await autograde('group', 'aes.py', [{ email: 'eve@example.edu' }, { sid: 'bob' }]);
      expect(results.tests[0]).toMatchObject({ score: 2, name: '例子' });
      expect(results.output).toMatch(/^AES\n这是 2 人小组的提交；评分用的是 bob 的数据\n/);
    },
  );

  it('gives all students one seed where there is no roster', async () => {
    await bundle();
    const seeds = JSON.parse(Buffer.from(unpacked()['seeds.json']!).toString());
    expect(seeds).toMatchObject({
      assignment: 'bundled',
      seeds: {},
      others: expect.stringMatching(/^[\da-f]{64}$/),
    });
  });

  it('writes tests.json for Classroom 50', async () => {
    const { stdout, status } = await runCrypto(['assignment', 'bundle', '.', '--format', 'classroom50'], {
      cwd: course,
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout.toString())).toMatchObject({
      schema: 'classroom50/tests/v1',
      tests: [{ name: 'the examples', type: 'run', points: 2 }],
    });
  });

  it.each<[string[], RegExp]>([
    [['assignment', 'bundle', '.'], /^crypto: -o: expected a file for the zip, got none/],
    [['assignment', 'bundle', 'nothing.yaml', '-o', 'b.zip'], /^crypto: nothing\.yaml: /],
    [['assignment', 'bundle', '.', '--roster', 'none.csv', '-o', 'b.zip'], /^crypto: none\.csv: /],
  ])('%j', async (args, message) => {
    const { status, stderr } = await runCrypto(args, { cwd: course });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });
});
