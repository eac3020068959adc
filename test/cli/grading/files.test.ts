/** Rosters, seeds, submissions and results as files: what is taken, and what is refused by name. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProgram } from '../../../src/cli/exec/program.ts';
import { openAssignment } from '../../../src/cli/grading/assignment-file.ts';
import { gradesCsv, withMark } from '../../../src/cli/grading/grades-csv.ts';
import { expectResultFile } from '../../../src/cli/grading/result-file.ts';
import { readRoster } from '../../../src/cli/grading/roster.ts';
import { readSeeds, seedOf, seedsDocument, studentIn } from '../../../src/cli/grading/seeds.ts';
import { copySubmission } from '../../../src/cli/grading/submission.ts';
import { findSubmissions } from '../../../src/cli/grading/submissions.ts';
import { openSession } from '../../../src/cli/session.ts';
import { hasPeer } from '../../interop/peer.ts';
import { withCode } from '../../with-code.ts';
import { openSandbox } from '../sandbox.ts';

const session = openSession([], {});
const folder = openSandbox().folder('files');
const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('a roster', () => {
  const read = (text: string) => readRoster(session, put('roster.csv', text));

  it.each([
    ['id,name\nbob,Bob\n', [{ id: 'bob', name: 'Bob' }]],
    ['\ufeffSID;First Name;Last_Name\r\n 7 ;Bob;B.\r\n;;\r\n', [{ id: '7', name: 'Bob B.' }]],
    ['姓名\t学号\n王字\t2024001\n', [{ id: '2024001', name: '王字' }]],
    ['email,section\n"a,b@example.com",2\n', [{ id: 'a,b@example.com' }]],
    ['username,first_name,last_name,email\nbob,,,bob@example.com\n', [{ id: 'bob' }]],
  ])('%j', (text, students) => expect(read(text)).toEqual(students));

  it.each([
    ['line 4: bob stands there already, on line 2', 'id\nbob\n\n bob \n'],
    ['line 3: a quotation mark that is never closed', 'id,name\na,b\n"c,d\ne,f\n'],
    ['line 2: student: expected an id, got none', 'id,name\n,Bob\n'],
    ['expected a header with a column id, student, sid or email, got first, second', 'first,second\na,b\n'],
    ['expected a line for each student below the header, got none', 'id,name\n\n'],
    [
      'expected at most 10000 students, got more',
      `id\n${Array.from({ length: 10_001 }, (_, i) => i).join('\n')}`,
    ],
  ])('%s', (message, text) => {
    expect(() => read(text)).toThrow(withCode('bad-format', `${join(folder, 'roster.csv')}: ${message}`));
  });
});

describe('seeds', () => {
  const key = new Uint8Array(16);
  const file = (more = {}) =>
    put('seeds.json', JSON.stringify({ ...seedsDocument(key, 'aes', ['s1', 'Zoë@example.com']), ...more }));

  it('are found by id; others only where that is foreseen', () => {
    const seeds = readSeeds(session, file(), 'aes');
    expect(seedOf(seeds, 's1')).toMatch(/^[\da-f]{64}$/);
    expect(seedOf(seeds, 's2')).toBeUndefined();
    const open = readSeeds(
      session,
      put('open.json', JSON.stringify(seedsDocument(key, 'aes', [], { others: true }))),
      'aes',
    );
    expect(seedOf(open, 's2')).toMatch(/^[\da-f]{64}$/);
    expect(seedOf(seeds, '__proto__')).toBeUndefined();
  });

  it.each([{ assignment: 'des' }, { seeds: [1] }, { seeds: { s1: 'AB' } }, { others: 1 }])(
    '%j is refused',
    (more) => {
      expect(() => readSeeds(session, file(more), 'aes')).toThrow(
        withCode('bad-format', /expected the seeds of the assignment aes/),
      );
    },
  );

  it.each([
    ['Zoë@example.com', { users: [{ email: 'other' }, { email: 'zoë@example.com', id: 7 }] }],
    ['s1', { users: [{ email: 'x@example.com', sid: ' s1 ' }] }],
    ['nobody@example.com', { users: [{ email: 'nobody@example.com', id: 1 }] }],
    ['s1', { users: [{ email: 'x'.repeat(300), name: 'a\u0000b', sid: 's1' }] }],
    ['7', { users: [{ email: 'x'.repeat(300), name: 'a\u0000b', id: 7 }] }],
  ])('belong to %s', (student, metadata) => {
    const seeds = readSeeds(session, file(), 'aes');
    const found = studentIn(session, put('meta.json', JSON.stringify(metadata)), seeds);
    expect(found.student).toBe(student);
  });

  it.each([
    [1, [{ id: 1, email: 'a@example.com', sid: 's1' }]],
    [1, [{}, null, { name: '' }, { sid: 's1' }]],
    [3, [{ id: 1 }, { email: 'b@example.com' }, { sid: 's1' }]],
  ])('say how many handed in: %i', (users, all) => {
    const seeds = readSeeds(session, file(), 'aes');
    const found = studentIn(session, put('meta.json', JSON.stringify({ users: all })), seeds);
    expect(found).toEqual({ student: 's1', users });
  });

  it.each(['{}', '[]', 'x', '{"users":[{}]}', '{"users":[{"email":""}]}'])(
    'belong to nobody in %s',
    (text) => {
      const seeds = readSeeds(session, file(), 'aes');
      expect(() => studentIn(session, put('meta.json', text), seeds)).toThrow(
        withCode('bad-format', /expected users/),
      );
    },
  );
});

describe('submissions', () => {
  it('are folders and files by the id, in any Unicode form; the others are strangers', () => {
    const all = join(folder, 'all');
    for (const name of ['a', 'b', 'e.x']) mkdirSync(join(all, name), { recursive: true });
    for (const name of ['b.py', `${'é'.normalize('NFD')}.py`, 'e.x.py', 'mallory.py', '.hidden'])
      put(`all/${name}`, '');
    const students = ['a', 'b', 'é', 'e.x', '..', 'all'].map((id) => ({ id }));
    const found = findSubmissions(session, all, students);
    const names = students.map((student) =>
      found.of(student).map((path) => path.slice(all.length + 1).normalize('NFC')),
    );
    expect(names).toEqual([['a'], ['b', 'b.py'], ['é.py'], ['e.x', 'e.x.py'], [], []]);
    expect(found.strangers).toEqual(['mallory.py']);
  });

  it('are copied without secrets, and links as links', () => {
    const from = join(folder, 'one');
    mkdirSync(join(from, 'inner'), { recursive: true });
    put('one/inner/run.sh', 'echo');
    const secret = put('secret.key', 'secret');
    linkSync(secret, join(from, 'other-name'));
    symlinkSync(secret, join(from, 'link'));
    put('one/inner/course.key', 'another secret');
    const copy = copySubmission(session, from, { without: [secret], command: 'x' });
    expect(readdirSync(copy.folder).sort()).toEqual(['inner', 'link']);
    expect(readdirSync(join(copy.folder, 'inner'))).toEqual(['run.sh']);
    expect(readFileSync(join(copy.folder, 'inner/run.sh'), 'utf8')).toBe('echo');
    expect(statSync(copy.folder).mode & 0o777).toBe(0o700);
    copy.remove();
    expect(existsSync(copy.folder)).toBe(false);
    expect(existsSync(secret)).toBe(true);
  });

  it.each([
    ['python3 aes.py', 'aes.py'],
    ['python3 s1.py', 's1.py'],
    ['python3 a.py; python3 b.py', 's1.py'],
    ['if [ -f aes.py ]; then exec python3 aes.py; else exec node aes.ts; fi', 'aes.py'],
    ['python3 "$SUBMISSION"', 's1.py'],
  ])('of one file, for %s, are named %s', (command, name) => {
    const copy = copySubmission(session, put('s1.py', 'x'), { command });
    expect([copy.file, readdirSync(copy.folder)]).toEqual([name, [name]]);
    copy.remove();
  });

  it('are no links, and not without end', () => {
    const link = join(folder, 'elsewhere');
    symlinkSync('/', link);
    expect(() => copySubmission(session, link, { command: '' })).toThrow(
      withCode('io', /got a link or something else/),
    );
    const deep = join(folder, 'deep', ...Array(40).fill('d'));
    mkdirSync(deep, { recursive: true });
    expect(() => copySubmission(session, join(folder, 'deep'), { command: '' })).toThrow(
      withCode('too-large', /at most 32 levels/),
    );
    mkdirSync(join(folder, 'large'));
    truncateSync(put('large/sparse', ''), 300 << 20);
    expect(() => copySubmission(session, join(folder, 'large'), { command: '' })).toThrow(
      withCode('too-large', /at most 10000 files and 256 MiB, got more; --submission names the folder/),
    );
    expect(() => copySubmission(session, join(folder, 'nowhere'), { command: '' })).toThrow(withCode('io'));
  });

  it.skipIf(!hasPeer('python3', ['--version']))(
    'are gone afterwards, however deep a program has nested folders',
    () => {
      const copy = copySubmission(session, put('s2.py', 'x'), { command: '' });
      const nest = "import os\nfor i in range(400): os.mkdir('d' * 20); os.chdir('d' * 20)";
      execFileSync('python3', ['-c', nest], { cwd: copy.folder });
      copy.remove();
      expect(existsSync(copy.folder)).toBe(false);
    },
  );

  it('whose folder is gone are a fault, and no crash', async () => {
    const program = openProgram('true', { cwd: put('no-folder', '') });
    const answer = await program.answer({ op: 'xor', fields: {} });
    expect(answer).toMatchObject({ kind: 'broken', fault: { say: 'exec.fault.notStarted' } });
    await program.close();
  });
});

it('an assignment that is a link to itself is a fault with words', () => {
  const link = join(folder, 'loop');
  symlinkSync(link, link);
  expect(() => openAssignment(session, link)).toThrow(withCode('io', /lead in a circle/));
});

describe('results', () => {
  it('take the place of what was planted there meanwhile, and do not go where it leads', async () => {
    const output = join(folder, 'results.json');
    const result = await expectResultFile(session, { output });
    const victim = put('victim.json', 'precious');
    symlinkSync(victim, output);
    await result.write('{}');
    expect(readFileSync(output, 'utf8')).toBe('{}');
    expect(readFileSync(victim, 'utf8')).toBe('precious');
  });
});

describe('grades as CSV', () => {
  it('run nothing in a spreadsheet', () => {
    const grade = { assignment: { name: 'a', title: 'A' }, score: 1.5, maxScore: 2, tests: [] };
    const csv = gradesCsv([{ student: { id: '=HYPERLINK("x")', name: '@a' }, grade, remark: '-1+1, "x"' }]);
    expect(csv).toBe(`id,name,score,max,remark\n"'=HYPERLINK(""x"")","'@a",1.5,2,"'-1+1, ""x"""\n`);
    expect(withMark(csv)).toBe(csv);
    expect(withMark('王')).toBe('\ufeff王');
  });
});
