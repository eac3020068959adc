/** Where a wrong answer went wrong: by the steps that were reported, and by the well-known mistakes. */
import type { Diagnosis } from './diagnosis.ts';
import { findMistake } from './mistakes/index.ts';
import type { Answer, Request } from './request.ts';
import { compareSteps } from './steps/index.ts';
import type { Want } from './vector-file.ts';

/** Of a wrong answer; undefined where nothing is known of it. */
export function diagnose(request: Request, got: Answer, want: Want): Diagnosis | undefined {
  const compared = 'steps' in got && got.steps ? compareSteps(request, got.steps) : undefined;
  const { wrong, unknown = [] } = compared ?? {};
  const mistake = findMistake(request, got, want);
  if (!wrong && !mistake && unknown.length === 0) return undefined;
  return {
    ...(wrong && { step: wrong }),
    ...(mistake && { mistake }),
    ...(unknown.length > 0 && { unknown }),
  };
}
