/** Every ready-made assignment can be graded, gives full marks to our own code, and the same numbers to the same student. */
import { describe, expect, it } from 'vitest';
import { openAssignment } from '../../../src/cli/grading/assignment-file.ts';
import { readyMadeFolder, readyMadeNames } from '../../../src/cli/grading/ready-made.ts';
import { openSession } from '../../../src/cli/session.ts';
import { gradeInstance, instanceDocument } from '../../../src/vectors/assignment/index.ts';
import { type Engine, operationNamed, scratchEngine } from '../../../src/vectors/index.ts';

const session = openSession([], {});

/** Refuses everything, and believes nothing: no work, no points. */
const refusing: Engine = {
  name: 'refusing',
  window: 1,
  answer: ({ op }) =>
    operationNamed(op)?.output === 'verdict'
      ? { kind: 'output', output: false }
      : { kind: 'error', error: 'no' },
};

describe('the ready-made assignment', () => {
  it.each(readyMadeNames())('%s', { timeout: 60_000 }, async (name) => {
    const { instance, secretFiles } = openAssignment(session, readyMadeFolder(name));
    expect(secretFiles).toEqual([]);
    const made = await instance('seed', 's1');
    const again = await instance('seed', 's1');
    expect(instanceDocument(again, { answers: true })).toEqual(instanceDocument(made, { answers: true }));
    const other = await instance('other', 's2');
    expect(instanceDocument(other, { answers: true })).not.toEqual(instanceDocument(made, { answers: true }));
    const grade = await gradeInstance(made, scratchEngine);
    expect(grade.tests.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect([grade.score, grade.maxScore]).toEqual([100, 100]);
    expect((await gradeInstance(made, refusing)).score).toBe(0);
  });
});
