/**
 * The key log that browsers and Wireshark know as SSLKEYLOGFILE (RFC 9850, and NSS's format before it).
 *
 * Whoever has it reads every connection in it. Nothing else here writes a secret anywhere.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { toHex } from '../../bytes/index.ts';
import type { TlsHappening } from '../../tls/index.ts';
import { ioError } from '../io/io-error.ts';
import type { Session } from '../session.ts';

/** So many bytes of the encrypted premaster name it. */
const NAMED_BY = 8;

export interface KeyLog {
  /** For `observe` of a connection's configuration. */
  readonly observe: (happening: TlsHappening) => void;
  close(): void;
}

/** Opens the file for appending; a new one is for its owner alone. Throws `io`. */
export function openKeyLog(session: Session, path: string): KeyLog {
  let fd: number;
  try {
    fd = openSync(path, 'a', 0o600);
  } catch (error) {
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

/** The line that a happening adds; undefined for most. A resumed session has no premaster secret of its own. */
export function keyLogLine(happening: TlsHappening): string | undefined {
  switch (happening.what) {
    case 'premaster': {
      const name = happening.encryptedPremasterSecret.subarray(0, NAMED_BY);
      return `RSA ${toHex(name)} ${toHex(happening.premasterSecret)}\n`;
    }
    case 'keys':
      return `CLIENT_RANDOM ${toHex(happening.clientRandom)} ${toHex(happening.masterSecret)}\n`;
    default:
      return undefined;
  }
}
