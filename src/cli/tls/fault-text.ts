/** Why a connection failed, in one sentence: what was wrong, at which step, which alert who sent, and what to try. */
import { CryptoError } from '../../errors.ts';
import { type AlertDescription, suiteOfId } from '../../tls/index.ts';
import type { MessageKey } from '../../trace/index.ts';
import type { ChainReason } from '../../x509/index.ts';
import { errorText } from '../chinese/errors.ts';
import { findingText, named } from '../commands/cert/verdict-text.ts';
import { listed } from '../lists.ts';
import type { Session } from '../session.ts';
import { visibleText } from '../visible.ts';
import { isOfTls13, meansNothing, suiteText } from './offer-names.ts';
import type { Steps } from './steps.ts';
import type { StreamFault, TlsFailed } from './tls-stream.ts';

type Side = 'client' | 'server';

/** For one who is `side` himself. */
export function faultText(session: Session, side: Side, fault: StreamFault, steps: Steps): string {
  const where = whereText(session, steps);
  switch (fault.kind) {
    case 'failed':
      return failedText(session, side, fault.event, steps);
    case 'truncated':
      if (!fault.handshake) return session.say('tls.fault.truncated') + refusalText(session, steps);
      return session.say(fault.notified ? 'tls.fault.notified' : 'tls.fault.left', { where });
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

function failedText(session: Session, side: Side, event: TlsFailed, steps: Steps): string {
  const { by, alert, reason, verdict } = event;
  const where = whereText(session, steps);
  const name = alert ?? session.say('tls.fault.unknownAlert');
  const hint = hintText(session, side, event, steps) + refusalText(session, steps);
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

/** What to try, or what lies behind it; empty where nobody knows. */
function hintText(
  session: Session,
  side: Side,
  { by, alert, reason, verdict }: TlsFailed,
  steps: Steps,
): string {
  if (side === 'server' && by === 'us' && alert === 'handshake_failure') {
    return reason.startsWith('cipher_suites:') ? offerText(session, steps) : '';
  }
  const key = verdict?.valid === false ? CHAIN_HINTS[verdict.reason] : alert && HINTS[`${side}.${by}`][alert];
  if (side === 'client' && by === 'peer' && steps.serverHello) {
    const asked = steps.all.some(({ name }) => name === 'CertificateRequest');
    if (asked && alert && AFTER_REQUEST.has(alert)) return session.say('tls.try.askedCertificate');
    // The suite was agreed on.
    if (key === 'tls.try.suite') return '';
  }
  return key ? session.say(key) : '';
}

/** What the client offered, none of which a server took. */
function offerText(session: Session, { offer }: Steps): string {
  const suites = (offer?.suites ?? []).filter((id) => !meansNothing(id));
  if (suites.length === 0) return '';
  const names = (ids: readonly number[]) => listed(session, ids.slice(0, MOST_NAMED).map(suiteText));
  const ours = suites.filter((id) => suiteOfId(id) !== undefined);
  if (ours.length > 0) {
    const options = ours.slice(0, MOST_NAMED).map((id) => suiteOfId(id)!.opensslName);
    return session.say('tls.try.serverSuite', { names: options.join(',') });
  }
  const old = suites.filter((id) => !isOfTls13(id));
  if (old.length === 0) return session.say('tls.try.only13', { names: names(suites) });
  const ephemeral = old.every((id) => /^TLS_(EC)?DHE_/.test(suiteText(id)));
  return session.say(ephemeral ? 'tls.try.onlyEphemeral' : 'tls.try.otherSuites', { names: names(old) });
}

/** An end that may come of a second handshake that we refused; empty where none was asked for. */
function refusalText(session: Session, { refused }: Steps): string {
  return refused ? session.say('tls.try.renegotiation') : '';
}

/** " after our ClientHello"; empty where nothing was said yet. */
function whereText(session: Session, { last }: Steps): string {
  return last ? session.say(`tls.where.${last.direction}`, { message: last.name }) : '';
}

/** Suites of a client's offer that are told. */
const MOST_NAMED = 3;

/** How a server ends that wanted a certificate and got none. */
const AFTER_REQUEST: ReadonlySet<AlertDescription> = new Set([
  'handshake_failure',
  'bad_certificate',
  'certificate_required',
  'access_denied',
]);

type Hint = Exclude<
  Extract<MessageKey, `tls.try.${string}`>,
  `tls.try.${'only' | 'other' | 'serverSuite'}${string}`
>;
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
