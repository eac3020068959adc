/**
 * What a program passes without doing anything: by refusing, by saying the same to everything, by handing out nothing, zeros,
 * or what it was given. Such cases count only beside one that shows more.
 */
import { operationNamed } from '../operations/index.ts';
import type { Answer, Output, Request } from '../request.ts';
import type { CaseResult } from '../result.ts';
import type { Check, VectorCase } from '../vector-file.ts';

/** `work`: computed. `idle`: to be had for nothing. `yes` and `no`: verdicts, each of which one half of all programs gives. */
type Kind = 'work' | 'idle' | 'yes' | 'no';

/** The results of one test. */
export type TestResults = readonly CaseResult[];

/**
 * Those that passed and count for nothing, as yet: idle ones where none passed that took work, and verdicts where not both an
 * acceptance and a refusal were right. A test that has no such cases is measured by the other tests of `all`.
 */
export function unearnedIn(test: TestResults, all: readonly TestResults[]): CaseResult[] {
  const works = shows(['work'], test, all);
  const judges = shows(['yes', 'no'], test, all);
  return test.filter((result) => {
    const kind = passedKind(result);
    if (kind === undefined || kind === 'work') return false;
    return kind === 'idle' ? !works : !judges;
  });
}

/** Whether cases passed that only other tests than `all` could measure. */
export function wantsMeasure(test: TestResults, all: readonly TestResults[]): boolean {
  return test.some((result) => {
    const kind = passedKind(result);
    if (kind === undefined || kind === 'work') return false;
    return measureOf(kind === 'idle' ? ['work'] : ['yes', 'no'], test, all) === undefined;
  });
}

/** Whether a case of each kind passed; true where there is nothing to show it by. */
function shows(kinds: readonly Kind[], test: TestResults, all: readonly TestResults[]): boolean {
  const measure = measureOf(kinds, test, all);
  if (!measure) return true;
  return kinds.every((kind) => measure.some((result) => passedKind(result) === kind));
}

/** Results with cases of each of those kinds: the test itself, else all; undefined where neither has them. */
function measureOf(
  kinds: readonly Kind[],
  test: TestResults,
  all: readonly TestResults[],
): TestResults | undefined {
  return [test, all.flat()].find((results) =>
    kinds.every((kind) => results.some((result) => wantedKind(result.case) === kind)),
  );
}

/** Undefined of a case that did not pass. */
function passedKind(result: CaseResult): Kind | undefined {
  if (result.status !== 'passed') return undefined;
  const { answers } = result;
  // A Monte Carlo test leaves no answers, and is work.
  if (answers.length < result.case.checks.length) return 'work';
  return strongest(answers.map(({ request, answer }) => kindOf(request, answer)));
}

function wantedKind({ checks }: VectorCase): Kind {
  return strongest(checks.map(kindWanted));
}

function kindWanted(check: Check): Kind {
  if (!('request' in check) || check.want.kind === 'accepted') return 'work';
  const { request, want } = check;
  return kindOf(request, want.kind === 'refusal' ? { kind: 'error', error: '' } : want);
}

function kindOf(
  request: Request,
  answer: Answer | { readonly kind: 'output'; readonly output: Output },
): Kind {
  if (answer.kind !== 'output') return operationNamed(request.op)?.output === 'verdict' ? 'no' : 'idle';
  const { output } = answer;
  if (typeof output === 'boolean') return output ? 'yes' : 'no';
  return isIdle(request, output) ? 'idle' : 'work';
}

/** Nothing, zeros, or what was given. */
function isIdle({ fields }: Request, output: Uint8Array): boolean {
  if (output.every((byte) => byte === 0)) return true;
  return Object.values(fields).some(
    (field) =>
      field instanceof Uint8Array &&
      field.length === output.length &&
      field.every((byte, i) => byte === output[i]),
  );
}

/** Of a case that asks several things, the one that takes most. */
function strongest(kinds: readonly Kind[]): Kind {
  return (['work', 'yes', 'no'] as const).find((kind) => kinds.includes(kind)) ?? 'idle';
}
