/** What a revocation list may say of one certificate: reasonCode, invalidityDate, certificateIssuer (RFC 5280, 5.3). */
import {
  type DerReader,
  encodeEnumerated,
  encodeGeneralizedTime,
  readEnumerated,
  readGeneralizedTime,
} from '../../asn1/index.ts';
import { encodeGeneralNames, type GeneralName, readGeneralNames } from '../general-name.ts';

/** CRLReason by its number; there is no 7. */
export const CRL_REASONS = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  undefined,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const;

export type CrlReason = Exclude<(typeof CRL_REASONS)[number], undefined>;

export interface ReasonCode {
  readonly kind: 'reasonCode';
  /** Undefined for a number that has no name. */
  readonly reason: CrlReason | undefined;
}

/** When the key became unsafe, as far as it is known. */
export interface InvalidityDate {
  readonly kind: 'invalidityDate';
  readonly date: Date;
}

/** Whose certificate it is, in a list of several issuers. */
export interface CertificateIssuer {
  readonly kind: 'certificateIssuer';
  readonly names: readonly GeneralName[];
}

export function readReasonCode(der: DerReader): ReasonCode {
  return {
    kind: 'reasonCode',
    reason: CRL_REASONS[readEnumerated(der, 'reasonCode', 255, 'RFC 5280, 5.3.1')],
  };
}

export function encodeReasonCode({ reason }: ReasonCode): Uint8Array {
  return encodeEnumerated(Math.max(0, CRL_REASONS.indexOf(reason)));
}

export function readInvalidityDate(der: DerReader): InvalidityDate {
  return { kind: 'invalidityDate', date: readGeneralizedTime(der, 'invalidityDate', 'RFC 5280, 5.3.2') };
}

export function encodeInvalidityDate({ date }: InvalidityDate): Uint8Array {
  return encodeGeneralizedTime(date);
}

export function readCertificateIssuer(der: DerReader): CertificateIssuer {
  return { kind: 'certificateIssuer', names: readGeneralNames(der, 'certificateIssuer') };
}

export function encodeCertificateIssuer({ names }: CertificateIssuer): Uint8Array {
  return encodeGeneralNames(names);
}
