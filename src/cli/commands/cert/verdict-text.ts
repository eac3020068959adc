/** What `verifyChain` found, in a sentence, and what to try. */

import { oidName } from '../../../asn1/index.ts';
import type { MessageKey } from '../../../trace/index.ts';
import type { ChainFinding, ChainRefusal, Name } from '../../../x509/index.ts';
import { anyOf, listed } from '../../lists.ts';
import type { Session } from '../../session.ts';
import { secondText, serialText, shortened, timeText, visibleText } from '../../visible.ts';
import { nameOf } from './name-view.ts';

/** Names in one sentence. */
const SHOWN_NAMES = 5;

/** A clause that goes behind the name of the certificate at fault. */
export function findingText(session: Session, finding: ChainFinding): string {
  const say = session.say;
  switch (finding.reason) {
    case 'self-signed':
    case 'too-much-work':
      return say(`cert.fault.${finding.reason}`);
    case 'untrusted-root':
      return say('cert.fault.untrusted-root', { root: named(session, finding.root) });
    case 'missing-issuer':
    case 'no-crl':
    case 'crl-bad-signature':
    case 'crl-signer-not-allowed':
      return say(`cert.fault.${finding.reason}`, { issuer: named(session, finding.issuer) });
    case 'chain-too-long':
      return say('cert.fault.chain-too-long', { count: finding.maxDepth });
    case 'bad-signature': {
      const key =
        finding.verdict.valid || finding.verdict.reason !== 'other-digest' ? 'bad-signature' : 'changed';
      return say(`cert.fault.${key}`, { issuer: named(session, finding.issuer.subject) });
    }
    case 'unsupported-key':
      return say('cert.fault.unsupported-key', {
        issuer: named(session, finding.issuer.subject),
        algorithm: finding.algorithm,
      });
    case 'unsupported-signature':
      return say('cert.fault.unsupported-signature', { algorithm: finding.algorithm });
    case 'algorithm-mismatch':
      return say('cert.fault.algorithm-mismatch', finding);
    case 'weak-hash':
      return say('cert.fault.weak-hash', finding);
    case 'weak-key':
      return say('cert.fault.weak-key', finding);
    case 'expired':
      return say('cert.fault.expired', { notAfter: timeText(finding.notAfter), at: secondText(finding.at) });
    case 'not-yet-valid':
      return say('cert.fault.not-yet-valid', {
        notBefore: timeText(finding.notBefore),
        at: secondText(finding.at),
      });
    case 'not-a-ca':
      return say(`cert.fault.not-a-ca.${finding.why}`);
    case 'no-cert-sign':
      return say('cert.fault.no-cert-sign', { usages: someOf(session, finding.usages) });
    case 'path-too-long':
      return say('cert.fault.path-too-long', {
        by: named(session, finding.by.subject),
        allowed: finding.allowed,
      });
    case 'wrong-purpose':
      return say(`cert.fault.wrong-purpose.${finding.extension}`, {
        found: someOf(session, finding.found),
        needed: anyOf(session, finding.needed),
      });
    case 'wrong-host': {
      const { host, names } = finding;
      if (names.length === 0) return say('cert.fault.wrong-host.none', { host });
      return say('cert.fault.wrong-host', { host, names: someOf(session, names) });
    }
    case 'wrong-email': {
      const email = visibleText(finding.email);
      if (finding.names.length === 0) return say('cert.fault.wrong-email.none', { email });
      return say('cert.fault.wrong-email', { email, names: someOf(session, finding.names) });
    }
    case 'name-not-permitted':
    case 'name-excluded':
      return say(`cert.fault.${finding.reason}`, {
        by: named(session, finding.by.subject),
        subtrees: someOf(session, finding.subtrees),
        name: visibleText(finding.name),
      });
    case 'unsupported-constraint':
      return say('cert.fault.unsupported-constraint', {
        by: named(session, finding.by.subject),
        name: visibleText(finding.name),
      });
    case 'unknown-critical-extension':
    case 'duplicate-extension':
    case 'crl-unknown-critical-extension':
      return say(`cert.fault.${finding.reason}`, { oid: oidText(finding.oid) });
    case 'invalid-serial':
      return say('cert.fault.invalid-serial', { serial: shortened(serialText(finding.serialNumber)) });
    case 'invalid-version':
      return say('cert.fault.invalid-version', finding);
    case 'profile':
      return say(`cert.fault.profile.${finding.rule}`);
    case 'revoked':
      return say('cert.fault.revoked', {
        date: timeText(finding.revocationDate),
        why: finding.why ?? say('cert.fault.reason.none'),
        thisUpdate: timeText(finding.thisUpdate),
      });
    case 'crl-expired':
      return say('cert.fault.crl-expired', {
        nextUpdate: timeText(finding.nextUpdate),
        at: secondText(finding.at),
      });
    case 'crl-not-yet-valid':
      return say('cert.fault.crl-not-yet-valid', {
        thisUpdate: timeText(finding.thisUpdate),
        at: secondText(finding.at),
      });
  }
}

/** What may help, where anything does. */
export function hintText(session: Session, { reason }: ChainRefusal): string | undefined {
  const key = HINTS[reason];
  return key && session.say(key);
}

const HINTS: Readonly<Partial<Record<ChainFinding['reason'], Extract<MessageKey, `cert.try.${string}`>>>> = {
  'self-signed': 'cert.try.trust',
  'untrusted-root': 'cert.try.trust',
  'missing-issuer': 'cert.try.issuer',
  'bad-signature': 'cert.try.explain',
  expired: 'cert.try.time',
  'not-yet-valid': 'cert.try.clock',
  'weak-hash': 'cert.try.weak',
  'weak-key': 'cert.try.weak',
  'wrong-purpose': 'cert.try.purpose',
  'wrong-host': 'cert.try.host',
  profile: 'cert.try.strict',
  'no-crl': 'cert.try.crl',
  'crl-expired': 'cert.try.crl',
  'crl-bad-signature': 'cert.try.crl',
};

export function named(session: Session, name: Name): string {
  return name.length === 0 ? session.say('cert.value.emptyName') : nameOf(name);
}

function oidText(oid: string): string {
  const known = oidName(oid);
  return known === undefined ? shortened(oid) : `${known} (${oid})`;
}

/** The first of a list, each cut where it is very long. */
function someOf(session: Session, items: readonly string[]): string {
  if (items.length === 0) return session.say('cert.value.none');
  const shown = items.slice(0, SHOWN_NAMES).map((item) => visibleText(item, 100));
  return `${listed(session, shown)}${items.length > SHOWN_NAMES ? ' …' : ''}`;
}
