/** The same as data: bytes in hex, integers in decimal, times in ISO 8601, names as text. */
import { oidName } from '../../../asn1/index.ts';
import { toHex } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { sha1, sha256 } from '../../../hash/index.ts';
import type { PublicKey } from '../../../keys/index.ts';
import { bitLength } from '../../../math/index.ts';
import {
  type Certificate,
  type CertificateList,
  type CertificationRequest,
  type Extension,
  formatGeneralName,
  formatName,
  type GeneralName,
  parseSctList,
  SCT_LIST,
  type Signed,
  verifySignature,
} from '../../../x509/index.ts';

type Json = Record<string, unknown>;

export function certificateJson(certificate: Certificate): Json {
  const { version, serialNumber, subject, issuer, validity, publicKey, extensions, der } = certificate;
  return {
    kind: 'certificate',
    version,
    serialNumber: serialNumber.toString(),
    subject: formatName(subject),
    issuer: formatName(issuer),
    validity: { notBefore: validity.notBefore.toISOString(), notAfter: validity.notAfter.toISOString() },
    publicKey: keyJson(publicKey),
    ...uniqueIds(certificate),
    extensions: extensions.map(extensionJson),
    ...signatureJson(certificate),
    fingerprints: { sha256: toHex(sha256(der)), sha1: toHex(sha1(der)) },
  };
}

export function requestJson(request: CertificationRequest): Json {
  return {
    kind: 'request',
    subject: formatName(request.subject),
    publicKey: keyJson(request.publicKey),
    attributes: request.attributes.map(({ type, values }) => ({ type, values: values.map(toHex) })),
    extensions: request.extensions.map(extensionJson),
    ...signatureJson(request),
    possession: verifySignature(request, request.publicKey).valid,
  };
}

export function crlJson(crl: CertificateList): Json {
  return {
    kind: 'crl',
    version: crl.version,
    issuer: formatName(crl.issuer),
    thisUpdate: crl.thisUpdate.toISOString(),
    ...(crl.nextUpdate && { nextUpdate: crl.nextUpdate.toISOString() }),
    revoked: crl.revoked.map(({ serialNumber, revocationDate, extensions }) => ({
      serialNumber: serialNumber.toString(),
      revocationDate: revocationDate.toISOString(),
      extensions: extensions.map(extensionJson),
    })),
    extensions: crl.extensions.map(extensionJson),
    ...signatureJson(crl),
  };
}

function keyJson(key: PublicKey): Json {
  if (key.algorithm === 'unknown') {
    return { algorithm: key.name, oid: key.oid, spki: toHex(key.raw) };
  }
  const { n, e } = key.rsa;
  return { algorithm: key.algorithm, bits: bitLength(n), n: n.toString(), e: e.toString() };
}

function uniqueIds({ issuerUniqueId, subjectUniqueId }: Certificate): Json {
  return {
    ...(issuerUniqueId && { issuerUniqueId: toHex(issuerUniqueId) }),
    ...(subjectUniqueId && { subjectUniqueId: toHex(subjectUniqueId) }),
  };
}

function signatureJson({ signatureAlgorithm, signature }: Signed): Json {
  const { oid, name, scheme } = signatureAlgorithm;
  return { signatureAlgorithm: { oid, name, ...(scheme && { scheme }) }, signature: toHex(signature) };
}

function extensionJson({ oid, critical, raw, value }: Extension): Json {
  const { kind, ...fields } = value;
  const known = oidName(oid);
  const name = kind === 'unknown' ? known : kind;
  return {
    oid,
    ...(name !== undefined && { name }),
    critical,
    ...(plain(fields) as Json),
    ...(oid === SCT_LIST && timestampsJson(raw)),
    raw: toHex(raw),
  };
}

function timestampsJson(raw: Uint8Array): Json {
  try {
    return { timestamps: plain(parseSctList(raw)) };
  } catch (error) {
    if (error instanceof CryptoError) return {};
    throw error;
  }
}

/** General names as text, whatever is not JSON as what stands for it. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value) return formatGeneralName(value as GeneralName);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
}
