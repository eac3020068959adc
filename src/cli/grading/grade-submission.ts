/**
 * One submission, graded: its program runs in a private copy, as another user where we are root, with a clean environment, and
 * has ended with all it started when this returns.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CryptoError } from '../../errors.ts';
import { type Grade, gradeInstance, type Instance } from '../../vectors/assignment/index.ts';
import type { Saying } from '../../vectors/index.ts';
import { SUBMISSION_BOUNDS, SUBMISSION_PROCESSES } from '../exec/bounds.ts';
import { openProgram } from '../exec/program.ts';
import type { RunAs } from '../exec/stragglers.ts';
import { ioError } from '../io/io-error.ts';
import type { Session } from '../session.ts';
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

/** Where everybody may write, on Linux. */
const COMMON_FOLDERS = ['/tmp', '/var/tmp', '/dev/shm'];

/** What a program that ran as a user of its own has left outside its folder: it would fill the disk, or memory, for all others. */
function removeLeftovers({ uid }: RunAs): void {
  const folders = COMMON_FOLDERS.filter((folder) => existsSync(folder));
  spawnSync('find', [...folders, '-xdev', '-uid', String(uid), '-delete'], { stdio: 'ignore' });
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

/**
 * Before anything is run. As root: nobody else may read the secret files. Otherwise the program could read whatever we can, which
 * is said.
 */
export function guardSecrets(session: Session, secrets: readonly string[], hasKey: boolean): void {
  if (otherUser() === undefined) {
    if (hasKey) session.note('grade.note.sameUser');
    return;
  }
  for (const path of secrets) {
    if (isOpenToAll(session, path))
      throw new CryptoError('io', session.say('grade.error.openSecret', { path }));
  }
}

/** As another user a program reads what is open to all: then also what the others have handed in. */
export function tellOpenSubmissions(session: Session, folder: string): void {
  if (otherUser() === undefined || !isOpenToAll(session, folder)) return;
  const isOpen = readdirSync(folder).some((name) => isOpenToAll(session, join(folder, name)));
  if (isOpen) session.note('grade.note.openSubmissions', { path: folder });
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

/** Whether a stranger may read it: the file, wherever a link leads, and every folder on the way. */
function isOpenToAll(session: Session, path: string): boolean {
  try {
    if (!existsSync(path)) return false;
    const real = realpathSync(path);
    const status = statSync(real);
    // Of a folder it is enough to pass through it: names can be guessed.
    if ((status.mode & (status.isDirectory() ? 0o001 : 0o004)) === 0) return false;
    for (let folder = dirname(real); ; folder = dirname(folder)) {
      if ((statSync(folder).mode & 0o001) === 0) return false;
      if (folder === dirname(folder)) return true;
    }
  } catch (error) {
    throw ioError(session, error, path);
  }
}
