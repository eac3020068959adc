/**
 * signature_algorithms: the signatures that a client can check, in certificates too (RFC 5246, 7.4.1.4.1; the numbers as
 * RFC 8446, 4.2.3 has them).
 */
import type { Reader, Writer } from '../../bytes/index.ts';
import { readCodePoints, writeCodePoints } from './code-points.ts';

export interface SignatureAlgorithms {
  readonly name: 'signature_algorithms';
  readonly schemes: readonly number[];
}

/** Those that we can check, best first. */
export const SIGNATURE_SCHEMES = {
  rsa_pss_rsae_sha256: 0x0804,
  rsa_pss_rsae_sha384: 0x0805,
  rsa_pss_rsae_sha512: 0x0806,
  rsa_pss_pss_sha256: 0x0809,
  rsa_pss_pss_sha384: 0x080a,
  rsa_pss_pss_sha512: 0x080b,
  rsa_pkcs1_sha256: 0x0401,
  rsa_pkcs1_sha384: 0x0501,
  rsa_pkcs1_sha512: 0x0601,
} as const;

/** Offered only where weak signatures were asked for. */
export const WEAK_SIGNATURE_SCHEMES = { rsa_pkcs1_sha1: 0x0201, rsa_pkcs1_md5: 0x0101 } as const;

export function readSignatureAlgorithms(data: Reader): SignatureAlgorithms {
  const schemes = readCodePoints(
    data,
    'supported_signature_algorithms',
    'SignatureAndHashAlgorithm',
    'RFC 5246, 7.4.1.4.1',
  );
  return { name: 'signature_algorithms', schemes };
}

export function writeSignatureAlgorithms(data: Writer, { schemes }: SignatureAlgorithms): void {
  writeCodePoints(data, schemes);
}
