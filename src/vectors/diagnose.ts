/** Where a wrong answer went wrong: by the steps that were reported, or by the well-known mistakes. */
import type { Diagnosis } from './diagnosis.ts';
import type { Answer, Request } from './request.ts';
import { compareSteps } from './steps/index.ts';
import type { Want } from './vector-file.ts';

export function diagnose(request: Request, got: Answer, _want: Want): Diagnosis | undefined {
  const compared = 'steps' in got && got.steps ? compareSteps(request, got.steps) : undefined;
  if (!compared) return undefined;
  const { wrong, unknown } = compared;
  if (!wrong && unknown.length === 0) return undefined;
  return { ...(wrong && { step: wrong }), ...(unknown.length > 0 && { unknown }) };
}
