/** The steps of a request in one line, with their whole names and with the values that they are computed from. */
import { CryptoError } from '../../errors.ts';
import { BadRequest } from '../operations/index.ts';
import type { ReportedStep, Request } from '../request.ts';
import { builderOf } from './builders.ts';
import { MORE, type Part, type Reported, type StandardStep } from './step.ts';

export interface TracedStep {
  /** The whole name: `block[2].round[1].s_box`. */
  readonly id: string;
  readonly clause: string;
  readonly value: string;
  readonly decimal?: true;
  /** What it is computed from, the state on its way first. */
  readonly from: readonly ReportedStep[];
  /** How much of the name must be there: the whole one, or what is left behind any of its dots. */
  readonly exact: boolean;
}

/** As far as the request makes sense; then, once at most, `MORE` for steps that are not compared. */
export type StepTrace = Iterable<TracedStep | typeof MORE>;

/**
 * Computed as far as it is read. Parts whose names do not occur in `reported` are left out, unless that is empty.
 * Undefined for an operation without steps.
 */
export function stepTrace(request: Request, reported: Reported): StepTrace | undefined {
  const build = builderOf(request.op);
  return build && lined(() => build(request.fields, reported), [...reported.keys()]);
}

/** A request that our own code refuses, or that is too long to explain, has the steps up to there. */
function* lined(build: () => Iterable<Part>, names: readonly string[]): Generator<TracedStep | typeof MORE> {
  try {
    yield* flattened(build(), names, [''], new Map(), false);
  } catch (error) {
    if (!(error instanceof CryptoError || error instanceof BadRequest)) throw error;
    yield MORE;
  }
}

function* flattened(
  parts: Iterable<Part>,
  names: readonly string[],
  prefixes: readonly string[],
  values: Map<string, string>,
  exact: boolean,
): Generator<TracedStep | typeof MORE> {
  for (const part of parts) {
    if (part === MORE) {
      yield MORE;
    } else if ('parts' in part) {
      if (names.length > 0 && !names.some((name) => part.names.test(name))) continue;
      const inner = `${prefixes[0]}${part.prefix}`;
      yield* flattened(part.parts(), names, [inner, ...prefixes], values, exact || part.exact === true);
    } else {
      const id = `${prefixes[0]}${part.id}`;
      values.set(id, part.value);
      yield traced(part, id, prefixes, values, exact);
    }
  }
}

function traced(
  { clause, value, decimal, from }: StandardStep,
  id: string,
  prefixes: readonly string[],
  values: ReadonlyMap<string, string>,
  exact: boolean,
): TracedStep {
  const sources = from.flatMap((name) => {
    const known = prefixes.map((prefix) => `${prefix}${name}`).find((whole) => values.has(whole));
    return known === undefined ? [] : [{ id: known, value: values.get(known)! }];
  });
  return { id, clause, value, ...(decimal && { decimal }), from: sources, exact };
}
