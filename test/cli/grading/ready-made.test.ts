/** Every ready-made assignment can be graded, gives full marks to our own code and none to programs that do nothing, and the same numbers to the same student. */
import { describe, expect, it } from 'vitest';
import { openAssignment } from '../../../src/cli/grading/assignment-file.ts';
import { readyMadeFolder, readyMadeNames } from '../../../src/cli/grading/ready-made.ts';
import { openSession } from '../../../src/cli/session.ts';
import { gradeInstance, instanceDocument } from '../../../src/vectors/assignment/index.ts';
import {
  type Answer,
  type Output,
  operationNamed,
  type Request,
  saying,
  scratchEngine,
} from '../../../src/vectors/index.ts';

const session = openSession([], {});

/** Programs that do nothing: no work, no points. */
const IDLE: Readonly<Record<string, (request: Request) => Answer>> = {
  'always refuses': () => ({ kind: 'error', error: 'no' }),
  'refuses everything, and believes nothing': (request) =>
    isVerdict(request) ? output(false) : { kind: 'error', error: 'no' },
  'believes everything': (request) => (isVerdict(request) ? output(true) : { kind: 'error', error: 'no' }),
  'always answers true': () => output(true),
  'always answers false': () => output(false),
  'always answers with nothing': () => output(new Uint8Array(0)),
  'answers with zeros': ({ fields }) => output(new Uint8Array(textIn(fields).length)),
  'answers with what it was given': ({ fields }) => output(textIn(fields)),
  'never answers': () => ({ kind: 'broken', fault: saying('exec.fault.junk', { line: '' }) }),
};

const output = (value: Output): Answer => ({ kind: 'output', output: value });
const isVerdict = ({ op }: Request) => operationNamed(op)?.output === 'verdict';

function textIn({ msg, ct, secret, masterSecret }: Request['fields']): Uint8Array {
  const text = msg ?? ct ?? secret ?? masterSecret;
  return text instanceof Uint8Array ? text : new Uint8Array(0);
}

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
    const idle: [string, number][] = [];
    for (const [does, answer] of Object.entries(IDLE)) {
      for (const instance of [made, other]) {
        const engine = { name: 'exec:idle', window: 1, answer };
        const { score } = await gradeInstance(instance, engine, { diagnose: () => undefined });
        if (score !== 0) idle.push([does, score]);
      }
    }
    expect(idle).toEqual([]);
  });
});
