/** CertificateRequest: the server would like to know who the client is, too (RFC 5246, 7.4.4). */
import type { Reader, Writer } from '../../bytes/index.ts';

export interface CertificateRequest {
  readonly type: 'certificate_request';
  readonly certificateTypes: readonly number[];
  readonly supportedSignatureAlgorithms: readonly number[];
  /** Distinguished names of those whose certificates are welcome, as DER. */
  readonly certificateAuthorities: readonly Uint8Array[];
}

const CLAUSE = 'RFC 5246, 7.4.4';

export function readCertificateRequest(reader: Reader): CertificateRequest {
  const types = reader.nested(reader.u8('certificate_types length', CLAUSE), 'certificate_types');
  const certificateTypes: number[] = [];
  while (types.remaining > 0) certificateTypes.push(types.u8('certificate_type', CLAUSE));
  const algorithms = reader.nested(
    reader.u16('supported_signature_algorithms length', CLAUSE),
    'supported_signature_algorithms',
  );
  const supportedSignatureAlgorithms: number[] = [];
  while (algorithms.remaining > 0) {
    supportedSignatureAlgorithms.push(algorithms.u16('SignatureAndHashAlgorithm', CLAUSE));
  }
  const authorities = reader.nested(
    reader.u16('certificate_authorities length', CLAUSE),
    'certificate_authorities',
  );
  const certificateAuthorities: Uint8Array[] = [];
  while (authorities.remaining > 0) {
    const length = authorities.u16('DistinguishedName length', CLAUSE);
    certificateAuthorities.push(authorities.bytes(length, 'DistinguishedName', CLAUSE));
  }
  return {
    type: 'certificate_request',
    certificateTypes,
    supportedSignatureAlgorithms,
    certificateAuthorities,
  };
}

export function writeCertificateRequest(writer: Writer, request: Omit<CertificateRequest, 'type'>): void {
  writer.prefixed(1, (inner) => {
    for (const type of request.certificateTypes) inner.u8(type);
  });
  writer.prefixed(2, (inner) => {
    for (const scheme of request.supportedSignatureAlgorithms) inner.u16(scheme);
  });
  writer.prefixed(2, (inner) => {
    for (const name of request.certificateAuthorities) inner.prefixed(2, (dn) => dn.bytes(name));
  });
}
