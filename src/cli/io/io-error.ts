/** Says in one line why a file could not be read or written. */
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';

/** Turns an error of the operating system into a CryptoError `io` that names the file; others stay what they are. */
export function ioError(session: Session, error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new CryptoError('io', describe(session, error as NodeJS.ErrnoException, path));
}

function describe(session: Session, error: NodeJS.ErrnoException, path: string): string {
  switch (error.code) {
    case 'ENOENT':
      return session.say('cli.error.noFile', { path });
    case 'EISDIR':
      return session.say('cli.error.folder', { path });
    case 'ENOTDIR':
      return session.say('cli.error.notFolder', { path });
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
