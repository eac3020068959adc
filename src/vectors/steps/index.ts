/** The first wrong step: a program's reported values against those of the standard. */
import type { Request } from '../request.ts';
import { MORE } from './step.ts';
import { stepTrace, type TracedStep } from './trace.ts';

export { type ComparedSteps, compareSteps } from './compare.ts';
export { stepText, unknownStepText } from './text.ts';

/** Every step that can be compared, in order; undefined for an operation without steps. What is drawn at random is absent. */
export function stepsOf(request: Request): readonly TracedStep[] | undefined {
  const trace = stepTrace(request, new Map());
  return trace && [...trace].filter((step) => step !== MORE);
}

/** Their names. */
export function stepIdsOf(request: Request): readonly string[] | undefined {
  return stepsOf(request)?.map(({ id }) => id);
}

export type { TracedStep };
