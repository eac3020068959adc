/**
 * How a client judges the certificates of a server (RFC 5246, 7.4.2): whether they are for the host that was meant, lead to
 * somebody who is trusted, and whether their key may receive a premaster secret.
 */
import { CryptoError } from '../../errors.ts';
import { bitLength } from '../../math/index.ts';
import {
  type Certificate,
  type ChainReason,
  type ChainVerdict,
  findExtension,
  formatName,
  parseCertificate,
  verifyChain,
} from '../../x509/index.ts';
import { isCostly, MAX_EXPONENT_BITS } from '../../x509/verify-signature.ts';
import { type AlertDescription, TlsFault } from '../alert.ts';
import type { ClientConfig } from '../machine.ts';

/** A fault of the certificates, with what `verifyChain` said. */
export class CertificateFault extends TlsFault {
  readonly verdict: ChainVerdict;

  constructor(alert: AlertDescription, message: string, verdict: ChainVerdict) {
    super(alert, message);
    this.verdict = verdict;
  }
}

export interface JudgedCertificates {
  /** The server's own first. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  readonly verdict: ChainVerdict | undefined;
}

export function judgeCertificates(
  certificateList: readonly Uint8Array[],
  { anchors = [], crls = [], host, at, allowWeak, verify = true }: ClientConfig,
): JudgedCertificates {
  const [leaf, ...intermediates] = certificateList.map(parse);
  if (!leaf) throw new TlsFault('decode_error', 'certificate_list: expected at least one, got none');
  const certificates = [leaf, ...intermediates] as const;
  expectEncryptionKey(leaf);
  if (!verify) return { certificates, verdict: undefined };
  const verdict = verifyChain(leaf, { anchors, intermediates, crls, host, at, allowWeak, purpose: 'server' });
  if (!verdict.valid) {
    const { reason, depth, certificate } = verdict;
    throw new CertificateFault(
      ALERT_FOR[reason] ?? 'bad_certificate',
      `certificate ${depth}: expected one to be trusted, got ${formatName(certificate.subject)}, which fails: ${reason}`,
      verdict,
    );
  }
  return { certificates, verdict };
}

function parse(der: Uint8Array): Certificate {
  try {
    return parseCertificate(der);
  } catch (error) {
    throw error instanceof CryptoError ? new TlsFault('bad_certificate', error.message) : error;
  }
}

/** 7.4.2: a plain RSA key, whose keyUsage, where there is one, allows keyEncipherment. */
function expectEncryptionKey({ publicKey, extensions }: Certificate): void {
  if (publicKey.algorithm !== 'rsa') {
    const got = publicKey.algorithm === 'unknown' ? publicKey.name : 'RSASSA-PSS';
    throw new TlsFault('unsupported_certificate', `certificate 0: expected a plain RSA key, got ${got}`);
  }
  if (isCostly(publicKey.rsa)) {
    throw new TlsFault(
      'unsupported_certificate',
      `certificate 0: expected an exponent e of at most ${MAX_EXPONENT_BITS} bits with such a long modulus, got ${bitLength(publicKey.rsa.e)}; 65537 is usual`,
    );
  }
  const usages = findExtension(extensions, 'keyUsage')?.usages;
  if (usages && !usages.includes('keyEncipherment')) {
    throw new TlsFault(
      'unsupported_certificate',
      `certificate 0: expected keyEncipherment in keyUsage, as RSA key exchange needs it, got ${usages.join(', ')}`,
    );
  }
}

/** 7.2.2: what each alert is for. */
const ALERT_FOR: Partial<Record<ChainReason, AlertDescription>> = {
  'self-signed': 'unknown_ca',
  'untrusted-root': 'unknown_ca',
  'missing-issuer': 'unknown_ca',
  'chain-too-long': 'unknown_ca',
  expired: 'certificate_expired',
  'not-yet-valid': 'certificate_expired',
  revoked: 'certificate_revoked',
  'no-crl': 'certificate_unknown',
  'crl-expired': 'certificate_unknown',
  'crl-bad-signature': 'certificate_unknown',
  'unsupported-key': 'unsupported_certificate',
  'unsupported-signature': 'unsupported_certificate',
  'wrong-purpose': 'unsupported_certificate',
  'unknown-critical-extension': 'unsupported_certificate',
};
