/**
 * What verifying a chain finds: the chain, or why there is none, at which certificate, with the evidence.
 *
 * A certificate comes from others: whatever is wrong with it is a finding and never an exception.
 */
import type { Certificate } from '../certificate.ts';
import type { CrlReason } from '../extensions/crl-entry.ts';
import type { Name } from '../name.ts';
import type { SignatureVerdict } from '../verify-signature.ts';

/** What is wrong, with what was found and what would have been right. */
export type ChainFinding =
  // No way to an anchor.
  /** The certificate names itself as issuer, and nobody trusts it. */
  | { readonly reason: 'self-signed' }
  /** The chain ends in a root that is not among the anchors. */
  | { readonly reason: 'untrusted-root'; readonly root: Name }
  /** No certificate of the issuer is at hand. */
  | { readonly reason: 'missing-issuer'; readonly issuer: Name }
  /** More certificates than `maxDepth` allows between leaf and anchor. */
  | { readonly reason: 'chain-too-long'; readonly maxDepth: number }
  /** So many candidates or names that looking further is no use. */
  | { readonly reason: 'too-much-work' }
  // The signature.
  /** Not made by the issuer's key, or over other bytes. */
  | { readonly reason: 'bad-signature'; readonly issuer: Certificate; readonly verdict: SignatureVerdict }
  | { readonly reason: 'unsupported-key'; readonly issuer: Certificate; readonly algorithm: string }
  | { readonly reason: 'unsupported-signature'; readonly algorithm: string }
  /** The algorithm under the signature is not the one beside it. */
  | { readonly reason: 'algorithm-mismatch'; readonly inside: string; readonly outside: string }
  | { readonly reason: 'weak-hash'; readonly hash: string }
  | { readonly reason: 'weak-key'; readonly bits: number; readonly least: number }
  // Time.
  | { readonly reason: 'expired'; readonly notAfter: Date; readonly at: Date }
  | { readonly reason: 'not-yet-valid'; readonly notBefore: Date; readonly at: Date }
  // Who may sign.
  /** `why`: its basicConstraints says so, there is none, or it is of a version before them. */
  | { readonly reason: 'not-a-ca'; readonly why: 'says-so' | 'no-basic-constraints' | 'old-version' }
  | { readonly reason: 'no-cert-sign'; readonly usages: readonly string[] }
  /** `by` allows `allowed` CA certificates below it, and this is one more. */
  | { readonly reason: 'path-too-long'; readonly by: Certificate; readonly allowed: number }
  // For what, and for whom.
  /** `needed` is one of a list of key usages or the purpose, by the standard's names. */
  | {
      readonly reason: 'wrong-purpose';
      readonly extension: 'keyUsage' | 'extKeyUsage';
      readonly needed: readonly string[];
      readonly found: readonly string[];
    }
  | { readonly reason: 'wrong-host'; readonly host: string; readonly names: readonly string[] }
  | { readonly reason: 'wrong-email'; readonly email: string; readonly names: readonly string[] }
  // Names that a CA may certify.
  | {
      readonly reason: 'name-not-permitted' | 'name-excluded';
      readonly name: string;
      readonly subtrees: readonly string[];
      readonly by: Certificate;
    }
  /** A constraint on a kind of name, or written in a way, that cannot be judged. */
  | { readonly reason: 'unsupported-constraint'; readonly name: string; readonly by: Certificate }
  // Form.
  | { readonly reason: 'unknown-critical-extension'; readonly oid: string }
  | { readonly reason: 'duplicate-extension'; readonly oid: string }
  | { readonly reason: 'invalid-serial'; readonly serialNumber: bigint }
  /** Extensions in a certificate of version 1 or 2. */
  | { readonly reason: 'invalid-version'; readonly version: number }
  /** A rule of RFC 5280 that the chain does not need; most are checked only where strictness is asked for. */
  | { readonly reason: 'profile'; readonly rule: ProfileRule }
  // Revocation.
  | {
      readonly reason: 'revoked';
      readonly revocationDate: Date;
      readonly why: CrlReason | undefined;
      readonly thisUpdate: Date;
    }
  /** No list of its issuer is at hand that says something about this certificate. */
  | { readonly reason: 'no-crl'; readonly issuer: Name }
  | { readonly reason: 'crl-bad-signature'; readonly issuer: Name }
  | { readonly reason: 'crl-signer-not-allowed'; readonly issuer: Name }
  | { readonly reason: 'crl-expired'; readonly nextUpdate: Date; readonly at: Date }
  | { readonly reason: 'crl-not-yet-valid'; readonly thisUpdate: Date; readonly at: Date }
  | { readonly reason: 'crl-unknown-critical-extension'; readonly oid: string };

export type ChainReason = ChainFinding['reason'];

/** Rules of RFC 5280, 4 that OpenSSL checks under -x509_strict. */
export type ProfileRule =
  | 'ca-without-key-usage'
  | 'basic-constraints-not-critical'
  | 'path-length-without-ca'
  | 'path-length-without-cert-sign'
  | 'cert-sign-without-ca'
  | 'name-constraints-without-ca'
  | 'empty-issuer'
  | 'empty-subject'
  | 'empty-alternative-names'
  | 'alternative-names-not-critical'
  | 'authority-key-identifier-critical'
  | 'subject-key-identifier-critical'
  | 'no-authority-key-identifier'
  | 'no-subject-key-identifier';

/** What was let pass because it was asked for. */
export interface ChainRemark {
  readonly remark: 'weak-hash' | 'weak-key';
  readonly depth: number;
  readonly certificate: Certificate;
  /** `md5`, or the bits of the key. */
  readonly value: string;
}

export interface ChainRefusal {
  readonly valid: false;
  readonly finding: ChainFinding;
  readonly reason: ChainReason;
  /** Of the certificate at fault: 0 is the leaf. */
  readonly depth: number;
  readonly certificate: Certificate;
  /** The certificates that were linked, leaf first; the anchor is the last where it was reached. */
  readonly chain: readonly Certificate[];
  /** Whether the chain ends in an anchor. */
  readonly anchored: boolean;
  /** The number of OpenSSL's error for the same fault (`openssl verify`, X509_V_ERR_…); absent where it does not check that. */
  readonly opensslError?: number;
}

export interface ChainSuccess {
  readonly valid: true;
  /** Leaf first, anchor last; the leaf alone where it is an anchor itself. */
  readonly chain: readonly Certificate[];
  readonly remarks: readonly ChainRemark[];
  /** Those of which no list was asked whether they were revoked. The anchor is never asked for. */
  readonly revocationUnknown: readonly Certificate[];
}

export type ChainVerdict = ChainSuccess | ChainRefusal;
