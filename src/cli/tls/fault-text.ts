/** Why a connection failed, in one sentence: what was wrong, at which step, which alert who sent, and what to try. */
import { CryptoError } from '../../errors.ts';
import type { AlertDescription } from '../../tls/index.ts';
import type { MessageKey } from '../../trace/index.ts';
import type { ChainReason } from '../../x509/index.ts';
import { errorText } from '../chinese/errors.ts';
import { findingText, named } from '../commands/cert/verdict-text.ts';
import type { Session } from '../session.ts';
import { visibleText } from '../visible.ts';
import type { Steps } from './steps.ts';
import type { StreamFault, TlsFailed } from './tls-stream.ts';

type Side = 'client' | 'server';

/** For one who is `side` himself. */
export function faultText(session: Session, side: Side, fault: StreamFault, steps: Steps): string {
  const where = whereText(session, steps);
  switch (fault.kind) {
    case 'failed':
      return failedText(session, side, fault.event, where);
    case 'truncated':
      return fault.handshake ? session.say('tls.fault.left', { where }) : session.say('tls.fault.truncated');
    case 'timeout':
      return fault.handshake
        ? session.say('tls.fault.silent', { seconds: fault.seconds, where })
        : session.say('tls.fault.idle', { seconds: fault.seconds });
    case 'transport':
      return session.say('tls.fault.transport', { reason: codeOf(fault.cause) });
    case 'internal':
      return session.say('cli.error.internal', { reason: codeOf(fault.cause) });
  }
}

/** The same as data. */
export function faultJson(fault: StreamFault, steps: Steps): Record<string, unknown> {
  const { last } = steps;
  return {
    fault: fault.kind,
    ...(fault.kind === 'failed' && {
      alert: fault.event.alert ?? null,
      sentBy: fault.event.by,
      reason: fault.event.reason,
      ...(fault.event.verdict?.valid === false && { certificate: fault.event.verdict.reason }),
    }),
    after: last ? { direction: last.direction, message: last.name } : null,
  };
}

function failedText(
  session: Session,
  side: Side,
  { by, alert, reason, verdict }: TlsFailed,
  where: string,
): string {
  const name = alert ?? session.say('tls.fault.unknownAlert');
  const key = verdict?.valid === false ? CHAIN_HINTS[verdict.reason] : alert && HINTS[`${side}.${by}`][alert];
  const hint = key ? session.say(key) : '';
  if (by === 'peer') return session.say(`tls.fault.byPeer.${side}`, { alert: name, where, hint });
  const sentence =
    verdict?.valid === false
      ? session.say('cert.verify.message', {
          who: named(session, verdict.certificate.subject),
          sentence: findingText(session, verdict.finding),
        })
      : visibleText(errorText(session, new CryptoError('check-failed', reason)), 400);
  return session.say('tls.fault.byUs', { sentence, alert: name, where, hint });
}

/** " after our ClientHello"; empty where nothing was said yet. */
function whereText(session: Session, { last }: Steps): string {
  return last ? session.say(`tls.where.${last.direction}`, { message: last.name }) : '';
}

type Hint = Extract<MessageKey, `tls.try.${string}`>;
type Hints = Readonly<Partial<Record<AlertDescription, Hint>>>;

/** Of a client whose check of the certificates failed. */
const CHAIN_HINTS: Readonly<Partial<Record<ChainReason, Hint>>> = {
  'self-signed': 'tls.try.ca',
  'untrusted-root': 'tls.try.ca',
  'missing-issuer': 'tls.try.ca',
  expired: 'tls.try.at',
  'not-yet-valid': 'tls.try.at',
  'wrong-host': 'tls.try.host',
  'weak-hash': 'tls.try.weak',
  'weak-key': 'tls.try.weak',
};

const HINTS: Readonly<Record<`${Side}.${TlsFailed['by']}`, Hints>> = {
  'client.us': {
    protocol_version: 'tls.try.version',
    decrypt_error: 'tls.try.changed',
    bad_record_mac: 'tls.try.changed',
  },
  'client.peer': {
    handshake_failure: 'tls.try.suite',
    insufficient_security: 'tls.try.suite',
    illegal_parameter: 'tls.try.suite',
    protocol_version: 'tls.try.version',
    unrecognized_name: 'tls.try.servername',
    no_application_protocol: 'tls.try.alpn',
    certificate_required: 'tls.try.clientCertificate',
    bad_certificate: 'tls.try.clientCertificate',
    decrypt_error: 'tls.try.changed',
    bad_record_mac: 'tls.try.changed',
  },
  'server.us': {
    handshake_failure: 'tls.try.serverSuite',
    protocol_version: 'tls.try.version',
    decrypt_error: 'tls.try.changed',
    bad_record_mac: 'tls.try.changed',
  },
  'server.peer': {
    unknown_ca: 'tls.try.clientTrust',
    bad_certificate: 'tls.try.clientName',
    certificate_unknown: 'tls.try.clientName',
    certificate_expired: 'tls.try.issueAgain',
    unsupported_certificate: 'tls.try.issueAgain',
    handshake_failure: 'tls.try.clientSuite',
    protocol_version: 'tls.try.version',
  },
};

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? String(cause.code) : cause.message;
}
