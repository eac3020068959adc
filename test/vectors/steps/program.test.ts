/** A real program in Python that reports its steps: right, and with one mistake after the other. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openProgram } from '../../../src/cli/exec/program.ts';
import { type Answer, isRight, type Request, scratchEngine } from '../../../src/vectors/index.ts';
import { type ComparedSteps, compareSteps, stepsOf } from '../../../src/vectors/steps/index.ts';
import { hasPeer } from '../../interop/peer.ts';

import { requestFor } from './requests.ts';

const PROGRAM = fileURLToPath(new URL('../programs/aes_steps.py', import.meta.url));
const OPERATIONS = ['aes-ecb-encrypt', 'aes-ecb-decrypt', 'aes-cbc-encrypt', 'aes-cbc-decrypt'];

interface Run {
  readonly request: Request;
  readonly answer: Extract<Answer, { kind: 'output' }>;
  readonly compared: ComparedSteps;
  readonly right: boolean;
}

async function runAll(mistake = ''): Promise<Run[]> {
  const program = openProgram(`python3 '${PROGRAM}' ${mistake}`);
  try {
    const requests = OPERATIONS.map(requestFor);
    const answers = await Promise.all(requests.map((request) => program.answer(request)));
    return requests.map((request, i) => {
      const answer = answers[i]!;
      if (answer.kind !== 'output') throw new Error(JSON.stringify(answer));
      const ours = scratchEngine.answer(request);
      if (!('output' in ours)) throw new Error(JSON.stringify(ours));
      const right = isRight(request.op, answer, { kind: 'output', output: ours.output });
      return { request, answer, compared: compareSteps(request, answer.steps ?? [])!, right };
    });
  } finally {
    await program.close();
  }
}

/** The first wrong step of each operation; none where the mistake is not made there. */
const FIRST: Readonly<Record<string, readonly (string | undefined)[]>> = {
  's-box': ['round[7].s_box', 'round[4].is_box', 'block[2].round[1].s_box', 'block[2].round[10].is_box'],
  'shift-right': ['round[1].s_row', 'round[1].is_row', 'round[1].s_row', 'round[1].is_row'],
  'rows-for-columns': ['round[1].start', undefined, 'round[1].start', undefined],
  'mix-swapped': ['round[1].m_col', 'round[2].istart', 'round[1].m_col', 'round[2].istart'],
  'mix-in-last-round': ['round[10].output', undefined, 'round[10].output', undefined],
  'no-rcon': ['w[4]', 'w[4]', 'w[4]', 'w[4]'],
  'no-rotword': ['w[4]', 'w[4]', 'w[4]', 'w[4]'],
  'first-key-twice': ['round[1].k_sch', undefined, 'round[1].k_sch', undefined],
  'iv-in-every-block': [undefined, undefined, 'block[2].I', 'block[2].P'],
  'iv-forgotten': [undefined, undefined, 'I', 'P'],
};

describe.skipIf(!hasPeer('python3', ['--version']))('a program in Python that reports its steps', () => {
  it('is right, and so is every step of it', async () => {
    for (const { request, answer, compared, right } of await runAll()) {
      expect(right).toBe(true);
      expect(compared).toEqual({ compared: answer.steps!.length, unknown: [] });
      const ours = stepsOf(request)!.filter(({ id }) => id !== 'IV');
      expect(answer.steps!.length).toBe(ours.length);
    }
  });

  it.each(Object.entries(FIRST))('%s: the first wrong step is named', async (mistake, first) => {
    const runs = await runAll(mistake);
    expect(runs.map(({ compared }) => compared.wrong?.id)).toEqual(first);
    expect(runs.map(({ right }) => right)).toEqual(first.map((id) => id === undefined));
    for (const { compared } of runs) {
      const unknown = mistake === 'mix-in-last-round' && compared.wrong ? ['round[10].m_col'] : [];
      expect(compared.unknown.map(({ id }) => id)).toEqual(unknown);
    }
  });
});
