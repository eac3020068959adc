/**
 * Judges a chain whose signatures hold, from the anchor down (RFC 5280, 6.1).
 *
 * 1. Each certificate alone: form, dates, weak hash or key (6.1.3 (a)).
 * 2. Its names against the constraints of all above it (6.1.3 (b), (c)); self-issued ones that are not the last are exempt.
 * 3. If it is not the last: that it is a CA (6.1.4 (k)), how many may follow (6.1.4 (l), (m)), keyCertSign (6.1.4 (n)), and its
 *    constraints for those below (6.1.4 (g)).
 * 4. Critical extensions that are not known (6.1.4 (o), 6.1.5 (f)).
 * 5. Of the last: purpose, host, mailbox.
 *
 * The anchor is a certificate here, so what it says of itself counts as it does in OpenSSL, but for its own signature and
 * form, unless it is the leaf as well. Policies (6.1.1 (c) to (e)) are not asked for, so that every policy will do.
 */
import type { Certificate } from '../certificate.ts';
import { sameName } from '../compare-names.ts';
import { findExtension } from '../extensions/extension.ts';
import {
  criticalFinding,
  dateFinding,
  formFinding,
  signerFinding,
  weakHashFinding,
  weakKeyFinding,
} from './certificate-form.ts';
import { emailFinding, hostFinding } from './host.ts';
import { type Constraint, constraintFinding, constraintsOf } from './name-constraints.ts';
import { brokenRule } from './profile-rules.ts';
import { type Purpose, purposeFinding } from './purpose.ts';
import type { ChainFinding } from './verdict.ts';
import type { Work } from './work.ts';

export interface Expectations {
  readonly at: Date;
  readonly purpose: Purpose;
  readonly host?: string | undefined;
  readonly email?: string | undefined;
  /** MD5, SHA-1 and short keys pass. */
  readonly allowWeak: boolean;
  readonly strict: boolean;
}

export interface Located {
  readonly finding: ChainFinding;
  /** Place in the chain: 0 is the leaf. */
  readonly depth: number;
}

/** The first thing that is wrong; `chain` has the leaf first and the anchor last. */
export function validate(
  chain: readonly Certificate[],
  expectations: Expectations,
  work: Work,
): Located | undefined {
  const anchorDepth = chain.length - 1;
  const constraints: Constraint[] = [];
  let limit: { readonly by: Certificate; readonly allowed: number; left: number } | undefined;

  for (let depth = anchorDepth; depth >= 0; depth--) {
    const certificate = chain[depth]!;
    const isAnchor = depth === anchorDepth;
    const isLeaf = depth === 0;
    const isSelfIssued = sameName(certificate.subject, certificate.issuer);
    const finding =
      aloneFinding(certificate, isAnchor, isLeaf, expectations) ??
      (isSelfIssued && !isLeaf ? undefined : constraintFinding(certificate, constraints, work)) ??
      (isLeaf ? undefined : signerFinding(certificate, isAnchor)) ??
      criticalFinding(certificate) ??
      purposeFinding(certificate, expectations.purpose, isLeaf);
    if (finding) return { finding, depth };
    if (isLeaf) break;
    if (!isAnchor && !isSelfIssued && limit) {
      if (limit.left === 0) {
        const { by, allowed } = limit;
        return { finding: { reason: 'path-too-long', by, allowed }, depth };
      }
      limit.left--;
    }
    const allowed = findExtension(certificate.extensions, 'basicConstraints')?.pathLenConstraint;
    if (allowed !== undefined && (!limit || allowed < limit.left)) {
      limit = { by: certificate, allowed, left: allowed };
    }
    constraints.push(...constraintsOf(certificate));
  }
  const [leaf] = chain;
  const { host, email } = expectations;
  const finding =
    (host === undefined ? undefined : hostFinding(leaf!, host)) ??
    (email === undefined ? undefined : emailFinding(leaf!, email));
  return finding && { finding, depth: 0 };
}

function aloneFinding(
  certificate: Certificate,
  isAnchor: boolean,
  isLeaf: boolean,
  { at, allowWeak, strict }: Expectations,
): ChainFinding | undefined {
  const form = isAnchor && !isLeaf ? undefined : formFinding(certificate);
  const weak = allowWeak
    ? undefined
    : ((isAnchor ? undefined : weakHashFinding(certificate)) ?? weakKeyFinding(certificate));
  const rule = brokenRule(certificate, strict);
  return form ?? dateFinding(certificate, at) ?? weak ?? (rule && { reason: 'profile', rule });
}
