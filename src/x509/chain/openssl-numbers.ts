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

/** X509_V_FLAG_X509_STRICT. */
const RULE_NUMBERS: Readonly<Partial<Record<ProfileRule, number>>> = {};

/** Undefined where OpenSSL does not check that. */
export function opensslNumber(finding: ChainFinding, depth: number): number | undefined {
  if (finding.reason === 'wrong-host')
    return finding.host.includes(':') || /^[\d.]+$/.test(finding.host) ? 64 : 62;
  if (finding.reason === 'weak-key') return depth === 0 ? 66 : 67;
  if (finding.reason === 'profile') return RULE_NUMBERS[finding.rule];
  return NUMBERS[finding.reason];
}
