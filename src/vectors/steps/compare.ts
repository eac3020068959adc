/**
 * The first wrong step: what a program reports on the way, held against the values of the standard in their order.
 *
 * A name counts as a whole (`block[1].round[3].m_col`), or without what stands before a dot (`round[3].m_col`): then the
 * first report is the first step of that name, the next the second, so that a function which encrypts one block need not
 * know which. A value that is reported several times under its whole name is compared each time.
 */
import type { UnknownStep, WrongStep } from '../diagnosis.ts';
import type { ReportedStep, Request } from '../request.ts';
import { nearestName } from './nearest.ts';
import { MORE } from './step.ts';
import { type StepTrace, stepTrace, type TracedStep } from './trace.ts';
import { differenceOf, normalized } from './value.ts';

export interface ComparedSteps {
  /** Values that were compared, the wrong one included. */
  readonly compared: number;
  /** The first in the order of the standard; what is behind it mostly follows from it. */
  readonly wrong?: WrongStep;
  /** Names that this computation does not have, in the order of the program. */
  readonly unknown: readonly UnknownStep[];
}

/** Names that are called unknown, at most. */
const MOST_UNKNOWN = 10;

/** Undefined where nothing was reported, or the operation has no steps. */
export function compareSteps(request: Request, steps: readonly ReportedStep[]): ComparedSteps | undefined {
  if (steps.length === 0) return undefined;
  const trace = stepTrace(request, byName(steps, normalized));
  return trace && compareWith(trace, steps, () => knownNames(request));
}

/** The same with steps that are there already; `names`: those to look for the nearest one among. */
export function compareWith(
  trace: StepTrace,
  steps: readonly ReportedStep[],
  names: () => readonly string[],
): ComparedSteps {
  const reports = byName(steps);
  const left = new Set(reports.keys());
  const used = new Map<string, number>();
  let compared = 0;
  let wrong: WrongStep | undefined;
  let more = false;
  for (const step of trace) {
    if (left.size === 0 && [...used].every(([name, count]) => count >= reports.get(name)!.length)) break;
    if (step === MORE) {
      more = true;
      continue;
    }
    if (wrong) {
      for (const name of namesOf(step)) left.delete(name);
      continue;
    }
    const found = reportsOf(step, reports, used, left);
    for (const value of found?.values ?? []) {
      compared++;
      wrong ??= wrongStep(step, value, found!.prefix);
    }
  }
  const unknown = more ? [] : [...left].slice(0, MOST_UNKNOWN).map((id) => unknownStep(id, names()));
  return { compared, ...(wrong && { wrong }), unknown };
}

function byName(
  steps: readonly ReportedStep[],
  written: (value: string) => string = (value) => value,
): ReadonlyMap<string, readonly string[]> {
  const reports = new Map<string, string[]>();
  for (const { id, value } of steps) {
    const values = reports.get(id);
    if (values) values.push(written(value));
    else reports.set(id, [written(value)]);
  }
  return reports;
}

/** The whole name, and those that are left behind each dot between brackets and names. */
function namesOf({ id, exact }: TracedStep): string[] {
  const names = [id];
  if (exact) return names;
  for (let at = id.indexOf('.'); at >= 0; at = id.indexOf('.', at + 1)) names.push(id.slice(at + 1));
  return names;
}

/** What was reported for this step, and how much of its name was left out the first time. */
function reportsOf(
  step: TracedStep,
  reports: ReadonlyMap<string, readonly string[]>,
  used: Map<string, number>,
  left: Set<string>,
): { readonly values: readonly string[]; readonly prefix: string } | undefined {
  const [whole, ...short] = namesOf(step);
  const values = reports.get(whole!);
  if (values) {
    left.delete(whole!);
    return { values, prefix: '' };
  }
  for (const name of short) {
    const reported = reports.get(name);
    if (!reported) continue;
    left.delete(name);
    const count = used.get(name) ?? 0;
    used.set(name, count + 1);
    if (count >= reported.length) continue;
    const prefix = count === 0 ? whole!.slice(0, whole!.length - name.length) : '';
    return { values: [reported[count]!], prefix };
  }
  return undefined;
}

/** `prefix` is left out of the names, where the program leaves it out. */
function wrongStep(step: TracedStep, got: string, prefix: string): WrongStep | undefined {
  const difference = differenceOf(step, got);
  if (!difference) return undefined;
  const short = (id: string) => (prefix !== '' && id.startsWith(prefix) ? id.slice(prefix.length) : id);
  const [before, ...beside] = step.from.map(({ id, value }) => ({ id: short(id), value }));
  return {
    id: short(step.id),
    clause: step.clause,
    ...difference,
    got: normalized(got),
    want: step.value,
    ...(step.decimal && { decimal: true }),
    ...(before && { before }),
    ...(beside.length > 0 && { beside }),
  };
}

function unknownStep(id: string, known: readonly string[]): UnknownStep {
  const nearest = nearestName(id, known);
  return { id, ...(nearest !== undefined && { nearest }) };
}

/** Names of an operation that are kept, at most: those of the first blocks. */
const MOST_KNOWN = 2000;

const KNOWN = new Map<string, readonly string[]>();

/** Names that the operation has, from a request for it. */
function knownNames(request: Request): readonly string[] {
  const kept = KNOWN.get(request.op);
  if (kept) return kept;
  const known: string[] = [];
  for (const step of stepTrace(request, new Map()) ?? []) {
    if (step !== MORE) known.push(step.id);
    if (known.length >= MOST_KNOWN) break;
  }
  KNOWN.set(request.op, known);
  return known;
}
