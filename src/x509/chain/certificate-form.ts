/** What is wrong with one certificate alone, whatever stands above it: its form, its dates, its strength. */
import { equalConstantTime } from '../../bytes/index.ts';
import { bitLength } from '../../math/index.ts';
import type { Certificate } from '../certificate.ts';
import { findExtension } from '../extensions/extension.ts';
import { weakHashOf } from '../verify-signature.ts';
import type { ChainFinding } from './verdict.ts';

/** In bits: a modulus of 512 was factored in 1999, one of 829 in 2020. */
const LEAST_KEY_BITS = 1024;

/** RFC 5280, 4.1.2.2: a positive number of at most 20 octets. */
const MAX_SERIAL_BITS = 159;

/** Both ends belong to the validity (RFC 5280, 4.1.2.5). */
export function dateFinding({ validity }: Certificate, at: Date): ChainFinding | undefined {
  const { notBefore, notAfter } = validity;
  if (at < notBefore) return { reason: 'not-yet-valid', notBefore, at };
  // To the end of its last second.
  if (at.getTime() >= notAfter.getTime() + 1000) return { reason: 'expired', notAfter, at };
  return undefined;
}

/** What RFC 5280, 4.1 and 4.2 forbid outright. */
export function formFinding(certificate: Certificate): ChainFinding | undefined {
  const { tbsSignatureAlgorithm, signatureAlgorithm, serialNumber, version, extensions } = certificate;
  if (!equalConstantTime(tbsSignatureAlgorithm.raw, signatureAlgorithm.raw)) {
    return {
      reason: 'algorithm-mismatch',
      inside: tbsSignatureAlgorithm.name,
      outside: signatureAlgorithm.name,
    };
  }
  if (serialNumber <= 0n || bitLength(serialNumber) > MAX_SERIAL_BITS) {
    return { reason: 'invalid-serial', serialNumber };
  }
  if (version < 3 && extensions.length > 0) return { reason: 'invalid-version', version };
  const oids = extensions.map(({ oid }) => oid);
  const twice = oids.find((oid, i) => oids.indexOf(oid) !== i);
  if (twice !== undefined) return { reason: 'duplicate-extension', oid: twice };
  return undefined;
}

/** Critical extensions that path validation does not process: whoever does not understand them must not go on (4.2). */
export function criticalFinding({ extensions }: Certificate): ChainFinding | undefined {
  const unknown = extensions.find(({ critical, value }) => critical && !PROCESSED.has(value.kind));
  return unknown && { reason: 'unknown-critical-extension', oid: unknown.oid };
}

/**
 * Policies are asked for by nobody here, so any will do (6.1.1 (c) and (e)). policyConstraints and its like are not known, and
 * stop a chain where they are critical.
 */
const PROCESSED: ReadonlySet<string> = new Set([
  'basicConstraints',
  'keyUsage',
  'extKeyUsage',
  'subjectAltName',
  'issuerAltName',
  'nameConstraints',
  'certificatePolicies',
  'cRLDistributionPoints',
  'subjectKeyIdentifier',
  'authorityKeyIdentifier',
  'authorityInfoAccess',
]);

/** The hash of the signature on it. */
export function weakHashFinding({ signatureAlgorithm }: Certificate): ChainFinding | undefined {
  const hash = weakHashOf(signatureAlgorithm);
  return hash && { reason: 'weak-hash', hash };
}

/** The key in it. */
export function weakKeyFinding({ publicKey }: Certificate): ChainFinding | undefined {
  if (publicKey.algorithm === 'unknown') return undefined;
  const bits = bitLength(publicKey.rsa.n);
  return bits < LEAST_KEY_BITS ? { reason: 'weak-key', bits, least: LEAST_KEY_BITS } : undefined;
}

/** Whether it may sign certificates (RFC 5280, 6.1.4 (k) and (n)). `isAnchor`: roots of old have no basicConstraints. */
export function signerFinding(certificate: Certificate, isAnchor: boolean): ChainFinding | undefined {
  const { version, extensions } = certificate;
  const constraints = findExtension(extensions, 'basicConstraints');
  const usages = findExtension(extensions, 'keyUsage')?.usages;
  if (constraints ? !constraints.cA : !isAnchor || (version === 3 && !usages)) {
    const why = constraints ? 'says-so' : version === 3 ? 'no-basic-constraints' : 'old-version';
    return { reason: 'not-a-ca', why };
  }
  if (usages && !usages.includes('keyCertSign')) return { reason: 'no-cert-sign', usages };
  return undefined;
}
