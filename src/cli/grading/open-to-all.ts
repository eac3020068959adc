/** Files that every user of the machine may read, and so may a submission that runs as another user: refused, or told. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CryptoError } from '../../errors.ts';
import { ioError } from '../io/io-error.ts';
import type { Session } from '../session.ts';
import { otherUser } from './program-user.ts';

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
