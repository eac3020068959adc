/**
 * Rules of RFC 5280, 4 that validating a path (6.1) does not ask for, and OpenSSL checks under -x509_strict only.
 *
 * Half the certificates that are made by hand break one of them, so most are for whoever asks for strictness. Three hold always:
 * two that OpenSSL never forgives either, and one that nobody breaks who means well.
 */
import type { Certificate } from '../certificate.ts';
import { sameName } from '../compare-names.ts';
import { findExtension } from '../extensions/extension.ts';
import type { ProfileRule } from './verdict.ts';

/** The first rule that `certificate` breaks: of all rules where `strict`, else of those that hold always. */
export function brokenRule(certificate: Certificate, strict: boolean): ProfileRule | undefined {
  const facts = factsOf(certificate);
  return RULES.find(([rule, isBroken]) => (strict || ALWAYS.has(rule)) && isBroken(facts))?.[0];
}

const ALWAYS: ReadonlySet<ProfileRule> = new Set([
  'authority-key-identifier-critical',
  'subject-key-identifier-critical',
  'name-constraints-without-ca',
]);

type Facts = ReturnType<typeof factsOf>;

function factsOf({ version, extensions, issuer, subject }: Certificate) {
  const critical = (kind: string) => extensions.some((each) => each.value.kind === kind && each.critical);
  const constraints = findExtension(extensions, 'basicConstraints');
  return {
    version,
    issuer,
    subject,
    critical,
    constraints,
    isCa: constraints?.cA ?? false,
    usages: findExtension(extensions, 'keyUsage')?.usages,
    names: findExtension(extensions, 'subjectAltName')?.names,
    limits: findExtension(extensions, 'nameConstraints'),
    authority: findExtension(extensions, 'authorityKeyIdentifier'),
    key: findExtension(extensions, 'subjectKeyIdentifier'),
    isSelfIssued: sameName(issuer, subject),
  };
}

const RULES: readonly (readonly [ProfileRule, (facts: Facts) => boolean])[] = [
  [
    'path-length-without-ca',
    ({ constraints, isCa }) => !isCa && constraints?.pathLenConstraint !== undefined,
  ],
  [
    'path-length-without-cert-sign',
    ({ constraints, usages }) =>
      constraints?.pathLenConstraint !== undefined && usages !== undefined && !usages.includes('keyCertSign'),
  ],
  ['basic-constraints-not-critical', ({ isCa, critical }) => isCa && !critical('basicConstraints')],
  ['ca-without-key-usage', ({ isCa, usages }) => isCa && !usages],
  ['cert-sign-without-ca', ({ isCa, usages }) => !isCa && (usages?.includes('keyCertSign') ?? false)],
  ['name-constraints-without-ca', ({ isCa, limits }) => !isCa && limits !== undefined],
  ['empty-issuer', ({ issuer }) => issuer.length === 0],
  ['empty-subject', ({ subject, isCa, names }) => subject.length === 0 && (isCa || !names)],
  [
    'alternative-names-not-critical',
    ({ subject, names, critical }) =>
      subject.length === 0 && names !== undefined && !critical('subjectAltName'),
  ],
  ['empty-alternative-names', ({ names }) => names?.length === 0],
  ['authority-key-identifier-critical', ({ critical }) => critical('authorityKeyIdentifier')],
  ['subject-key-identifier-critical', ({ critical }) => critical('subjectKeyIdentifier')],
  [
    'no-authority-key-identifier',
    ({ version, authority, isSelfIssued }) => version === 3 && !isSelfIssued && !authority?.keyIdentifier,
  ],
  ['no-subject-key-identifier', ({ version, isCa, key }) => version === 3 && isCa && !key],
];
