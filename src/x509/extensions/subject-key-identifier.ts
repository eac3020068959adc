/** subjectKeyIdentifier (RFC 5280, 4.2.1.2): a short name for the key in this certificate. */
import { type DerReader, encodeOctetString, readOctetString } from '../../asn1/index.ts';

export interface SubjectKeyIdentifier {
  readonly kind: 'subjectKeyIdentifier';
  readonly keyIdentifier: Uint8Array;
}

export function readSubjectKeyIdentifier(der: DerReader): SubjectKeyIdentifier {
  const keyIdentifier = readOctetString(der, 'subjectKeyIdentifier', 'RFC 5280, 4.2.1.2').slice();
  return { kind: 'subjectKeyIdentifier', keyIdentifier };
}

export function encodeSubjectKeyIdentifier({ keyIdentifier }: SubjectKeyIdentifier): Uint8Array {
  return encodeOctetString(keyIdentifier);
}
