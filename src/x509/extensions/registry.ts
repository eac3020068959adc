/** All extensions that are read: identifier, reader and writer of each. */
import type { DerReader } from '../../asn1/index.ts';
import {
  type AuthorityInfoAccess,
  encodeAuthorityInfoAccess,
  readAuthorityInfoAccess,
} from './authority-info-access.ts';
import {
  type AuthorityKeyIdentifier,
  encodeAuthorityKeyIdentifier,
  readAuthorityKeyIdentifier,
} from './authority-key-identifier.ts';
import { type BasicConstraints, encodeBasicConstraints, readBasicConstraints } from './basic-constraints.ts';
import {
  type CertificatePolicies,
  encodeCertificatePolicies,
  readCertificatePolicies,
} from './certificate-policies.ts';
import {
  type CrlDistributionPoints,
  encodeCrlDistributionPoints,
  readCrlDistributionPoints,
} from './crl-distribution-points.ts';
import {
  type CertificateIssuer,
  encodeCertificateIssuer,
  encodeInvalidityDate,
  encodeReasonCode,
  type InvalidityDate,
  type ReasonCode,
  readCertificateIssuer,
  readInvalidityDate,
  readReasonCode,
} from './crl-entry.ts';
import { type CrlNumber, encodeCrlNumber, readCrlNumber } from './crl-number.ts';
import { type ExtKeyUsage, encodeExtKeyUsage, readExtKeyUsage } from './ext-key-usage.ts';
import {
  encodeIssuingDistributionPoint,
  type IssuingDistributionPoint,
  readIssuingDistributionPoint,
} from './issuing-distribution-point.ts';
import { encodeKeyUsage, type KeyUsage, readKeyUsage } from './key-usage.ts';
import { encodeNameConstraints, type NameConstraints, readNameConstraints } from './name-constraints.ts';
import { type AltName, encodeAltName, readAltName } from './subject-alt-name.ts';
import {
  encodeSubjectKeyIdentifier,
  readSubjectKeyIdentifier,
  type SubjectKeyIdentifier,
} from './subject-key-identifier.ts';

type KnownValue =
  | BasicConstraints
  | KeyUsage
  | ExtKeyUsage
  | AltName<'subjectAltName'>
  | AltName<'issuerAltName'>
  | SubjectKeyIdentifier
  | AuthorityKeyIdentifier
  | NameConstraints
  | CrlDistributionPoints
  | AuthorityInfoAccess
  | CertificatePolicies
  | CrlNumber<'cRLNumber'>
  | CrlNumber<'deltaCRLIndicator'>
  | IssuingDistributionPoint
  | ReasonCode
  | InvalidityDate
  | CertificateIssuer;

type KnownKind = KnownValue['kind'];

/** What an extension says; `unknown` where its bytes are all we have. */
export type ExtensionValue = KnownValue | { readonly kind: 'unknown' };

interface Codec<K extends KnownKind> {
  readonly oid: string;
  readonly read: (der: DerReader) => Extract<KnownValue, { kind: K }>;
  readonly encode: (value: Extract<KnownValue, { kind: K }>) => Uint8Array;
}

/** RFC 5280, A.1 and A.2. */
const CODECS: { readonly [K in KnownKind]: Codec<K> } = {
  subjectKeyIdentifier: {
    oid: '2.5.29.14',
    read: readSubjectKeyIdentifier,
    encode: encodeSubjectKeyIdentifier,
  },
  keyUsage: { oid: '2.5.29.15', read: readKeyUsage, encode: encodeKeyUsage },
  subjectAltName: {
    oid: '2.5.29.17',
    read: (der) => readAltName('subjectAltName', der),
    encode: encodeAltName,
  },
  issuerAltName: {
    oid: '2.5.29.18',
    read: (der) => readAltName('issuerAltName', der),
    encode: encodeAltName,
  },
  basicConstraints: { oid: '2.5.29.19', read: readBasicConstraints, encode: encodeBasicConstraints },
  cRLNumber: { oid: '2.5.29.20', read: (der) => readCrlNumber('cRLNumber', der), encode: encodeCrlNumber },
  reasonCode: { oid: '2.5.29.21', read: readReasonCode, encode: encodeReasonCode },
  invalidityDate: { oid: '2.5.29.24', read: readInvalidityDate, encode: encodeInvalidityDate },
  deltaCRLIndicator: {
    oid: '2.5.29.27',
    read: (der) => readCrlNumber('deltaCRLIndicator', der),
    encode: encodeCrlNumber,
  },
  issuingDistributionPoint: {
    oid: '2.5.29.28',
    read: readIssuingDistributionPoint,
    encode: encodeIssuingDistributionPoint,
  },
  certificateIssuer: { oid: '2.5.29.29', read: readCertificateIssuer, encode: encodeCertificateIssuer },
  nameConstraints: { oid: '2.5.29.30', read: readNameConstraints, encode: encodeNameConstraints },
  cRLDistributionPoints: {
    oid: '2.5.29.31',
    read: readCrlDistributionPoints,
    encode: encodeCrlDistributionPoints,
  },
  certificatePolicies: {
    oid: '2.5.29.32',
    read: readCertificatePolicies,
    encode: encodeCertificatePolicies,
  },
  authorityKeyIdentifier: {
    oid: '2.5.29.35',
    read: readAuthorityKeyIdentifier,
    encode: encodeAuthorityKeyIdentifier,
  },
  extKeyUsage: { oid: '2.5.29.37', read: readExtKeyUsage, encode: encodeExtKeyUsage },
  authorityInfoAccess: {
    oid: '1.3.6.1.5.5.7.1.1',
    read: readAuthorityInfoAccess,
    encode: encodeAuthorityInfoAccess,
  },
};

export const EXTENSION_IDS = Object.fromEntries(
  Object.entries(CODECS).map(([kind, { oid }]) => [kind, oid]),
) as Readonly<Record<KnownKind, string>>;

const BY_OID: ReadonlyMap<string, Codec<KnownKind>> = new Map(
  Object.values(CODECS).map((codec) => [codec.oid, codec as Codec<KnownKind>]),
);

/** Reads nothing where the identifier is not known. */
export function readValue(oid: string, der: DerReader): ExtensionValue {
  return BY_OID.get(oid)?.read(der) ?? { kind: 'unknown' };
}

export function encodeValue<K extends KnownKind>(value: Extract<KnownValue, { kind: K }>): Uint8Array {
  const codec = CODECS[value.kind as K] as Codec<K>;
  return codec.encode(value);
}
