/** Steps of right answers that are not the standard's: with `--steps` they are told, too. */
import type { CaseResult, WrongStep } from '../../../vectors/index.ts';
import { compareSteps } from '../../../vectors/index.ts';

export interface StepRemark {
  readonly id: string;
  readonly step: WrongStep;
}

/** Of each case the first. */
export function stepRemarks(results: readonly CaseResult[]): StepRemark[] {
  return results.flatMap((result) => {
    if (result.status !== 'passed') return [];
    for (const { request, answer } of result.answers) {
      if (answer.kind !== 'output' || !answer.steps) continue;
      const step = compareSteps(request, answer.steps)?.wrong;
      if (step) return [{ id: result.case.id, step }];
    }
    return [];
  });
}

/** Whether any answer, right or wrong, came with steps. */
export function hasSteps(results: readonly CaseResult[]): boolean {
  return results.some((result) => {
    if (result.status === 'skipped') return false;
    const answers =
      result.status === 'failed' ? [result.failure.got] : result.answers.map(({ answer }) => answer);
    return answers.some((answer) => 'steps' in answer && (answer.steps?.length ?? 0) > 0);
  });
}
