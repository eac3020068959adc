/**
 * What the steps of a program are compared with: the values of a computation in the order of the standard, each under
 * its name, with its clause, and with the names of what it is computed from.
 */
import { toHex } from '../../bytes/index.ts';
import type { Trace, TraceStep } from '../../trace/index.ts';
import type { Fields } from '../operations/index.ts';

export interface StandardStep {
  /** `block[2].round[1].s_box`; inside of another part, what stands behind its prefix. */
  readonly id: string;
  /** Empty where there is no standard. */
  readonly clause: string;
  /** Lower hex; or decimal. */
  readonly value: string;
  readonly decimal?: true;
  /** The names of what it is computed from, the state on its way first; looked for at its own level, then further out. */
  readonly from: readonly string[];
}

/** The steps of a computation inside of another, such as those of the cipher on one block. */
export interface Inside {
  /** `block[2].` */
  readonly prefix: string;
  /** What their names look like: where no such name was reported, they are not computed. */
  readonly names: RegExp;
  /** Set where the prefix may not be left out, since programs come here in an order that nobody prescribes. */
  readonly exact?: true;
  readonly parts: () => Iterable<Part>;
}

/** Stands where a long computation goes on and its steps are not compared any more. */
export const MORE = 'more';

export type Part = StandardStep | Inside | typeof MORE;

/** What a program reported, by name: where it draws something at random, that is taken from here. */
export type Reported = ReadonlyMap<string, readonly string[]>;

export type StepBuilder = (fields: Fields, reported: Reported) => Iterable<Part>;

/** Blocks of a message whose steps are compared. */
export const TRACED_BLOCKS = 32;

export function bytesStep(
  id: string,
  clause: string,
  value: Uint8Array,
  from: readonly string[] = [],
): StandardStep {
  return { id, clause, value: toHex(value), from };
}

export function numberStep(
  id: string,
  clause: string,
  value: bigint,
  from: readonly string[] = [],
): StandardStep {
  return { id, clause, value: String(value), decimal: true, from };
}

/** The steps of an explanation; `decimal`: the names of its numbers. */
export function explainedSteps(
  steps: Trace['steps'],
  from: (step: TraceStep) => readonly string[],
  decimal?: RegExp,
): StandardStep[] {
  return steps.map((step) => ({
    id: step.id,
    clause: step.clause,
    value: step.values.value!,
    from: from(step),
    ...(decimal?.test(step.id) && { decimal: true as const }),
  }));
}
