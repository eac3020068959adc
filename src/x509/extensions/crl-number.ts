/** cRLNumber (RFC 5280, 5.2.3), which grows with each list; deltaCRLIndicator (5.2.4) names the list that a delta adds to. */
import { type DerReader, encodeInteger, readInteger } from '../../asn1/index.ts';

export interface CrlNumber<Kind extends 'cRLNumber' | 'deltaCRLIndicator'> {
  readonly kind: Kind;
  readonly number: bigint;
}

export function readCrlNumber<Kind extends 'cRLNumber' | 'deltaCRLIndicator'>(
  kind: Kind,
  der: DerReader,
): CrlNumber<Kind> {
  return { kind, number: readInteger(der, kind, 'RFC 5280, 5.2.3') };
}

export function encodeCrlNumber({ number }: CrlNumber<'cRLNumber' | 'deltaCRLIndicator'>): Uint8Array {
  return encodeInteger(number);
}
