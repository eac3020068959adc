/**
 * The key log that browsers and Wireshark know as SSLKEYLOGFILE (RFC 9850, and NSS's format before it).
 *
 * Whoever has it reads every connection in it. Nothing else here writes a secret anywhere.
 */
import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { fromUtf8 } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { keyLogLine } from '../../explain/tls/key-log-line.ts';
import type { TlsHappening } from '../../tls/index.ts';
import { isStdout, readUpTo } from '../io/descriptor.ts';
import { ioError } from '../io/io-error.ts';
import type { Session } from '../session.ts';

/** So much of a file that is there already is looked at. */
const LOOK = 4096;
/** `CLIENT_RANDOM 0123… 4567…` and its like; of one that is longer than what is looked at, its beginning. */
const KEY_LOG_LINE = /^(?:RSA|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+) [\da-fA-F]{16,}/;

export interface KeyLog {
  /** For `observe` of a connection's configuration. */
  readonly observe: (happening: TlsHappening) => void;
  close(): void;
}

/**
 * Opens the file for appending; a new one is for its owner alone. Throws `io` where it cannot be opened or written, and
 * `bad-argument` where it holds something else: a key log at the end of somebody's letter helps nobody.
 */
export function openKeyLog(session: Session, path: string): KeyLog {
  if (isStdout(path)) {
    throw new CryptoError('bad-argument', session.say('tls.error.keyLogStdout', { path }));
  }
  let fd: number;
  try {
    fd = openSync(path, 'a', 0o600);
  } catch (error) {
    throw ioError(session, error, path);
  }
  try {
    expectKeyLog(session, fd, path);
  } catch (error) {
    closeSync(fd);
    throw ioError(session, error, path);
  }
  let failed = false;
  return {
    observe(happening) {
      const line = keyLogLine(happening);
      if (line === undefined || failed) return;
      try {
        writeSync(fd, line);
      } catch (error) {
        // The connections go on.
        failed = true;
        const reason = (error as NodeJS.ErrnoException).code ?? String(error);
        session.note('tls.note.keylogFailed', { path, reason });
      }
    },
    close: () => closeSync(fd),
  };
}

/** What is there already, and who may read it. */
function expectKeyLog(session: Session, fd: number, path: string): void {
  const status = fstatSync(fd);
  if (!status.isFile()) {
    // A device that takes nothing says so to an empty line, which readers of key logs pass over.
    if (status.isCharacterDevice() && !isatty(fd)) writeSync(fd, '\n');
    return;
  }
  if (status.mode & 0o044) session.note('tls.note.keylogOpen', { path });
  if (status.size === 0) return;
  const lines = fromUtf8(readUpTo(path, LOOK)).split(/\r?\n/);
  const first = lines.find((line) => line !== '' && !line.startsWith('#'));
  if (first === undefined || KEY_LOG_LINE.test(first)) return;
  throw new CryptoError('bad-argument', session.say('tls.error.notKeyLog', { path }));
}
