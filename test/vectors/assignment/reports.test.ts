/** What Gradescope and Classroom 50 are given. */
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '../../../src/bytes/index.ts';
import {
  classroom50Tests,
  gradeInstance,
  gradescopeResults,
  instanceDocument,
  makeInstance,
} from '../../../src/vectors/assignment/index.ts';
import { readVectors } from '../../../src/vectors/formats/index.ts';
import { withCode } from '../../with-code.ts';
import { assignment, encryptCase, engine, file } from './fakes.ts';

const KEY = utf8('sixteen letters.');
const VECTORS = file('file.json', [
  encryptCase('1', KEY, KEY),
  encryptCase('2', KEY, utf8('other letters ..')),
]);

describe('results.json of Gradescope', () => {
  it('has each test with its score, and tells at the top nothing of the hidden ones', async () => {
    const { tests, ...rest } = assignment();
    const ofFiles = { ...rest, tests: tests.map((test) => ({ ...test, source: { vectors: 'file' } })) };
    const instance = await makeInstance(ofFiles, { seed: 'a', open: () => VECTORS });
    const first = engine((request, right) =>
      request.fields.msg === KEY ? { kind: 'error', error: 'no' } : right,
    );
    const grade = await gradeInstance(instance, first);
    expect(gradescopeResults(grade, { lang: 'en', seconds: 1.234, remarks: ['A remark.'] })).toEqual({
      score: 5,
      execution_time: 1.2,
      output:
        'AES in ECB\nA remark.\n0 of 1 visible test passed.\nHidden tests that count, too: 1, for 8 points.',
      output_format: 'text',
      stdout_visibility: 'hidden',
      tests: [
        {
          score: 1,
          max_score: 2,
          status: 'failed',
          name: 'the example',
          number: '1',
          output: expect.stringMatching(
            /^Look at the order of the bytes\.\ncase 1, aes-ecb-encrypt: wrong\n {2}key/,
          ),
          output_format: 'text',
          visibility: 'visible',
          tags: ['aes-ecb-encrypt'],
        },
        {
          score: 4,
          max_score: 8,
          status: 'failed',
          name: 'fresh',
          number: '2',
          output: 'case 1, aes-ecb-encrypt: wrong',
          output_format: 'text',
          visibility: 'hidden',
          tags: ['aes-ecb-encrypt'],
        },
      ],
    });
  });
});

describe('tests.json of Classroom 50', () => {
  const command = (number: string) => `crypto grade aes.yaml --test ${number}`;

  it('runs the grader for each visible test, and holds nothing that is expected', () => {
    expect(classroom50Tests(assignment('limits: { total: 60.5 }'), { command, setup: 'make' })).toEqual({
      schema: 'classroom50/tests/v1',
      tests: [
        {
          name: 'the example',
          type: 'run',
          setup: 'make',
          run: 'crypto grade aes.yaml --test 1',
          timeout: 61,
          'exit-code': 0,
          points: 2,
          'failure-details': 'full',
        },
      ],
    });
  });

  it.each([
    ['tests[1].points: expected whole points up to 1000 for Classroom 50, got 2.5', { points: 2.5 }],
    ['tests[1].name: expected at most 100 bytes for Classroom 50, got 102', { name: '例'.repeat(34) }],
    ['tests: expected a visible one for Classroom 50, got hidden ones only', { visibility: 'hidden' }],
  ] as const)('%s', (message, change) => {
    const { tests, ...rest } = assignment();
    expect(() => classroom50Tests({ ...rest, tests: [{ ...tests[0]!, ...change }] }, { command })).toThrow(
      withCode('bad-argument', message),
    );
  });
});

describe('the file of an instance', () => {
  const made = () => makeInstance(assignment(), { seed: 'a', open: () => VECTORS });

  it('has the questions of the visible tests for a student, and nothing that is wanted', async () => {
    const document = instanceDocument(await made(), { header: ['for s1'] });
    expect(document).toEqual({
      algorithm: 'aes',
      source: 'AES in ECB',
      header: ['for s1'],
      notes: {},
      numberOfTests: 2,
      testGroups: [
        {
          type: 'OperationTest',
          op: 'aes-ecb-encrypt',
          source: '1. the example',
          tests: [
            { tcId: 1, comment: '', key: toHex(KEY), msg: toHex(KEY), flags: [] },
            expect.objectContaining({ tcId: 2 }),
          ],
        },
      ],
    });
  });

  it('has everything for the instructor, and reads as vectors again', async () => {
    const instance = await made();
    const document = instanceDocument(instance, { answers: true });
    expect(document.numberOfTests).toBe(6);
    const [read] = readVectors([{ name: 'x', text: JSON.stringify(document) }]);
    expect(read!.cases.map(({ checks }) => checks)).toEqual(
      instance.tests.flatMap(({ cases }) => cases.map(({ checks }) => checks)),
    );
  });
});
