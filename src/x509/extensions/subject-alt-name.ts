/** subjectAltName (RFC 5280, 4.2.1.6): the names that the certificate is for; issuerAltName (4.2.1.7) is its like. */
import type { DerReader } from '../../asn1/index.ts';
import { encodeGeneralNames, type GeneralName, readGeneralNames } from '../general-name.ts';

export interface AltName<Kind extends 'subjectAltName' | 'issuerAltName'> {
  readonly kind: Kind;
  readonly names: readonly GeneralName[];
}

export function readAltName<Kind extends 'subjectAltName' | 'issuerAltName'>(
  kind: Kind,
  der: DerReader,
): AltName<Kind> {
  return { kind, names: readGeneralNames(der, kind) };
}

export function encodeAltName({ names }: AltName<'subjectAltName' | 'issuerAltName'>): Uint8Array {
  return encodeGeneralNames(names);
}
