/** The instance of an assignment that a student gets: its tests with their cases, the fresh ones drawn from his seed. */
import { CryptoError } from '../../errors.ts';
import { seededRandom } from '../../random/index.ts';
import { readVectors } from '../formats/index.ts';
import { type MadeFile, makeVectors } from '../make/make.ts';
import type { Saying } from '../request.ts';
import type { Check, VectorCase, VectorFile } from '../vector-file.ts';
import type { Assignment, AssignmentTest } from './assignment.ts';

export interface Instance {
  readonly assignment: Assignment;
  /** Absent for the practice instance. */
  readonly student?: string;
  readonly tests: readonly InstanceTest[];
}

export interface InstanceTest {
  /** `1`, `2`, …: its place in the assignment. */
  readonly number: string;
  readonly test: AssignmentTest;
  readonly file: VectorFile;
  /** Of fresh ones: as they were made. */
  readonly made?: MadeFile;
  /** At least one; each asks only what the test is about. */
  readonly cases: readonly VectorCase[];
  /** Cases of the file that this toolkit cannot ask: nobody loses points for them. */
  readonly leftOut: readonly { readonly id: string; readonly why: Saying }[];
}

export interface InstanceOptions {
  /** Of `studentSeed`, or of `practiceSeed`: everything fresh is drawn from it. */
  readonly seed: string;
  readonly student?: string | undefined;
  /** The vectors that a test names: those that ship with the toolkit, or of a file beside the assignment. */
  readonly open: (name: string) => VectorFile | Promise<VectorFile>;
}

/** Cases of one test. */
const MOST_CASES = 20_000;

/** The same for the same seed, on every machine. Throws `bad-argument` where a test finds no case of its own. */
export async function makeInstance(assignment: Assignment, options: InstanceOptions): Promise<Instance> {
  const random = seededRandom(options.seed);
  const tests: InstanceTest[] = [];
  for (const [i, test] of assignment.tests.entries()) {
    const number = String(i + 1);
    const { source } = test;
    if ('vectors' in source) {
      const file = await options.open(source.vectors);
      tests.push({ number, test, file, ...casesOf(file, test, `tests[${number}]`) });
    } else {
      const { op, count } = source.make;
      const made = await makeVectors(op, { count, random: random.substream(`test.${number}`) });
      const [file] = readVectors([{ name: op, text: JSON.stringify(made) }]);
      tests.push({ number, test, file: file!, made, ...casesOf(file!, test, `tests[${number}]`) });
    }
  }
  return { assignment, ...(options.student !== undefined && { student: options.student }), tests };
}

function casesOf(
  file: VectorFile,
  test: AssignmentTest,
  path: string,
): Pick<InstanceTest, 'cases' | 'leftOut'> {
  const { operations } = test;
  const wanted = test.cases && new Set(test.cases);
  const cases: VectorCase[] = [];
  const leftOut: { id: string; why: Saying }[] = [];
  for (const vectorCase of file.cases) {
    if (wanted && !wanted.delete(vectorCase.id)) continue;
    if (vectorCase.skip) leftOut.push({ id: vectorCase.id, why: vectorCase.skip });
    const checks = vectorCase.checks.filter((check) => operations.includes(opOf(check)));
    if (checks.length > 0) cases.push({ ...vectorCase, checks });
    else if (wanted && !vectorCase.skip) {
      throw new CryptoError(
        'bad-argument',
        `${path}.cases: expected cases that ask ${operations.join(' or ')}, got ${JSON.stringify(vectorCase.id)}`,
      );
    }
  }
  const [missing] = wanted ?? [];
  if (missing !== undefined) {
    throw new CryptoError(
      'bad-argument',
      `${path}.cases: expected ids of cases in ${file.name}, got ${JSON.stringify(missing)}`,
    );
  }
  if (cases.length === 0) {
    throw new CryptoError(
      'bad-argument',
      `${path}: expected a case that asks ${operations.join(' or ')} in ${file.name}, found none`,
    );
  }
  if (cases.length > MOST_CASES) {
    throw new CryptoError(
      'too-large',
      `${path}: expected at most ${MOST_CASES} cases, got ${cases.length}; choose some with cases`,
    );
  }
  return { cases, leftOut };
}

/** What a check asks. */
export function opOf(check: Check): string {
  return 'request' in check ? check.request.op : check.op;
}
