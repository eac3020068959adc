/** Says in one line why a file could not be read or written. */
import { excerpt } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';
import { isReaderGone } from './closed-output.ts';

/**
 * Turns an error of the operating system into a CryptoError, `exists` or `io`, that names the file.
 * Others stay what they are, and so does a reader that went away: that is the end of the work, no fault.
 */
export function ioError(session: Session, error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || isReaderGone(error)) return error;
  const fault = error as NodeJS.ErrnoException;
  const text = describe(session, fault, shownPath(path));
  return new CryptoError(fault.code === 'EEXIST' ? 'exists' : 'io', text);
}

/** What stands for a path in an error: a long one, perhaps a text in the wrong place, is cut. */
export function shownPath(path: string): string {
  if (path === '') return "''";
  return path.length > LONG_PATH ? excerpt(path) : path;
}

const LONG_PATH = 200;

function describe(session: Session, error: NodeJS.ErrnoException, path: string): string {
  switch (error.code) {
    case 'ENOENT':
      return session.say('cli.error.noFile', { path });
    case 'EEXIST':
      return session.say('cli.error.exists', { path });
    case 'EISDIR':
      return session.say('cli.error.folder', { path });
    case 'ENOTDIR':
      return session.say('cli.error.notFolder', { path });
    case 'ELOOP':
      return session.say('cli.error.loop', { path });
    case 'EACCES':
    case 'EPERM':
      return session.say('cli.error.permission', { path });
    case 'ENOSPC':
    case 'EDQUOT':
      return session.say('cli.error.diskFull', { path });
    case 'EROFS':
      return session.say('cli.error.readOnly', { path });
    default:
      return session.say('cli.error.io', { path, reason: error.code ?? error.message });
  }
}
