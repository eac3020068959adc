/** A grade as the results.json that Gradescope reads. What stands at its top, students see; a hidden test only instructors. */
import type { Lang } from '../../../trace/index.ts';
import type { Grade, GradedTest } from '../grade.ts';
import { gradeRemarks, testLines } from './lines.ts';

export interface GradescopeResults {
  readonly score: number;
  /** Seconds. */
  readonly execution_time?: number;
  readonly output: string;
  readonly output_format: 'text';
  /** What the grader itself prints is for instructors. */
  readonly stdout_visibility: 'hidden';
  readonly tests: readonly GradescopeTest[];
}

export interface GradescopeTest {
  readonly score: number;
  readonly max_score: number;
  readonly status: 'passed' | 'failed';
  readonly name: string;
  readonly number: string;
  readonly output: string;
  readonly output_format: 'text';
  readonly visibility: 'visible' | 'hidden';
  readonly tags: readonly string[];
}

export interface GradescopeOptions {
  readonly lang: Lang;
  readonly seconds?: number | undefined;
  /** Said above everything else: why nothing could be run, perhaps. */
  readonly remarks?: readonly string[] | undefined;
}

export function gradescopeResults(
  grade: Grade,
  { lang, seconds, remarks = [] }: GradescopeOptions,
): GradescopeResults {
  return {
    score: grade.score,
    ...(seconds !== undefined && { execution_time: Math.round(seconds * 10) / 10 }),
    output: [grade.assignment.title, ...remarks, ...gradeRemarks(lang, grade)].join('\n'),
    output_format: 'text',
    stdout_visibility: 'hidden',
    tests: grade.tests.map((test) => testOf(lang, test)),
  };
}

function testOf(lang: Lang, test: GradedTest): GradescopeTest {
  return {
    score: test.score,
    max_score: test.points,
    status: test.status,
    name: test.name,
    number: test.number,
    output: testLines(lang, test).join('\n'),
    output_format: 'text',
    visibility: test.visibility,
    tags: test.operations,
  };
}
