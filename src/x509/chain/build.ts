/**
 * Finds chains from a certificate up to an anchor: whose name is its issuer's, and whose key signed it.
 *
 * Several certificates may have the issuer's name (cross-signs, new keys, forgeries), so all are tried, the likely ones first.
 * Every chain that reaches an anchor is handed over; the search ends with the first that is accepted.
 */
import { equalConstantTime, toHex } from '../../bytes/index.ts';
import type { Certificate } from '../certificate.ts';
import { comparableName, sameName } from '../compare-names.ts';
import { findExtension } from '../extensions/extension.ts';
import type { Signatures } from './signatures.ts';
import type { ChainFinding } from './verdict.ts';
import type { Work } from './work.ts';

export interface Sources {
  readonly anchors: ReadonlySet<Certificate>;
  /** Anchors and others, each once, by the comparable text of their subject. */
  readonly byName: ReadonlyMap<string, readonly Certificate[]>;
  readonly signatures: Signatures;
  readonly work: Work;
  readonly at: Date;
  /** Certificates between leaf and anchor. */
  readonly maxDepth: number;
}

/** Sorts what is at hand: anchors first, no certificate twice. */
export function openSources(
  anchors: readonly Certificate[],
  intermediates: readonly Certificate[],
): Pick<Sources, 'anchors' | 'byName'> {
  const byName = new Map<string, Certificate[]>();
  for (const certificate of [...anchors, ...intermediates]) {
    const name = comparableName(certificate.subject);
    const group = byName.get(name);
    if (group) group.push(certificate);
    else byName.set(name, [certificate]);
  }
  for (const [name, group] of byName) if (group.length > 1) byName.set(name, withoutCopies(group));
  return { anchors: new Set(anchors), byName };
}

/** Of several with the same bytes the first, which is the anchor where one of them is. */
function withoutCopies(certificates: readonly Certificate[]): Certificate[] {
  const seen = new Set<string>();
  return certificates.filter(({ der }) => {
    const bytes = toHex(der);
    const isNew = !seen.has(bytes);
    seen.add(bytes);
    return isNew;
  });
}

/** A way that ended, or a chain that was not accepted. */
export interface DeadEnd {
  readonly finding: ChainFinding;
  /** Place in `chain` of the certificate at fault. */
  readonly depth: number;
  readonly chain: readonly Certificate[];
  readonly anchored: boolean;
  /** How much it says about what is wrong: of several dead ends the first of the highest rank is told. */
  readonly rank: number;
}

const RANK = { otherKey: 0, missing: 1, untrusted: 2, signature: 3, anchored: 4, work: 5 } as const;

/** A chain, or the dead end that says most. `judge` says what is wrong with a chain that reaches an anchor, and where. */
export function searchChain(
  leaf: Certificate,
  sources: Sources,
  judge: (
    chain: readonly Certificate[],
  ) => { readonly finding: ChainFinding; readonly depth: number } | undefined,
): readonly Certificate[] | DeadEnd {
  const { byName, anchors } = sources;
  let best: DeadEnd | undefined;
  let isOver = false;
  const end = (deadEnd: DeadEnd) => {
    if (!best || deadEnd.rank > best.rank) best = deadEnd;
    isOver ||= deadEnd.rank === RANK.work;
  };

  const extend = (chain: readonly Certificate[]): readonly Certificate[] | undefined => {
    const top = chain.at(-1)!;
    const depth = chain.length - 1;
    const stop = (finding: ChainFinding, rank: number) =>
      end({ finding, depth, chain, anchored: rank === RANK.anchored, rank });
    if (anchors.has(top) || (depth === 0 && isAnchor(top, sources))) {
      const judged = judge(chain);
      if (!judged) return chain;
      const rank = judged.finding.reason === 'too-much-work' ? RANK.work : RANK.anchored;
      end({ ...judged, chain, anchored: true, rank });
      return undefined;
    }
    const group = byName.get(comparableName(top.issuer)) ?? [];
    // An anchor ends the chain; any other name and key a second time would lead round in circles.
    const candidates = group.filter(
      (candidate) => anchors.has(candidate) || !chain.some((other) => isSameKeyHolder(other, candidate)),
    );
    const noIssuer = () => stop(missing(top, depth), isSelfNamed(top) ? RANK.untrusted : RANK.missing);
    if (candidates.length === 0) noIssuer();
    for (const candidate of byLikelihood(candidates, top, anchors, sources.at)) {
      if (isOver) return undefined;
      if (!sources.work.spend('steps')) {
        stop({ reason: 'too-much-work' }, RANK.work);
        return undefined;
      }
      const isNamedKey = namesKeyOf(top, candidate) !== false;
      const verdict = sources.signatures.check(top, candidate.publicKey);
      if (!verdict) {
        stop({ reason: 'too-much-work' }, RANK.work);
        return undefined;
      }
      if (!verdict.valid) {
        stop(signatureFinding(verdict, top, candidate), isNamedKey ? RANK.signature : RANK.otherKey);
        if (!isNamedKey) noIssuer();
        continue;
      }
      if (chain.length > sources.maxDepth && !anchors.has(candidate)) {
        stop({ reason: 'chain-too-long', maxDepth: sources.maxDepth }, RANK.signature);
        continue;
      }
      const found = extend([...chain, candidate]);
      if (found) return found;
    }
    return undefined;
  };
  return extend([leaf]) ?? best!;
}

/** What is said where nobody at hand is the issuer. */
function missing(top: Certificate, depth: number): ChainFinding {
  if (!isSelfNamed(top)) return { reason: 'missing-issuer', issuer: top.issuer };
  return depth === 0 ? { reason: 'self-signed' } : { reason: 'untrusted-root', root: top.subject };
}

function isSelfNamed({ subject, issuer }: Certificate): boolean {
  return sameName(subject, issuer);
}

function signatureFinding(
  verdict: Exclude<ReturnType<Signatures['check']>, { valid: true } | undefined>,
  { tbsSignatureAlgorithm, signatureAlgorithm }: Certificate,
  issuer: Certificate,
): ChainFinding {
  if (!equalConstantTime(tbsSignatureAlgorithm.raw, signatureAlgorithm.raw)) {
    const [inside, outside] = [tbsSignatureAlgorithm.name, signatureAlgorithm.name];
    return { reason: 'algorithm-mismatch', inside, outside };
  }
  if (verdict.reason === 'unsupported-key') {
    return { reason: 'unsupported-key', issuer, algorithm: verdict.algorithm };
  }
  if (verdict.reason === 'unsupported-signature') {
    return { reason: 'unsupported-signature', algorithm: verdict.algorithm };
  }
  return { reason: 'bad-signature', issuer, verdict };
}

/** Anchors before others, those whose key is named before those that name none, and those that are valid now. */
function byLikelihood(
  candidates: readonly Certificate[],
  top: Certificate,
  anchors: ReadonlySet<Certificate>,
  at: Date,
): Certificate[] {
  const weight = (candidate: Certificate) => {
    const named = namesKeyOf(top, candidate);
    const { notBefore, notAfter } = candidate.validity;
    return (
      (named === false ? 0 : named ? 8 : 4) +
      (anchors.has(candidate) ? 2 : 0) +
      (at >= notBefore && at <= notAfter ? 1 : 0)
    );
  };
  return candidates.toSorted((a, b) => weight(b) - weight(a));
}

/** Whether the authorityKeyIdentifier of `top` names the key of `candidate`; undefined where it says nothing. */
function namesKeyOf(top: Certificate, candidate: Certificate): boolean | undefined {
  const authority = findExtension(top.extensions, 'authorityKeyIdentifier');
  const named = authority?.keyIdentifier;
  const own = findExtension(candidate.extensions, 'subjectKeyIdentifier')?.keyIdentifier;
  return named && own && equalConstantTime(named, own);
}

/** The same bytes, read once more. */
function isAnchor(certificate: Certificate, { anchors }: Sources): boolean {
  return [...anchors].some((anchor) => equalConstantTime(anchor.der, certificate.der));
}

/** Going through the same name and key twice leads nowhere. */
function isSameKeyHolder(a: Certificate, b: Certificate): boolean {
  return equalConstantTime(a.spki, b.spki) && sameName(a.subject, b.subject);
}
