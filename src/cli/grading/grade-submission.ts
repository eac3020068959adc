/**
 * One submission, graded: its program runs in a private copy, as another user where we are root, with a clean environment, and
 * has ended with all it started when this returns.
 */
import { CryptoError } from '../../errors.ts';
import { type Grade, gradeInstance, type Instance } from '../../vectors/assignment/index.ts';
import type { Saying } from '../../vectors/index.ts';
import { SUBMISSION_BOUNDS, SUBMISSION_PROCESSES } from '../exec/bounds.ts';
import { openProgram } from '../exec/program.ts';
import type { Session } from '../session.ts';
import { removeLeftovers } from './leftovers.ts';
import { otherUser } from './program-user.ts';
import { copySubmission } from './submission.ts';

export interface SubmissionOptions {
  readonly command: string;
  /** A folder, or one file. */
  readonly submission: string;
  /** Files that the program must not get at: they are not copied. */
  readonly secrets: readonly string[];
  readonly reveal?: boolean | undefined;
  readonly only?: readonly string[] | undefined;
  readonly onCase?: (() => void) | undefined;
}

export async function gradeSubmission(
  session: Session,
  instance: Instance,
  { command, submission, secrets, ...options }: SubmissionOptions,
): Promise<Grade> {
  const { limits } = instance.assignment;
  const runAs = otherUser();
  const bounds = { ...SUBMISSION_BOUNDS, ...(runAs && { processes: SUBMISSION_PROCESSES }) };
  const copy = copySubmission(session, submission, { runAs, without: secrets, command });
  const program = openProgram(command, {
    cwd: copy.folder,
    env: environmentOf(copy.folder, copy.file),
    runAs,
    bounds,
    answerSeconds: limits.answer,
    totalSeconds: limits.total,
  });
  try {
    const grade = await gradeInstance(instance, program, options);
    if (program.notStarted) throw notStarted(session, program.notStarted, showsQuestions(instance, options));
    return grade;
  } finally {
    await program.close();
    copy.remove();
    if (runAs) removeLeftovers(runAs);
  }
}

/** What a program says that has only seen hidden questions may be one of them, and is not told. */
function notStarted(session: Session, { values }: Saying, isShown: boolean): CryptoError {
  const detail = isShown ? (values.detail ?? '') : '…';
  return new CryptoError('io', session.say('exec.error.notStarted', { detail }));
}

/** Visible tests come first. */
function showsQuestions(
  { tests }: Instance,
  { reveal, only }: Pick<SubmissionOptions, 'reveal' | 'only'>,
): boolean {
  const chosen = tests.filter(({ number, cases }) => cases.length > 0 && (only?.includes(number) ?? true));
  return (reveal ?? false) || chosen.some(({ test }) => test.visibility === 'visible');
}

/** Of our own environment a program gets what it is found and written by. */
function environmentOf(folder: string, file: string | undefined): NodeJS.ProcessEnv {
  const { PATH, LANG, LC_ALL, LC_CTYPE, TZ, JAVA_HOME, SystemRoot } = process.env;
  const given = { PATH, LANG, LC_ALL, LC_CTYPE, TZ, JAVA_HOME, SystemRoot };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    HOME: folder,
    TMPDIR: folder,
    ...(file !== undefined && { SUBMISSION: file }),
  };
}
