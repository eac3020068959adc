/**
 * Real programs, right and wrong and bad, through `crypto grade`. As root they run as another user, which some of these tests are
 * about; elsewhere those skip.
 */
import { chmodSync, cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasPeer } from '../../interop/peer.ts';
import { type Run, runCrypto } from '../run-crypto.ts';
import { openSandbox } from '../sandbox.ts';

const hasPython = hasPeer('python3', ['--version']);
const isRoot = process.getuid?.() === 0;
const sandbox = openSandbox();
const PROGRAMS = fileURLToPath(new URL('./programs/', import.meta.url));
/** Other users get at the submission's folder, and at that of the results, but for the course's own. */
const course = sandbox.folder('course');
const submission = sandbox.folder('submission');
const results = sandbox.folder('results');
for (const folder of [course, submission, results, join(course, '..')]) chmodSync(folder, 0o755);
cpSync(PROGRAMS, submission, { recursive: true });

const KEY = join(course, 'course.key');
writeFileSync(KEY, 'c0ffee c0ffee c0ffee', { mode: 0o600 });
writeFileSync(join(course, 'hidden.json'), readFileSync('vectors/aes-block.json'), { mode: 0o600 });
writeFileSync(join(submission, 'key-path.txt'), KEY);

const assignment = (seconds: number) => `
title: AES
name: aes
operations: [aes-ecb-encrypt]
hints: cause
limits: { answer: ${seconds} }
tests:
  - { name: the examples, points: 2, vectors: aes-block, cases: [1, 2] }
  - { name: secret ones, points: 2, vectors: hidden.json, cases: [1, 2], visibility: hidden }
  - { name: fresh, points: 6, make: { op: aes-ecb-encrypt, count: 6 }, visibility: hidden }
`;
writeFileSync(join(course, 'assignment.yaml'), assignment(20));
writeFileSync(join(course, 'hasty.yaml'), assignment(0.7));

/** Each run has a folder of its own. */
let runs = 0;

function grade(program: string, ...more: string[]): Promise<Run> {
  return runCrypto(
    ['grade', course, '--student', 's1', '--exec', `python3 ${program}`, '--submission', submission, ...more],
    { cwd: sandbox.folder(`cwd-${++runs}`) },
  );
}

async function gradeJson(program: string, ...more: string[]) {
  const { stdout, status } = await grade(program, '--json', ...more);
  return { ...JSON.parse(stdout.toString()), status };
}

describe.skipIf(!hasPython)('crypto grade', { timeout: 60_000 }, () => {
  it.concurrent('gives full marks to a program that is right, and never says all passed of hidden tests', async () => {
    const { status, stdout, stderr } = await grade('aes.py');
    expect(stdout.toString()).toMatch(
      /\nScore: 10 of 10\n1 of 1 visible test passed\.\nHidden tests that count/,
    );
    expect(stdout.toString()).not.toMatch(/all/i);
    expect(status).toBe(0);
    if (isRoot) expect(stderr).toBe('');
    else expect(stderr).toMatch(/^crypto: the program runs as you do[^\n]+\n$/);
  });

  it.concurrent('tells of a wrong one on visible tests only', async () => {
    const { status, tests, score } = await gradeJson('wrong.py');
    expect([status, score]).toEqual([1, 0]);
    expect(tests[0].lines.join('\n')).toMatch(
      /case 1, aes-ecb-encrypt: wrong\n {2}key {3}2b7e.*\n {2}msg {3}3243.*\n {2}got.*\n {2}want {2}3925841d/,
    );
    for (const { lines } of tests.slice(1)) expect(lines.join('\n')).not.toMatch(/[\da-f]{16}/);
  });

  it.concurrent('gives a program that hangs what it earned before', async () => {
    const run = await runCrypto(
      [
        'grade',
        join(course, 'hasty.yaml'),
        '--student',
        's1',
        '--exec',
        'python3 hangs.py',
        '--submission',
        submission,
        '--json',
      ],
      {},
    );
    const { tests, score } = JSON.parse(run.stdout.toString());
    expect(tests[0]).toMatchObject({ score: 2 });
    expect(score).toBeLessThan(10);
    expect(JSON.stringify(tests)).toMatch(/exec\.fault\.silent/);
  });

  it.concurrent('takes a crash for that case only', async () => {
    const { tests, score } = await gradeJson('crashes.py');
    expect(tests.map(({ failed }: { failed: number }) => failed)).toEqual([0, 1, 2]);
    expect(score).toBe(2 + 1 + 4);
    // Of a hidden test its own words are not told: they may be the questions.
    expect(tests[1].lines.join('\n')).toMatch(/ended with status 1 before it answered: …/);
  });

  it.concurrent('ends a program that prints 100 MB', async () => {
    const { tests, score } = await gradeJson('floods.py');
    expect(score).toBe(0);
    expect(tests[0].lines.join('\n')).toMatch(/no answer: printed more than 4 MiB without an answer/);
  });

  it.runIf(isRoot).concurrent(
    'keeps the course key and the answers from a program that looks for them',
    async () => {
      const { tests } = await gradeJson('reads.py');
      expect(tests[0].lines.join('\n')).toMatch(/got {3}a refusal: found:\n/);
      const { tests: given } = await gradeJson('reads.py', '--course-key', 'text:c0ffee c0ffee c0ffee');
      expect(given[0].lines.join('\n')).toMatch(/got {3}a refusal: found:\n/);
    },
  );

  it.runIf(isRoot)('writes the results itself, after the program and all that it left behind', async () => {
    const path = join(results, 'results.json');
    writeFileSync(join(submission, 'results-path.txt'), path);
    const first = await grade('writes.py', '--format', 'gradescope', '-o', path);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ score: 10 });
    // Even where everybody may write.
    chmodSync(results, 0o777);
    const open = join(results, 'open.json');
    writeFileSync(join(submission, 'results-path.txt'), open);
    const second = await grade('writes.py', '--format', 'gradescope', '-o', open);
    expect(second.stderr).toBe('');
    expect(JSON.parse(readFileSync(open, 'utf8'))).toMatchObject({ score: 10 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(JSON.parse(readFileSync(open, 'utf8'))).toMatchObject({ score: 10 });
    // Of what it has put where everybody may write, nothing is left.
    expect(readdirSync(results).sort()).toEqual(['open.json', 'results.json']);
  });

  it('copies no answers beside it for the program, and says what it cannot start', async () => {
    const folder = sandbox.folder('beside');
    writeFileSync(join(folder, 'seen.json'), readFileSync('vectors/aes-block.json'));
    writeFileSync(
      join(folder, 'assignment.yaml'),
      `{ title: A, name: a, operations: [aes-ecb-encrypt], tests: [{ name: t, points: 1, vectors: seen.json, cases: [1] }] }`,
    );
    const args = ['grade', folder, '--submission', folder, '--exec'];
    const { stdout } = await runCrypto([...args, 'ls >&2; exit 1', '--json'], {});
    expect(JSON.stringify(JSON.parse(stdout.toString()).tests[0])).toMatch(/answered: assignment\.yaml/);
    const { status, stderr } = await runCrypto([...args, './aes'], {});
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^crypto: the program could not be started: .*aes: not found\n$/),
    ]);
  });

  it.runIf(isRoot)('says where programs can read what others have handed in', async () => {
    const folder = sandbox.folder('all');
    for (const id of ['s1', 's2']) cpSync(join(PROGRAMS, 'aes.py'), join(folder, `${id}.py`));
    const roster = join(course, 'roster.csv');
    writeFileSync(roster, 'id\ns1\ns2\n');
    const grades = join(results, 'grades.csv');
    const run = () =>
      runCrypto(
        ['grade', course, '--roster', roster, folder, '--exec', 'python3 aes.py', '-o', grades, '--force'],
        {},
      );
    chmodSync(folder, 0o755);
    expect((await run()).stderr).toMatch(/all: a program can read what the others .*chmod 700/);
    chmodSync(folder, 0o700);
    expect((await run()).stderr).not.toMatch(/can read/);
    expect(readFileSync(grades, 'utf8')).toMatch(/s1.*10/);
    expect(statSync(grades).mode & 0o777).toBe(0o600);
  });

  it.runIf(isRoot)('refuses to run where others may read what hidden tests are made of', async () => {
    chmodSync(join(course, 'hidden.json'), 0o644);
    const { status, stderr } = await grade('aes.py');
    chmodSync(join(course, 'hidden.json'), 0o600);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/hidden\.json: hidden tests are made of it.*chmod 600/),
    ]);
  });
});
