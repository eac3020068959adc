/**
 * An assignment as the tests.json of Classroom 50 (schema `classroom50/tests/v1`).
 *
 * Its tests run in the student's own repository, where whoever owns it reads every file: so what is expected stands in none. Each
 * test runs the grader on the practice instance, by its exit status, and hidden tests are left out.
 */
import { utf8 } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import type { Assignment } from '../assignment.ts';

export interface Classroom50Tests {
  readonly schema: 'classroom50/tests/v1';
  readonly tests: readonly Classroom50Test[];
}

export interface Classroom50Test {
  readonly name: string;
  readonly type: 'run';
  readonly setup?: string;
  readonly run: string;
  /** Seconds. */
  readonly timeout: number;
  readonly 'exit-code': 0;
  readonly points: number;
  readonly 'failure-details': 'full';
}

export interface Classroom50Options {
  /** The command that grades the test of this number, and exits with 0 for full marks only. */
  readonly command: (number: string) => string;
  /** What it needs is put there by this. */
  readonly setup?: string | undefined;
}

/** Of the schema. */
const MOST_SECONDS = 600;
const MOST_POINTS = 1000;
const MOST_NAME_BYTES = 100;

/** Throws `bad-argument` where a test is not one that Classroom 50 can have, or none is visible. */
export function classroom50Tests(
  assignment: Assignment,
  { command, setup }: Classroom50Options,
): Classroom50Tests {
  const tests = assignment.tests.flatMap((test, i): Classroom50Test[] => {
    if (test.visibility === 'hidden') return [];
    const number = String(i + 1);
    const path = `tests[${number}]`;
    if (!Number.isInteger(test.points) || test.points > MOST_POINTS) {
      throw new CryptoError(
        'bad-argument',
        `${path}.points: expected whole points up to ${MOST_POINTS} for Classroom 50, got ${test.points}`,
      );
    }
    if (utf8(test.name).length > MOST_NAME_BYTES) {
      throw new CryptoError(
        'bad-argument',
        `${path}.name: expected at most ${MOST_NAME_BYTES} bytes for Classroom 50, got ${utf8(test.name).length}`,
      );
    }
    return [
      {
        name: test.name,
        type: 'run',
        ...(setup !== undefined && { setup }),
        run: command(number),
        timeout: Math.min(MOST_SECONDS, Math.ceil(assignment.limits.total)),
        'exit-code': 0,
        points: test.points,
        'failure-details': 'full',
      },
    ];
  });
  if (tests.length > 0) return { schema: 'classroom50/tests/v1', tests };
  throw new CryptoError(
    'bad-argument',
    'tests: expected a visible one for Classroom 50, got hidden ones only',
  );
}
