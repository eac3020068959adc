/**
 * The numbers that OpenSSL 3 gives the same faults (X509_V_ERR_… of x509_vfy.h), as `openssl verify` prints them: `error 10 at
 * 0 depth lookup`. The tests hold them against the program.
 */
import type { ChainFinding, ChainReason, ProfileRule } from './verdict.ts';

const NUMBERS: Readonly<Partial<Record<ChainReason, number>>> = {
  'no-crl': 3,
  'algorithm-mismatch': 7,
  'bad-signature': 7,
  'crl-bad-signature': 8,
  'not-yet-valid': 9,
  expired: 10,
  'crl-not-yet-valid': 11,
  'crl-expired': 12,
  'self-signed': 18,
  'untrusted-root': 19,
  'missing-issuer': 20,
  'chain-too-long': 22,
  revoked: 23,
  'path-too-long': 25,
  'wrong-purpose': 26,
  'unknown-critical-extension': 34,
  'crl-signer-not-allowed': 35,
  'crl-unknown-critical-extension': 36,
  'name-not-permitted': 47,
  'name-excluded': 48,
  'unsupported-constraint': 51,
  'wrong-email': 63,
  'weak-hash': 68,
  'not-a-ca': 79,
  'no-cert-sign': 79,
};

/**
 * Under -x509_strict; it has no number for nameConstraints in a certificate that is no CA's. Of 81 and 83 OpenSSL says something
 * else first; they are those of its header.
 */
const RULE_NUMBERS: Readonly<Partial<Record<ProfileRule, number>>> = {
  'path-length-without-ca': 80,
  'path-length-without-cert-sign': 81,
  'cert-sign-without-ca': 82,
  'empty-issuer': 83,
  'empty-subject': 84,
  'no-authority-key-identifier': 85,
  'no-subject-key-identifier': 86,
  'empty-alternative-names': 87,
  'alternative-names-not-critical': 88,
  'basic-constraints-not-critical': 89,
  // 90 and 91 are never seen: without -x509_strict and with it, OpenSSL does not know such an extension.
  'authority-key-identifier-critical': 34,
  'subject-key-identifier-critical': 34,
  'ca-without-key-usage': 92,
};

/** Undefined where OpenSSL does not check that. */
export function opensslNumber(finding: ChainFinding, depth: number): number | undefined {
  if (finding.reason === 'wrong-host')
    return finding.host.includes(':') || /^[\d.]+$/.test(finding.host) ? 64 : 62;
  if (finding.reason === 'weak-key') return depth === 0 ? 66 : 67;
  if (finding.reason === 'profile') return RULE_NUMBERS[finding.rule];
  return NUMBERS[finding.reason];
}
