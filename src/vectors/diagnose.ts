/** Where a wrong answer went wrong: by the steps that were reported, and by the well-known mistakes. */
import type { Diagnosis } from './diagnosis.ts';
import { findMistake } from './mistakes/index.ts';
import type { Answer, Request } from './request.ts';
import { compareSteps } from './steps/index.ts';
import type { Want } from './vector-file.ts';

/** Of a wrong answer; undefined where nothing is known of it. */
export function diagnose(request: Request, got: Answer, want: Want): Diagnosis | undefined {
  return diagnosisOf(request, got, findMistake(request, got, want));
}

/** Inputs up to here are always looked at; of longer ones so many bytes in a run, which is some twenty seconds. */
const SHORT = 4096;
const MOST_LONG = 2 ** 20;

/** `diagnose` for a run of any number of wrong answers: of long inputs, only the first are searched for mistakes. */
export function diagnoseMany(): typeof diagnose {
  let left = MOST_LONG;
  return (request, got, want) => {
    const length = longestIn(request);
    if (length > SHORT) left -= length;
    const isSearched = length <= SHORT || left >= 0;
    return diagnosisOf(request, got, isSearched ? findMistake(request, got, want) : undefined);
  };
}

function longestIn({ fields }: Request): number {
  const lengths = Object.values(fields).map((field) => (field instanceof Uint8Array ? field.length : 0));
  return Math.max(0, ...lengths);
}

function diagnosisOf(
  request: Request,
  got: Answer,
  mistake: Diagnosis['mistake'] | undefined,
): Diagnosis | undefined {
  const compared = 'steps' in got && got.steps ? compareSteps(request, got.steps) : undefined;
  const { wrong, unknown = [] } = compared ?? {};
  if (!wrong && !mistake && unknown.length === 0) return undefined;
  return {
    ...(wrong && { step: wrong }),
    ...(mistake && { mistake }),
    ...(unknown.length > 0 && { unknown }),
  };
}
