/** Instances and grades, with programs that are right, wrong, silent, choosy or nosy. */
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '../../../src/bytes/index.ts';
import {
  type Assignment,
  allPassed,
  type GradeOptions,
  gradeInstance,
  gradeNothing,
  gradeRemarks,
  gradescopeResults,
  type Instance,
  makeInstance,
  testLines,
} from '../../../src/vectors/assignment/index.ts';
import type { Answer, Diagnosis, Engine } from '../../../src/vectors/index.ts';
import { saying } from '../../../src/vectors/saying.ts';
import { withCode } from '../../with-code.ts';
import { assignment, encryptCase, engine, file, skippedCase } from './fakes.ts';

const KEY = utf8('sixteen letters.');
const VECTORS = file('file.json', [
  encryptCase('1', KEY, utf8('message number 1')),
  encryptCase('2', KEY, utf8('message number 2')),
  encryptCase('3', KEY, utf8('message number 3')),
]);

function instance(of: Assignment = assignment(), seed = 'a', open = () => VECTORS): Promise<Instance> {
  return makeInstance(of, { seed, student: 's1', open });
}

async function grade(program: Engine, of?: Assignment, options?: GradeOptions) {
  return gradeInstance(await instance(of), program, options);
}

const wrong: Answer = { kind: 'output', output: KEY };
const diagnosis: Diagnosis = {
  step: {
    id: 'round[3].m_col',
    clause: 'FIPS 197, 5.1.3',
    byte: 1,
    got: 'aabbcc',
    want: 'aaddcc',
    before: { id: 'round[3].s_row', value: '112233' },
  },
  mistake: { name: 'aes-x', text: saying('grade.want.refusal', {}), clause: 'FIPS 197, 5.1' },
};
const diagnose = () => diagnosis;

describe('an instance', () => {
  it('is the same for the same seed, and another for another', async () => {
    const inputs = async (seed: string) =>
      (await instance(undefined, seed)).tests.map(({ cases }) =>
        cases.map(({ checks: [check] }) =>
          'request' in check! ? toHex(check.request.fields.msg as Uint8Array) : '',
        ),
      );
    const [first, again, other] = [await inputs('a'), await inputs('a'), await inputs('b')];
    expect(again).toEqual(first);
    expect(other[0]).toEqual(first[0]);
    expect(other[1]!.filter((msg) => first[1]!.includes(msg))).toEqual([]);
    // Whoever changes this changes every student's numbers.
    expect(first[1]![0]).toBe('2c4c177e4459374f0ba5cc6d2ca40bac');
  });

  it('draws each test from a stream of its own', async () => {
    const one = await instance();
    const more = await instance(assignment('', 'cases: [2]'));
    expect(more.tests[1]!.cases).toEqual(one.tests[1]!.cases);
    expect(more.tests[0]!.cases.map(({ id }) => id)).toEqual(['2']);
  });

  it('asks only what the test is about, and leaves out what cannot be asked', async () => {
    const decrypt = {
      ...encryptCase('4', KEY, KEY).checks[0]!,
      request: { op: 'aes-ecb-decrypt', fields: {} },
    };
    const both = { ...VECTORS.cases[0]!, checks: [...VECTORS.cases[0]!.checks, decrypt] };
    const other = { ...VECTORS.cases[1]!, checks: [decrypt] };
    const mixed = file('mixed', [both, other, skippedCase('9')]);
    const { tests } = await instance(undefined, 'a', () => mixed);
    expect(tests[0]!.cases).toEqual([VECTORS.cases[0]]);
    expect(tests[0]!.leftOut).toEqual([{ id: '9', why: saying('vectors.skip.keySize', { bits: 40 }) }]);
    const graded = await gradeInstance(await instance(undefined, 'a', () => mixed), engine());
    expect(graded.tests[0]).toMatchObject({ score: 2, status: 'passed', cases: 1 });
    expect(gradeRemarks('en', graded).at(-1)).toBe(
      'Cases of the files that cannot be asked, and do not count: 1.',
    );
  });

  it.each([
    ['tests[1].cases: expected ids of cases in file.json, got "7"', 'cases: [1, 7]', VECTORS],
    ['tests[1]: expected a case that asks aes-ecb-encrypt in none, found none', '', file('none', [])],
    [
      'tests[1]: expected a case that asks aes-ecb-encrypt in none, found none',
      '',
      file('none', [skippedCase('1')]),
    ],
    [
      'tests[1].cases: expected cases that ask aes-ecb-encrypt, got "5"',
      'cases: [5]',
      file('other', [
        {
          id: '5',
          comment: '',
          flags: [],
          checks: [{ request: { op: 'sha1', fields: {} }, want: { kind: 'refusal' } }],
        },
      ]),
    ],
  ] as const)('%s', async (message, first, vectors) => {
    await expect(instance(assignment('', first), 'a', () => vectors)).rejects.toThrow(
      withCode('bad-argument', message),
    );
  });
});

describe('a grade', () => {
  it('is full for a program that is right; nothing is said of all while a test is hidden', async () => {
    const full = await grade(engine());
    expect(full).toMatchObject({ student: 's1', score: 10, maxScore: 10 });
    expect(full.tests.map(({ status }) => status)).toEqual(['passed', 'passed']);
    expect(full.tests.flatMap((test) => testLines('en', test))).toEqual([]);
    expect(allPassed(full)).toBe(false);
    expect(gradeRemarks('en', full)).toEqual([
      '1 of 1 visible test passed.',
      'Hidden tests that count, too: 1, for 8 points.',
    ]);
    const open = await grade(engine(), visibleOnly());
    expect(gradeRemarks('en', open)).toEqual(['All tests passed.']);
  });

  it('gives each case its part, to two decimals, and never the whole for less', async () => {
    const first = engine((request, right) =>
      toHex(request.fields.msg as Uint8Array).endsWith('31') ? wrong : right,
    );
    const partly = await grade(first);
    expect(partly.tests[0]).toMatchObject({ score: 1.33, passed: 2, failed: 1, status: 'failed' });
    expect(partly.score).toBe(9.33);
    expect((await grade(first, assignment('', 'credit: all'))).tests[0]!.score).toBe(0);
    const many = file(
      'many',
      Array.from({ length: 1000 }, (_, i) => ({ ...VECTORS.cases[i === 0 ? 0 : 1]!, id: String(i) })),
    );
    const nearly = await gradeInstance(await instance(undefined, 'a', () => many), first);
    expect(nearly.tests[0]).toMatchObject({ score: 1.99, passed: 999 });
  });

  it('tells of a wrong answer on a visible test: the inputs, and by the hints what was wanted, the step and the cause', async () => {
    const lines = async (hints: string) =>
      testLines(
        'en',
        (
          await grade(
            engine(() => wrong),
            assignment(`hints: ${hints}`),
            { diagnose },
          )
        ).tests[0]!,
      );
    const none = await lines('none');
    expect(none.slice(0, 5)).toEqual([
      'Look at the order of the bytes.',
      'case 1, aes-ecb-encrypt: wrong',
      `  key  ${toHex(KEY)}`,
      `  msg  ${toHex(utf8('message number 1'))}`,
      `  got  ${toHex(KEY)}`,
    ]);
    expect(none.join('\n')).not.toMatch(/want|step|cause/);
    const step = await lines('step');
    expect(step.slice(5, 8)).toEqual([
      `  want  ${wantOf(0)}`,
      '  first wrong step: round[3].m_col: got aabbcc, want aaddcc (FIPS 197, 5.1.3)',
      '    round[3].s_row = 112233',
    ]);
    expect(step.join('\n')).not.toMatch(/cause/);
    expect((await lines('cause'))[8]).toMatch(/^ {2}probable cause: .* \(FIPS 197, 5\.1\)$/);
  });

  it('tells of a hidden test neither inputs nor answers nor what was wanted', async () => {
    const { tests } = await instance();
    const secrets = tests[1]!.cases.flatMap(({ checks: [check] }) =>
      'request' in check!
        ? Object.values(check.request.fields).map((field) => toHex(field as Uint8Array))
        : [],
    );
    const nosy: Engine[] = [
      engine((request) => ({ kind: 'output', output: request.fields.msg as Uint8Array })),
      engine((request) => ({ kind: 'error', error: toHex(request.fields.key as Uint8Array) })),
      engine((request) => ({
        kind: 'broken',
        fault: saying('vectors.fault.internal', { detail: toHex(request.fields.msg as Uint8Array) }),
      })),
      engine((request) => ({
        kind: 'unsupported',
        why: saying('vectors.skip.program', { detail: toHex(request.fields.key as Uint8Array) }),
      })),
    ];
    for (const program of nosy) {
      const found = await gradeInstance(await instance(assignment('hints: cause')), program, { diagnose });
      const told = JSON.stringify([found.tests[1], gradescopeResults(found, { lang: 'zh' }).tests[1]]);
      for (const secret of secrets) expect(told).not.toContain(secret);
      expect(told).not.toMatch(/aaddcc|aabbcc|112233/);
    }
    const found = await grade(nosy[0]!, assignment('hints: cause'), { diagnose });
    expect(testLines('en', found.tests[1]!).slice(0, 2)).toEqual([
      'case 1, aes-ecb-encrypt: wrong',
      '  first wrong step: round[3].m_col, byte 1 (FIPS 197, 5.1.3)',
    ]);
    const revealed = await grade(nosy[0]!, undefined, { reveal: true });
    expect(JSON.stringify(revealed.tests[1])).toContain(secrets[0]);
  });

  it('tells of a hidden test no numbers that the program says, since they may be what it was asked', async () => {
    const [digits, kept] = ['51740390283613', '137'];
    const faults = [
      saying('exec.fault.endedWords', { status: kept, words: digits }),
      saying('exec.fault.junk', { line: digits }),
      saying('exec.fault.wrongId', { want: kept, got: digits }),
      saying('exec.fault.notStarted', { detail: digits }),
    ];
    for (const fault of faults) {
      const found = await grade(engine(() => ({ kind: 'broken', fault })));
      expect(JSON.stringify(found.tests[0])).toContain(digits);
      expect(JSON.stringify(found.tests[1])).not.toContain(digits);
      expect(JSON.stringify(found.tests[1]).includes(kept)).toBe(Object.values(fault.values).includes(kept));
    }
    const skips = await grade(
      engine(() => ({ kind: 'unsupported', why: saying('vectors.skip.program', { detail: digits }) })),
    );
    expect(JSON.stringify(skips.tests[1])).not.toContain(digits);
  });

  it('asks hidden tests last, wherever they stand', async () => {
    const seen: string[] = [];
    const nosy = engine((request, right) => {
      seen.push(toHex(request.fields.key as Uint8Array));
      return right;
    });
    await gradeInstance(await instance(swapped()), nosy);
    expect(seen.slice(-3)).toEqual(Array(3).fill(toHex(KEY)));
    expect(seen.slice(0, 4)).not.toContain(toHex(KEY));
  });

  it('gives nothing for what is skipped, and names it', async () => {
    const choosy = engine((request, right) =>
      toHex(request.fields.msg as Uint8Array).endsWith('32')
        ? { kind: 'unsupported', why: saying('vectors.skip.program', { detail: 'no idea' }) }
        : right,
    );
    const graded = await grade(choosy, visibleOnly());
    expect(graded.tests[0]).toMatchObject({ score: 1.33, skipped: 1, failed: 0, status: 'failed' });
    expect(testLines('en', graded.tests[0]!)).toEqual([
      'Look at the order of the bytes.',
      'skipped, which earns nothing: 1 (2): the program says: no idea',
    ]);
    expect(gradeRemarks('en', graded)).toEqual([
      '1 of 2 visible tests passed.',
      'Cases that the program does not do: 1. They earn nothing.',
    ]);
  });

  it('tells of three failures, and counts the others; no more are looked into', async () => {
    let looked = 0;
    const count = () => {
      looked++;
      return diagnosis;
    };
    const graded = await grade(
      engine(() => wrong),
      visibleOnly(),
      { diagnose: count },
    );
    expect(looked).toBe(6);
    expect(graded.tests[1]!.failures).toHaveLength(3);
    expect(testLines('en', graded.tests[1]!).at(-1)).toBe('… and 1 more failed');
    expect(testLines('zh', graded.tests[1]!).at(-1)).toBe('……另有 1 个用例失败');
  });

  it('shows what a program says as a terminal may have it', async () => {
    const rude = engine(() => ({ kind: 'error', error: `\u001b[2J\u202e${'x'.repeat(1000)}` }));
    const lines = testLines('en', (await grade(rude)).tests[0]!).join('\n');
    expect(lines).toContain('got   a refusal: \\u{1b}[2J\\u{202e}xxx');
    expect(lines.length).toBeLessThan(2000);
  });

  it('is of nothing where there is nothing', async () => {
    expect(gradeNothing(await instance())).toMatchObject({
      score: 0,
      maxScore: 10,
      tests: [
        { score: 0, cases: 3, failed: 3, status: 'failed' },
        { score: 0, cases: 4 },
      ],
    });
  });

  it('may be of some tests only', async () => {
    expect(await grade(engine(), undefined, { only: ['1'] })).toMatchObject({ score: 2, maxScore: 2 });
  });
});

function wantOf(i: number): string {
  const [check] = VECTORS.cases[i]!.checks;
  return check?.want.kind === 'output' ? toHex(check.want.output as Uint8Array) : '';
}

function visibleOnly(): Assignment {
  const all = assignment();
  return { ...all, tests: all.tests.map((test) => ({ ...test, visibility: 'visible' })) };
}

function swapped(): Assignment {
  const all = assignment();
  const [first, second] = all.tests;
  return {
    ...all,
    tests: [
      { ...first!, visibility: 'hidden' },
      { ...second!, visibility: 'visible' },
    ],
  };
}
