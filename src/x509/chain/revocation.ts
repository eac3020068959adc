/**
 * Whether the certificates of a chain were taken back, by revocation lists that are at hand (RFC 5280, 6.3).
 *
 * A list counts when it is of the certificate's issuer, for such certificates, of this time, understood, and signed: by the
 * issuer's key in the chain, or by another key of the same name whose certificate leads to the same anchor.
 */
import { equalConstantTime } from '../../bytes/index.ts';
import type { Certificate } from '../certificate.ts';
import { comparableName, sameName } from '../compare-names.ts';
import type { CertificateList } from '../crl.ts';
import { REASON_FLAGS, type ReasonFlag } from '../extensions/crl-distribution-points.ts';
import { findExtension } from '../extensions/extension.ts';
import { weakHashOf } from '../verify-signature.ts';
import { type Sources, searchChain } from './build.ts';
import { entryOf, scopeOf, unknownCriticalOf } from './crl-scope.ts';
import { type Expectations, type Located, validate } from './validate.ts';
import type { ChainFinding } from './verdict.ts';

/**
 * Which certificates must be on no list: none, the leaf, all but the anchor, or (`given`) the leaf and every CA whose issuer's
 * lists are at hand.
 */
export type RevocationCheck = 'none' | 'leaf' | 'given' | 'all';

export interface Revocation {
  readonly lists: readonly CertificateList[];
  readonly check: RevocationCheck;
  readonly sources: Sources;
  readonly expectations: Expectations;
}

/** What is wrong, a revocation before lists that are missing or of no use. */
export function revocationFinding(
  chain: readonly Certificate[],
  revocation: Revocation,
  signers: readonly Certificate[] = [],
): Located | undefined {
  const { check, lists } = revocation;
  const found: Located[] = [];
  for (let depth = 0; depth < chain.length - 1; depth++) {
    if (!isAsked(depth, chain, check, lists)) continue;
    const finding = statusFinding(depth, chain, revocation, signers);
    if (finding) found.push({ finding, depth });
  }
  return found.find(({ finding }) => finding.reason === 'revoked') ?? found[0];
}

/** Whether a certificate of the chain must be on no list. */
export function isAsked(
  depth: number,
  chain: readonly Certificate[],
  check: RevocationCheck,
  lists: readonly CertificateList[],
): boolean {
  if (check === 'none' || depth === chain.length - 1) return false;
  if (depth === 0 || check === 'all') return true;
  return check === 'given' && lists.some(({ issuer }) => sameName(issuer, chain[depth]!.issuer));
}

const ALL_REASONS = REASON_FLAGS.length - 1;

/** The newest list that counts decides; lists for some reasons only are put together. */
function statusFinding(
  depth: number,
  chain: readonly Certificate[],
  revocation: Revocation,
  signers: readonly Certificate[],
): ChainFinding | undefined {
  const certificate = chain[depth]!;
  const lists = revocation.lists
    .filter(({ issuer }) => sameName(issuer, certificate.issuer))
    .toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime());
  const covered = new Set<ReasonFlag>();
  let useless: ChainFinding | undefined;
  for (const list of lists) {
    const scope = scopeOf(list, certificate);
    if (scope === undefined) continue;
    const finding = listFinding(list, depth, chain, revocation, signers);
    if (finding) {
      useless ??= finding;
      continue;
    }
    const entry = entryOf(list, certificate);
    const why = entry && findExtension(entry.extensions, 'reasonCode')?.reason;
    if (entry && why !== 'removeFromCRL') {
      const { thisUpdate } = list;
      return { reason: 'revoked', revocationDate: entry.revocationDate, why, thisUpdate };
    }
    if (scope === 'all') return undefined;
    for (const reason of scope) if (reason !== 'unused') covered.add(reason);
    if (covered.size === ALL_REASONS) return undefined;
  }
  return useless ?? { reason: 'no-crl', issuer: certificate.issuer };
}

/** Why a list does not count. */
function listFinding(
  list: CertificateList,
  depth: number,
  chain: readonly Certificate[],
  revocation: Revocation,
  signers: readonly Certificate[],
): ChainFinding | undefined {
  const { at, allowWeak } = revocation.expectations;
  const oid = unknownCriticalOf(list);
  if (oid !== undefined) return { reason: 'crl-unknown-critical-extension', oid };
  const { thisUpdate, nextUpdate, issuer } = list;
  if (at < thisUpdate) return { reason: 'crl-not-yet-valid', thisUpdate, at };
  if (nextUpdate && at.getTime() >= nextUpdate.getTime() + 1000) {
    return { reason: 'crl-expired', nextUpdate, at };
  }
  const hash = weakHashOf(list.signatureAlgorithm);
  if (hash && !allowWeak) return { reason: 'weak-hash', hash };
  if (!equalConstantTime(list.tbsSignatureAlgorithm.raw, list.signatureAlgorithm.raw)) {
    return { reason: 'crl-bad-signature', issuer };
  }
  let isSigned = false;
  for (const signer of signersOf(list, chain[depth + 1]!, revocation.sources)) {
    if (!revocation.sources.signatures.check(list, signer.publicKey)?.valid) continue;
    isSigned = true;
    const usages = findExtension(signer.extensions, 'keyUsage')?.usages;
    if (usages && !usages.includes('cRLSign')) continue;
    if (isTrusted(signer, depth, chain, revocation, signers)) return undefined;
  }
  if (!isSigned) return { reason: 'crl-bad-signature', issuer };
  return { reason: 'crl-signer-not-allowed', issuer };
}

/** Those that have the name of the list's issuer: the issuer in the chain first. */
function signersOf(list: CertificateList, issuer: Certificate, { byName }: Sources): Certificate[] {
  const others = byName.get(comparableName(list.issuer)) ?? [];
  return [issuer, ...others.filter((other) => other !== issuer)];
}

/**
 * The issuer in the chain is judged with the chain. Another signer needs a chain to the same anchor (6.3.3 (f)), and must not
 * be revoked itself; whoever signs the list that it stands on (`signers`) is not asked again.
 */
function isTrusted(
  signer: Certificate,
  depth: number,
  chain: readonly Certificate[],
  revocation: Revocation,
  signers: readonly Certificate[],
): boolean {
  if (signer === chain[depth + 1] || signers.includes(signer)) return true;
  if (signers.length >= MAX_SIGNERS) return false;
  const anchor = chain.at(-1)!;
  const { sources } = revocation;
  const expectations: Expectations = {
    ...revocation.expectations,
    purpose: 'any',
    host: undefined,
    email: undefined,
  };
  const found = searchChain(signer, sources, (path) => {
    if (path.at(-1) !== anchor)
      return { finding: { reason: 'untrusted-root', root: path.at(-1)!.subject }, depth: 0 };
    return (
      validate(path, expectations, sources.work) ??
      revocationFinding(path, { ...revocation, expectations }, [...signers, signer])
    );
  });
  return Array.isArray(found);
}

/** Lists signed by keys whose certificates stand on lists that are signed by other keys … */
const MAX_SIGNERS = 4;
