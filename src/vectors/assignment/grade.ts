/** What a program earns on an instance: points for each test, and what its author is told. */
import { diagnose as diagnoseAnswer } from '../diagnose.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { Answer, Engine, Request, Saying } from '../request.ts';
import { runCases } from '../run.ts';
import type { Want } from '../vector-file.ts';
import type { AssignmentTest, Visibility } from './assignment.ts';
import { type CaseFeedback, type FailedCase, feedbackOn, forHidden } from './feedback.ts';
import { type Instance, type InstanceTest, opOf } from './instance.ts';
import { type TestResults, unearnedIn, wantsMeasure } from './unearned.ts';

export interface Grade {
  /** Its `name` and `title`. */
  readonly assignment: { readonly name: string; readonly title: string };
  readonly student?: string;
  readonly score: number;
  readonly maxScore: number;
  readonly tests: readonly GradedTest[];
}

export interface GradedTest {
  readonly number: string;
  readonly name: string;
  readonly points: number;
  readonly score: number;
  /** `passed` only where every case passed and counts, and none was skipped. */
  readonly status: 'passed' | 'failed';
  readonly visibility: Visibility;
  /** What its cases ask. */
  readonly operations: readonly string[];
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  /** Those that the program does not do: they earn nothing. */
  readonly skipped: number;
  /** Those of `passed` that a program passes that does nothing: they earn nothing, as long as nothing else passed. */
  readonly unearned: number;
  /** What the assignment says to those who fail. */
  readonly message?: string;
  /** The first few of the failed cases. */
  readonly failures: readonly CaseFeedback[];
  readonly skips: readonly Skip[];
  /** Cases of the file that this toolkit cannot ask; they do not count. */
  readonly leftOut: readonly Skip[];
}

/** Cases that were skipped for the same reason. */
export interface Skip {
  readonly why: Saying;
  readonly ids: readonly string[];
}

export interface GradeOptions {
  /** Says where a wrong answer went wrong; by the reported steps and the well-known mistakes by default. */
  readonly diagnose?: ((request: Request, got: Answer, want: Want) => Diagnosis | undefined) | undefined;
  /** For the instructor: what hidden tests ask, and want, is told as well. */
  readonly reveal?: boolean | undefined;
  /** Only the tests of these numbers. */
  readonly only?: readonly string[] | undefined;
  /** Called after each case. */
  readonly onCase?: (() => void) | undefined;
}

/** Failed cases of a test that are told of. */
const MOST_TOLD = 3;

/**
 * Does not close the engine. Hidden tests come last: what a program learns from them it cannot say among the answers to visible
 * ones, which are shown.
 */
export async function gradeInstance(
  instance: Instance,
  engine: Engine,
  options: GradeOptions = {},
): Promise<Grade> {
  const { assignment, student } = instance;
  const chosen = instance.tests.filter(({ number }) => options.only?.includes(number) ?? true);
  const order = [...chosen].sort((a, b) => Number(isHidden(a.test)) - Number(isHidden(b.test)));
  const ran = new Map<InstanceTest, TestRun>();
  for (const test of order) ran.set(test, await runTest(instance, test, engine, options));
  const all = [...ran.values()].map(({ results }) => results);
  if (all.some((results) => wantsMeasure(results, all))) {
    // Of a part of the tests only: what the others show counts, and is not reported.
    for (const test of instance.tests.filter((one) => !ran.has(one))) {
      all.push((await runTest(instance, test, engine, { diagnose: () => undefined })).results);
    }
  }
  const tests = chosen.map((test) => gradedOf(test, ran.get(test)!, all));
  return {
    assignment: { name: assignment.name, title: assignment.title },
    ...(student !== undefined && { student }),
    score: sum(tests.map(({ score }) => score)),
    maxScore: sum(tests.map(({ points }) => points)),
    tests,
  };
}

/** A grade of nothing: there is no submission, or none that can be run. */
export function gradeNothing({ assignment, student, tests }: Instance): Grade {
  return {
    assignment: { name: assignment.name, title: assignment.title },
    ...(student !== undefined && { student }),
    score: 0,
    maxScore: sum(tests.map(({ test }) => test.points)),
    tests: tests.map((test) => gradedOf(test, { results: [], failures: [] }, [])),
  };
}

/** Whether it may be said that everything passed: nothing was skipped, left out or hidden, and nothing failed. */
export function allPassed({ tests }: Grade): boolean {
  return tests.every(
    ({ status, visibility, leftOut }) =>
      status === 'passed' && visibility === 'visible' && leftOut.length === 0,
  );
}

interface TestRun {
  readonly results: TestResults;
  readonly failures: readonly CaseFeedback[];
  /** Set where nothing may be told that the program says. */
  readonly hidden?: boolean;
}

async function runTest(
  { assignment }: Instance,
  test: InstanceTest,
  engine: Engine,
  { diagnose = diagnoseAnswer, reveal = false, onCase }: GradeOptions,
): Promise<TestRun> {
  const { hints } = assignment;
  let diagnosed = 0;
  const results = await runCases(test.cases, engine, {
    // The first few are enough: some take as long as an algorithm has well-known mistakes.
    diagnose: (request, got, want) =>
      hints === 'none' || ++diagnosed > MOST_TOLD ? undefined : diagnose(request, got, want),
    onResult: onCase,
  });
  const hidden = isHidden(test.test) && !reveal;
  const failures = withoutRepeats(results.filter((result) => result.status === 'failed'));
  const told = failures.slice(0, MOST_TOLD).map((result) => feedbackOn(result, { hints, hidden }));
  return { results, failures: told, hidden };
}

/** A fault that several cases have, as those of a program that cannot be started, is told once. */
function withoutRepeats(failures: readonly FailedCase[]): FailedCase[] {
  const faults = new Set<string>();
  return failures.filter(({ failure: { got } }) => {
    if (got.kind !== 'broken') return true;
    const fault = JSON.stringify(got.fault);
    return !faults.has(fault) && faults.add(fault);
  });
}

function gradedOf(
  { number, test, cases, leftOut }: InstanceTest,
  { results, failures, hidden = false }: TestRun,
  all: readonly TestResults[],
): GradedTest {
  const passed = results.filter(({ status }) => status === 'passed').length;
  const skipped = results.filter((result) => result.status === 'skipped');
  const unearned = unearnedIn(results, all).length;
  const isFull = passed - unearned === cases.length;
  return {
    number,
    name: test.name,
    points: test.points,
    score: scoreOf(test, passed - unearned, cases.length),
    status: isFull ? 'passed' : 'failed',
    visibility: test.visibility,
    operations: [...new Set(cases.flatMap(({ checks }) => checks.map(opOf)))],
    cases: cases.length,
    passed,
    failed: cases.length - passed - skipped.length,
    skipped: skipped.length,
    unearned,
    ...(test.message !== undefined && !isFull && { message: test.message }),
    failures,
    skips: byReason(
      skipped.map((result) => ({ id: result.case.id, why: hidden ? forHidden(result.why) : result.why })),
    ),
    leftOut: byReason(leftOut),
  };
}

function isHidden({ visibility }: AssignmentTest): boolean {
  return visibility === 'hidden';
}

/** To two decimals; the whole only for all of it. */
function scoreOf({ points, credit }: AssignmentTest, earned: number, cases: number): number {
  if (earned === cases) return points;
  if (credit === 'all' || earned === 0) return 0;
  const hundredths = Math.round((points * 100 * earned) / cases);
  return Math.min(hundredths, Math.ceil(points * 100) - 1) / 100;
}

/** Without the traces of binary fractions: 0.1 and 0.2 are 0.3. */
function sum(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((total, number) => total + number, 0) * 1e6) / 1e6;
}

function byReason(skipped: readonly { readonly id: string; readonly why: Saying }[]): Skip[] {
  const reasons = new Map<string, { why: Saying; ids: string[] }>();
  for (const { id, why } of skipped) {
    const reason = JSON.stringify(why);
    const known = reasons.get(reason);
    if (known) known.ids.push(id);
    else reasons.set(reason, { why, ids: [id] });
  }
  return [...reasons.values()];
}
