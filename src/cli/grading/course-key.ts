/** The secret of a course, which every student's seed is derived from. It is read, and never handed on. */
import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CryptoError } from '../../errors.ts';
import { readUpTo } from '../io/descriptor.ts';
import { ioError } from '../io/io-error.ts';
import { parseBytes } from '../parse.ts';
import type { Session } from '../session.ts';

/** Beside the assignment; its bytes are the key. */
export const KEY_FILE = 'course.key';

const MOST_KEY = 4096;

export interface CourseKey {
  readonly bytes: Uint8Array;
  /** Where it lies, if in a file. */
  readonly path?: string;
}

/** What `--course-key` gives, or the file beside the assignment; `bad-argument` where there is neither. */
export function readCourseKey(session: Session, given: string | undefined, folder: string): CourseKey {
  const path = given === undefined ? join(folder, KEY_FILE) : /^file:(.*)$/s.exec(given)?.[1];
  if (path === undefined) {
    hideArguments();
    return { bytes: parseBytes(session, '--course-key', given!) };
  }
  if (given === undefined && !lstatSync(path, { throwIfNoEntry: false })) {
    throw new CryptoError('bad-argument', session.say('grade.error.noKey', { path }));
  }
  try {
    const bytes = readUpTo(path, MOST_KEY);
    // A pipe or a device has other rules.
    const { mode } = statSync(path);
    const isPrivate = !statSync(path).isFile() || (mode & 0o077) === 0 || process.platform === 'win32';
    if (!isPrivate) throw new CryptoError('io', session.say('grade.error.openKey', { path }));
    return { bytes, path };
  } catch (error) {
    throw ioError(session, error, path);
  }
}

/** Whoever may list processes sees how they were called: a submission must not find the key there. */
function hideArguments(): void {
  process.title = 'crypto grade';
}
