/**
 * What the AlgorithmIdentifier of a key says: plain RSA, RSA for PSS alone, or something that is not known here
 * (RFC 8017, A.1 and A.2.3; RFC 4055, 1.2 and 3.1).
 */
import { type DerReader, encodeNull, readNull } from '../asn1/index.ts';
import { algorithmName, encodeAlgorithm, RSA_ENCRYPTION, RSASSA_PSS, readAlgorithm } from './algorithms.ts';
import type { PssRestriction } from './key.ts';
import { encodePssParameters, readPssParameters } from './pss-parameters.ts';

export type KeyAlgorithm =
  | { readonly algorithm: 'rsa' }
  | { readonly algorithm: 'rsassa-pss'; readonly restriction?: PssRestriction }
  | { readonly algorithm: 'unknown'; readonly oid: string; readonly name: string };

/** The NULL behind RSA's identifier is demanded, as RFC 8017, A.1 does (OpenSSL reads keys without it, Go does not). */
export function readKeyAlgorithm(der: DerReader, name: string): KeyAlgorithm {
  return readAlgorithm(der, name, (oid, inner): KeyAlgorithm => {
    if (oid === RSA_ENCRYPTION) {
      readNull(inner, `${name} parameters`, 'RFC 8017, A.1');
      return { algorithm: 'rsa' };
    }
    if (oid === RSASSA_PSS) {
      if (inner.remaining === 0) return { algorithm: 'rsassa-pss' };
      return { algorithm: 'rsassa-pss', restriction: readPssParameters(inner) };
    }
    if (inner.remaining > 0) inner.skip(`${name} parameters`);
    return { algorithm: 'unknown', oid, name: algorithmName(oid) };
  });
}

export function encodeKeyAlgorithm(key: Exclude<KeyAlgorithm, { algorithm: 'unknown' }>): Uint8Array {
  if (key.algorithm === 'rsa') return encodeAlgorithm(RSA_ENCRYPTION, encodeNull());
  return encodeAlgorithm(RSASSA_PSS, ...(key.restriction ? [encodePssParameters(key.restriction)] : []));
}
