/** What is wrong with a signature of a message, in a sentence and as data. */
import { toHex } from '../../../bytes/index.ts';
import type { CertificateIdentifier, SignerFinding, SignerVerdict } from '../../../cms/index.ts';
import { formatName } from '../../../x509/index.ts';
import { listed } from '../../lists.ts';
import type { Session } from '../../session.ts';
import { serialText, shortened } from '../../visible.ts';
import { findingText, hintText, named } from '../cert/verdict-text.ts';
import { evidence, summary } from '../cert/verify-run.ts';

/** Who it claims to be: by his certificate, or as the message names him. */
export function signerName(session: Session, { signer, certificate }: SignerVerdict): string {
  return certificate ? named(session, certificate.subject) : identifierText(session, signer.identifier);
}

function identifierText(session: Session, identifier: CertificateIdentifier): string {
  if (identifier.kind === 'subjectKeyIdentifier') {
    return session.say('cms.who.keyId', { id: shortened(toHex(identifier.keyIdentifier), 64) });
  }
  const { issuer, serialNumber } = identifier;
  const serial = shortened(serialText(serialNumber), 64);
  return session.say('cms.who.serial', { serial, issuer: named(session, issuer) });
}

/** A clause that goes behind the name of the signer. */
export function signerFindingText(session: Session, finding: SignerFinding): string {
  switch (finding.reason) {
    case 'no-signer-certificate':
    case 'no-attributes':
    case 'attributes-as-content':
    case 'other-content':
      return session.say(`cms.fault.${finding.reason}`);
    case 'wrong-key-usage':
      return session.say('cms.fault.wrong-key-usage', { usages: listed(session, finding.usages) });
    case 'unsupported-digest':
      return session.say('cms.fault.unsupported-digest', { algorithm: shortened(finding.algorithm) });
    case 'weak-digest':
    case 'unlisted-digest':
      return session.say(`cms.fault.${finding.reason}`, { hash: finding.hash });
    case 'digest-mismatch':
      return session.say('cms.fault.digest-mismatch', finding);
    case 'bad-attribute':
      return session.say('cms.fault.bad-attribute', finding);
    case 'other-content-type':
      return session.say('cms.fault.other-content-type', {
        expected: shortened(finding.expected),
        found: shortened(finding.found),
      });
    case 'bad-signature': {
      const { verdict } = finding;
      if (verdict.reason === 'unsupported-key' || verdict.reason === 'unsupported-signature') {
        return session.say(`cms.fault.${verdict.reason}`, { algorithm: shortened(verdict.algorithm) });
      }
      if (verdict.reason === 'scheme-not-allowed') {
        return session.say('cms.fault.scheme-not-allowed', { allowed: verdict.allowed });
      }
      return session.say(
        verdict.reason === 'other-digest' ? 'cms.fault.other-digest' : 'cms.fault.bad-signature',
      );
    }
    case 'untrusted': {
      const { certificate } = finding.chain;
      const sentence = findingText(session, finding.chain.finding);
      const hint = hintText(session, finding.chain);
      const who = named(session, certificate.subject);
      return `${session.say('cms.fault.untrusted', { who, sentence })}${hint === undefined ? '' : ` ${hint}`}`;
    }
  }
}

export function signerJson(verdict: SignerVerdict): Record<string, unknown> {
  const { signer, certificate } = verdict;
  const { identifier, digestAlgorithm, signatureAlgorithm } = signer;
  const shared = {
    valid: verdict.valid,
    identifier:
      identifier.kind === 'subjectKeyIdentifier'
        ? { keyIdentifier: toHex(identifier.keyIdentifier) }
        : { issuer: formatName(identifier.issuer), serialNumber: identifier.serialNumber.toString() },
    hash: digestAlgorithm.name,
    signature: signatureAlgorithm.scheme ?? signatureAlgorithm.name,
    attributes: signer.signedAttributes !== undefined,
    ...(certificate && { certificate: summary(certificate) }),
  };
  if (verdict.valid) {
    const { chain, signingTime } = verdict;
    return {
      ...shared,
      ...(signingTime && { signingTime: signingTime.toISOString() }),
      identity: chain ? 'verified' : 'not-checked',
      ...(chain && { chain: chain.chain.map(summary) }),
    };
  }
  return { ...shared, ...findingJson(verdict.finding) };
}

function findingJson(finding: SignerFinding): Record<string, unknown> {
  const { reason } = finding;
  switch (reason) {
    case 'untrusted': {
      const { chain } = finding;
      return {
        reason,
        chain: { reason: chain.reason, depth: chain.depth, evidence: evidence(chain.finding) },
      };
    }
    case 'bad-signature':
      return { reason, evidence: { verdict: finding.verdict.reason } };
    case 'other-content':
      return { reason, evidence: { expected: toHex(finding.expected), found: toHex(finding.found) } };
    default: {
      const { reason: _, ...found } = finding;
      return { reason, evidence: found };
    }
  }
}
