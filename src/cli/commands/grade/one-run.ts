/**
 * The work of `crypto grade` on one submission.
 *
 * 1. Whose numbers: a student's, from the course key or a list of seeds; or those for practice.
 * 2. The instance, in memory only; then the program, in a copy of its folder.
 * 3. The report, once the program has ended.
 */
import { existsSync, realpathSync } from 'node:fs';
import { CryptoError } from '../../../errors.ts';
import {
  type Grade,
  gradeNothing,
  gradescopeResults,
  type Instance,
  practiceSeed,
  studentId,
  studentSeed,
} from '../../../vectors/assignment/index.ts';
import { CheckFailed } from '../../check-failed.ts';
import { errorText } from '../../chinese/errors.ts';
import { type AssignmentFile, openAssignment } from '../../grading/assignment-file.ts';
import { readCourseKey } from '../../grading/course-key.ts';
import { gradeSubmission } from '../../grading/grade-submission.ts';
import { guardSecrets } from '../../grading/open-to-all.ts';
import { expectResultFile, type ResultFile } from '../../grading/result-file.ts';
import { readSeeds, seedOf, shownId, studentIn } from '../../grading/seeds.ts';
import { startProgress } from '../../io/progress.ts';
import type { Session } from '../../session.ts';
import { writeClassroom50 } from './classroom50.ts';
import { commandOf, expectAbsent, type GradeOptions } from './options.ts';
import { gradeJson, gradeText } from './report.ts';

export async function runOne(session: Session, path: string, options: GradeOptions): Promise<void> {
  const file = openAssignment(session, path);
  const { assignment } = file;
  const command = commandOf(session, options, assignment.run);
  const only = chosenTests(session, options.test, assignment.tests.length);
  if (options.format === 'classroom50') return writeClassroom50(session, assignment, command, options);
  const whose = whoseNumbers(session, file, options);
  const { seed, student, secrets, users = 1 } = whose;
  const result = await expectResultFile(session, options);
  // A seed is needed for the tests that a report lists, whoever it is.
  const instance = await file.instance(seed ?? practiceSeed(assignment.name), student);
  guardSecrets(session, secrets, secrets.length > file.secretFiles.length || options.courseKey !== undefined);
  const group = seed !== undefined && users > 1 ? { count: users, student: shownId(student!) } : undefined;
  if (group) session.note('grade.note.group', group);
  const startedAt = performance.now();
  const { grade, remark } =
    seed === undefined
      ? {
          grade: gradeNothing(instance),
          remark: session.say('grade.remark.unknownStudent', { student: shownId(student!) }),
        }
      : await gradeOne(session, instance, {
          ...options,
          command,
          only,
          secrets: [...secrets, ...file.answerFiles],
        });
  const seconds = (performance.now() - startedAt) / 1000;
  if (options.format === 'gradescope') {
    const remarks = [
      ...(group ? [session.say('grade.note.group', group)] : []),
      ...(remark === undefined ? [] : [remark]),
    ];
    const results = gradescopeResults(grade, { lang: session.lang, seconds, remarks });
    await deliver(session, result, options, `${JSON.stringify(results, undefined, 2)}\n`, grade);
    return;
  }
  if (remark !== undefined) throw new CryptoError('bad-argument', remark);
  const text = gradeText(session, grade);
  const isFull = grade.tests.every(({ status }) => status === 'passed');
  if (isFull || !session.json) await deliver(session, result, options, `${text}\n`, grade);
  else if (options.output !== undefined) await result.write(`${text}\n`);
  if (isFull) return;
  const below = session.say('grade.below', { score: grade.score, max: grade.maxScore });
  throw new CheckFailed(below, { ...gradeJson(session, grade) });
}

interface Whose {
  /** Undefined for a student whom the seeds do not have. */
  readonly seed: string | undefined;
  readonly student?: string;
  /** How many handed it in, where a grading service says so. */
  readonly users?: number;
  readonly secrets: readonly string[];
}

function whoseNumbers(
  session: Session,
  { assignment, folder, secretFiles }: AssignmentFile,
  { student: given, courseKey, seeds: seedsPath, submissionMetadata }: GradeOptions,
): Whose {
  if (seedsPath !== undefined) {
    expectAbsent(session, { '--course-key': courseKey }, 'grade.error.notWithSeeds');
    const seeds = readSeeds(session, seedsPath, assignment.name);
    const { student, users } =
      given === undefined && submissionMetadata !== undefined
        ? studentIn(session, submissionMetadata, seeds)
        : { student: studentId(given ?? ''), users: 1 };
    return { seed: seedOf(seeds, student), student, users, secrets: [...secretFiles, seedsPath] };
  }
  if (submissionMetadata !== undefined) {
    throw new CryptoError('bad-argument', session.say('grade.error.metadataAlone'));
  }
  if (given === undefined) {
    if (courseKey === undefined) return { seed: practiceSeed(assignment.name), secrets: secretFiles };
    throw new CryptoError('bad-argument', session.say('grade.error.keyAlone'));
  }
  const student = studentId(given);
  const key = readCourseKey(session, courseKey, folder);
  return {
    seed: studentSeed(key.bytes, assignment.name, student),
    student,
    secrets: [...secretFiles, ...(key.path === undefined ? [] : [key.path])],
  };
}

interface OneOptions extends GradeOptions {
  readonly command: string;
  readonly only: readonly string[] | undefined;
  readonly secrets: readonly string[];
}

/** For Gradescope a submission that cannot be run has a grade as well: nothing, and why. */
async function gradeOne(
  session: Session,
  instance: Instance,
  { command, only, secrets, submission = '.', revealHidden, format }: OneOptions,
): Promise<{ readonly grade: Grade; readonly remark?: string }> {
  const total = instance.tests.reduce((sum, { cases }) => sum + cases.length, 0);
  const progress = startProgress(session, total, session.say('grade.unit.cases'));
  let done = 0;
  try {
    const grade = await gradeSubmission(session, instance, {
      command,
      submission: existsSync(submission) ? realpathSync(submission) : submission,
      secrets,
      reveal: revealHidden,
      only,
      onCase: () => progress.update(++done),
    });
    return { grade };
  } catch (error) {
    if (format !== 'gradescope' || !(error instanceof CryptoError)) throw error;
    return { grade: gradeNothing(instance), remark: errorText(session, error) };
  } finally {
    progress.stop();
  }
}

function chosenTests(
  session: Session,
  numbers: readonly number[] | undefined,
  most: number,
): string[] | undefined {
  const beyond = numbers?.find((number) => number > most);
  if (beyond === undefined) return numbers?.map(String);
  throw new CryptoError('bad-argument', session.say('grade.error.noTest', { most, got: beyond }));
}

/** The report to its file or standard output; as JSON, the grade. */
async function deliver(
  session: Session,
  result: ResultFile,
  { output, format }: GradeOptions,
  text: string,
  grade: Grade,
): Promise<void> {
  if (output === undefined && session.json && format !== 'gradescope') {
    session.printJson(gradeJson(session, grade));
    return;
  }
  const bytes = await result.write(text);
  if (output !== undefined && session.json) {
    session.printJson({ output, bytes, score: grade.score, maxScore: grade.maxScore });
  }
}
