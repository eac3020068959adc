/**
 * Who issued whom among some certificates: an issuer has the name, and the key with which the signature verifies.
 *
 * Two may name each other, and several may have one name; each certificate stands once, under the first issuer that fits best.
 */
import { equalConstantTime, toHex } from '../../../bytes/index.ts';
import {
  type Certificate,
  comparableName,
  findExtension,
  type SignatureVerdict,
  verifySignature,
} from '../../../x509/index.ts';

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
const MAX_CANDIDATES = 8;

/** In the order of the certificates, each once. */
export function forestOf(certificates: readonly Certificate[]): Branch[] {
  const distinct = [...new Map(certificates.map((each) => [toHex(each.der), each])).values()];
  const bySubject = named(distinct);
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

/** Certificates of one chain. */
const MAX_CHAIN = 16;

/**
 * The chain from `leaf` up as far as the others lead, each below the one that signed it; below one that only has the issuer's
 * name where nobody signed it.
 */
export function chainAbove(leaf: Certificate, others: readonly Certificate[]): Certificate[] {
  const bySubject = named([leaf, ...others]);
  const chain = [leaf];
  for (let certificate = leaf; chain.length < MAX_CHAIN; certificate = chain.at(-1)!) {
    const { link, issuer } = issuerOf(certificate, bySubject);
    const above = link === 'root' ? undefined : (issuer ?? namesake(certificate, bySubject));
    if (!above || chain.includes(above)) return chain;
    chain.push(above);
  }
  return chain;
}

function namesake(
  certificate: Certificate,
  bySubject: ReadonlyMap<string, readonly Certificate[]>,
): Certificate | undefined {
  const candidates = bySubject.get(comparableName(certificate.issuer)) ?? [];
  return candidates.includes(certificate) ? undefined : candidates[0];
}

function named(certificates: readonly Certificate[]): ReadonlyMap<string, readonly Certificate[]> {
  const bySubject = new Map<string, Certificate[]>();
  for (const certificate of certificates) {
    const name = comparableName(certificate.subject);
    const known = bySubject.get(name);
    if (known) known.push(certificate);
    else bySubject.set(name, [certificate]);
  }
  return bySubject;
}

function issuerOf(
  certificate: Certificate,
  bySubject: ReadonlyMap<string, readonly Certificate[]>,
): { link: Link; issuer?: Certificate } {
  const candidates = bySubject.get(comparableName(certificate.issuer)) ?? [];
  if (candidates.includes(certificate)) {
    const own = verifySignature(certificate, certificate.publicKey);
    if (own.valid) return { link: 'root' };
    if (isUnknown(own)) return { link: 'unverified' };
  }
  const others = candidates.filter((candidate) => candidate !== certificate);
  const tried = [
    ...others.filter((candidate) => hasKeyIdentifier(candidate, certificate)),
    ...others.filter((candidate) => !hasKeyIdentifier(candidate, certificate)),
  ].slice(0, MAX_CANDIDATES);
  let unverified: Certificate | undefined;
  for (const issuer of tried) {
    const verdict = verifySignature(certificate, issuer.publicKey);
    if (verdict.valid) return { link: 'verified', issuer };
    if (isUnknown(verdict)) unverified ??= issuer;
  }
  if (unverified) return { link: 'unverified', issuer: unverified };
  return { link: candidates.length > 0 ? 'not-signed' : 'no-issuer' };
}

/** Neither a good signature nor a bad one. */
function isUnknown(verdict: SignatureVerdict): boolean {
  return !verdict.valid && /^unsupported-/.test(verdict.reason);
}

/** Whether the key of `issuer` is called what `certificate` calls the key that signed it. */
function hasKeyIdentifier(issuer: Certificate, certificate: Certificate): boolean {
  const wanted = findExtension(certificate.extensions, 'authorityKeyIdentifier')?.keyIdentifier;
  const found = findExtension(issuer.extensions, 'subjectKeyIdentifier')?.keyIdentifier;
  return wanted !== undefined && found !== undefined && equalConstantTime(wanted, found);
}
