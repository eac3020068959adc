/** Says in one line why a connection or a listening socket could not be had. */
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';

/** An `io` error about the address; others stay what they are. */
export function socketError(session: Session, error: unknown, address: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  return new CryptoError('io', describe(session, firstOf(error), address));
}

/** A host of several addresses was tried at each of them: one reason is as good as the other. */
function firstOf(error: Error): NodeJS.ErrnoException {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
}

function describe(session: Session, error: NodeJS.ErrnoException, address: string): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return session.say('tls.error.refused', { address });
    case 'ENOTFOUND':
    case 'EAI_NONAME':
    case 'EAI_NODATA':
      return session.say('tls.error.unknownHost', { address });
    case 'EAI_AGAIN':
      return session.say('tls.error.noNames', { address });
    case 'EADDRINUSE':
      return session.say('tls.error.portInUse', { address });
    case 'EADDRNOTAVAIL':
      return session.say('tls.error.notOurAddress', { address });
    case 'EACCES':
    case 'EPERM':
      return session.say('tls.error.portForbidden', { address });
    case 'ETIMEDOUT':
      return session.say('tls.error.connectTimeout', { address });
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return session.say('tls.error.unreachable', { address });
    default:
      return session.say('tls.error.socket', { address, reason: error.code ?? error.message });
  }
}
