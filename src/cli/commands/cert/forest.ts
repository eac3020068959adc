/**
 * Who issued whom among some certificates: an issuer has the name, and the key with which the signature verifies.
 *
 * Two may name each other, and several may have one name; each certificate stands once, under the first issuer that fits best.
 */
import { equalConstantTime, toHex } from '../../../bytes/index.ts';
import { type Certificate, comparableName, findExtension, verifySignature } from '../../../x509/index.ts';

export interface Branch {
  readonly certificate: Certificate;
  /** How it hangs on what stands above it. */
  readonly link: Link;
  readonly children: readonly Branch[];
}

export type Link =
  /** It signed itself. */
  | 'root'
  /** The signature verifies with the key above it. */
  | 'verified'
  /** The names fit; the key or the signature is of a kind that is not known here. */
  | 'unverified'
  /** At the top, since nobody here has the issuer's name. */
  | 'no-issuer'
  /** At the top, since whoever here has the issuer's name did not sign it. */
  | 'not-signed';

/** Issuers of one name that are tried for one certificate. */
const MAX_CANDIDATES = 16;

/** In the order of the certificates, each once. */
export function forestOf(certificates: readonly Certificate[]): Branch[] {
  const distinct = [...new Map(certificates.map((each) => [toHex(each.der), each])).values()];
  const bySubject = new Map<string, Certificate[]>();
  for (const certificate of distinct) {
    const name = comparableName(certificate.subject);
    bySubject.set(name, [...(bySubject.get(name) ?? []), certificate]);
  }
  const above = new Map<Certificate, { link: Link; issuer?: Certificate }>();
  for (const certificate of distinct) above.set(certificate, issuerOf(certificate, bySubject));
  const below = new Map<Certificate, Certificate[]>();
  for (const [certificate, { issuer }] of above) {
    if (issuer) below.set(issuer, [...(below.get(issuer) ?? []), certificate]);
  }
  const seen = new Set<Certificate>();
  const branchOf = (certificate: Certificate): Branch => {
    seen.add(certificate);
    const children = (below.get(certificate) ?? []).filter((child) => !seen.has(child)).map(branchOf);
    return { certificate, link: above.get(certificate)!.link, children };
  };
  const tops = distinct.filter((certificate) => !above.get(certificate)!.issuer).map(branchOf);
  // Those that only name each other hang on none of these.
  for (const certificate of distinct) if (!seen.has(certificate)) tops.push(branchOf(certificate));
  return tops;
}

function issuerOf(
  certificate: Certificate,
  bySubject: ReadonlyMap<string, readonly Certificate[]>,
): { link: Link; issuer?: Certificate } {
  const named = bySubject.get(comparableName(certificate.issuer)) ?? [];
  if (named.includes(certificate) && verifySignature(certificate, certificate.publicKey).valid) {
    return { link: 'root' };
  }
  const others = named.filter((candidate) => candidate !== certificate);
  const candidates = [
    ...others.filter((candidate) => hasKeyIdentifier(candidate, certificate)),
    ...others.filter((candidate) => !hasKeyIdentifier(candidate, certificate)),
  ].slice(0, MAX_CANDIDATES);
  let unverified: Certificate | undefined;
  for (const issuer of candidates) {
    const verdict = verifySignature(certificate, issuer.publicKey);
    if (verdict.valid) return { link: 'verified', issuer };
    if (verdict.reason === 'unsupported-key' || verdict.reason === 'unsupported-signature')
      unverified ??= issuer;
  }
  if (unverified) return { link: 'unverified', issuer: unverified };
  return { link: named.length > 0 ? 'not-signed' : 'no-issuer' };
}

/** Whether the key of `issuer` is called what `certificate` calls the key that signed it. */
function hasKeyIdentifier(issuer: Certificate, certificate: Certificate): boolean {
  const wanted = findExtension(certificate.extensions, 'authorityKeyIdentifier')?.keyIdentifier;
  const found = findExtension(issuer.extensions, 'subjectKeyIdentifier')?.keyIdentifier;
  return wanted !== undefined && found !== undefined && equalConstantTime(wanted, found);
}
