/**
 * Making certificates, requests and revocation lists: what is said is encoded, and signed.
 *
 * Nothing is judged here: a CA that lies, or errs, makes its certificates with the same functions.
 */

import {
  contextTag,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeSequence,
  encodeTime,
} from '../asn1/index.ts';
import { concatAll } from '../bytes/index.ts';
import {
  createSigner,
  encodeSpki,
  type PrivateKey,
  type PublicKey,
  type SignatureScheme,
} from '../keys/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import { type Certificate, encodeSigned, parseCertificate, type Validity } from './certificate.ts';
import { type CertificateList, parseCrl } from './crl.ts';
import type { CrlReason } from './extensions/crl-entry.ts';
import { type Extension, encodeExtensions, makeExtension } from './extensions/extension.ts';
import { encodeName, type Name } from './name.ts';
import { type CertificationRequest, encodeExtensionRequest, parseRequest } from './request.ts';
import { encodeSignatureAlgorithm } from './signature-algorithm.ts';

/** Who signs, and how: PKCS#1 v1.5 with SHA-256 where not given. `random` gives the salts of PSS. */
export interface SigningOptions {
  readonly privateKey: PrivateKey;
  readonly scheme?: SignatureScheme;
  readonly random?: RandomSource;
}

/** What a certificate says. */
export interface CertificateContents {
  /** 3 where not given. */
  readonly version?: 1 | 2 | 3;
  readonly serialNumber: bigint;
  readonly issuer: Name;
  readonly validity: Validity;
  readonly subject: Name;
  readonly publicKey: PublicKey;
  readonly extensions: readonly Extension[];
}

export interface RequestContents {
  readonly subject: Name;
  readonly publicKey: PublicKey;
  /** What is asked for. */
  readonly extensions: readonly Extension[];
}

export interface CrlContents {
  readonly issuer: Name;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  readonly revoked: readonly Revocation[];
  /** cRLNumber and authorityKeyIdentifier, mostly. */
  readonly extensions: readonly Extension[];
}

export interface Revocation {
  readonly serialNumber: bigint;
  readonly revocationDate: Date;
  /** Written unless `unspecified` (RFC 5280, 5.3.1). */
  readonly reason?: CrlReason;
  readonly extensions?: readonly Extension[];
}

const DEFAULT_SCHEME: SignatureScheme = { scheme: 'rsa-pkcs1', hash: 'sha256' };

/** RFC 5280, 4.1. */
export function issueCertificate(contents: CertificateContents, signing: SigningOptions): Certificate {
  const { version = 3, validity, extensions } = contents;
  const algorithm = encodeSignatureAlgorithm(signing.scheme ?? DEFAULT_SCHEME);
  const tbs = encodeSequence(
    ...(version === 1 ? [] : [encodeExplicit(0, encodeInteger(BigInt(version - 1)))]),
    encodeInteger(contents.serialNumber),
    algorithm,
    encodeName(contents.issuer),
    encodeSequence(encodeTime(validity.notBefore), encodeTime(validity.notAfter)),
    encodeName(contents.subject),
    encodeSpki(contents.publicKey),
    ...(extensions.length > 0 ? [encodeExplicit(3, encodeExtensions(extensions))] : []),
  );
  return parseCertificate(sign(tbs, algorithm, signing));
}

/** RFC 2986, 4: `privateKey` is that of `publicKey`, which the signature proves. */
export function makeRequest(contents: RequestContents, signing: SigningOptions): CertificationRequest {
  const { subject, publicKey, extensions } = contents;
  const info = encodeSequence(
    encodeInteger(0n),
    encodeName(subject),
    encodeSpki(publicKey),
    encodeElement(contextTag(0), ...(extensions.length > 0 ? [encodeExtensionRequest(extensions)] : [])),
  );
  return parseRequest(sign(info, encodeSignatureAlgorithm(signing.scheme ?? DEFAULT_SCHEME), signing));
}

/** RFC 5280, 5.1, version 2. */
export function issueCrl(contents: CrlContents, signing: SigningOptions): CertificateList {
  const { issuer, thisUpdate, nextUpdate, revoked, extensions } = contents;
  const algorithm = encodeSignatureAlgorithm(signing.scheme ?? DEFAULT_SCHEME);
  const tbs = encodeSequence(
    encodeInteger(1n),
    algorithm,
    encodeName(issuer),
    encodeTime(thisUpdate),
    ...(nextUpdate ? [encodeTime(nextUpdate)] : []),
    ...(revoked.length > 0 ? [encodeSequence(concatAll(revoked.map(encodeRevocation)))] : []),
    ...(extensions.length > 0 ? [encodeExplicit(0, encodeExtensions(extensions))] : []),
  );
  return parseCrl(sign(tbs, algorithm, signing));
}

function encodeRevocation({ serialNumber, revocationDate, reason, extensions = [] }: Revocation): Uint8Array {
  const all = [
    ...(reason && reason !== 'unspecified' ? [makeExtension({ kind: 'reasonCode', reason })] : []),
    ...extensions,
  ];
  return encodeSequence(
    encodeInteger(serialNumber),
    encodeTime(revocationDate),
    ...(all.length > 0 ? [encodeExtensions(all)] : []),
  );
}

/** The whole, as DER. */
function sign(
  tbs: Uint8Array,
  algorithm: Uint8Array,
  { privateKey, scheme = DEFAULT_SCHEME, random = systemRandom }: SigningOptions,
): Uint8Array {
  return encodeSigned(tbs, algorithm, createSigner(privateKey, random).sign(scheme, tbs));
}
