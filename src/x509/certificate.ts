/**
 * X.509 certificates (RFC 5280, 4.1): a statement of whose key it is, signed by somebody else.
 *
 * Reading is not judging: what a certificate claims is kept as it stands, even where the standard forbids it (a negative
 * serial number, the same extension twice). `verifyChain` judges.
 */
import {
  contextTag,
  type DerReader,
  encodeBitString,
  encodeSequence,
  openBitString,
  openDer,
  readBitString,
  readInteger,
  readOptional,
  readSequence,
  readSmall,
  readTime,
} from '../asn1/index.ts';
import { expectBytes } from '../errors.ts';
import type { PublicKey } from '../keys/index.ts';
import { readSpki } from '../keys/spki.ts';
import { type Extension, readExtensions } from './extensions/extension.ts';
import { type Name, readName } from './name.ts';
import { readSignatureAlgorithm, type SignatureAlgorithm } from './signature-algorithm.ts';

/** What certificates, requests and revocation lists have in common: something signed, how, and the signature. */
export interface Signed {
  /** The bytes under the signature. */
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
  /** The whole, as DER. */
  readonly der: Uint8Array;
}

export interface Validity {
  readonly notBefore: Date;
  /** Valid to the end of this second. */
  readonly notAfter: Date;
}

export interface Certificate extends Signed {
  readonly version: 1 | 2 | 3;
  readonly serialNumber: bigint;
  /** The algorithm once more, under the signature: it must be the same. */
  readonly tbsSignatureAlgorithm: SignatureAlgorithm;
  readonly issuer: Name;
  readonly validity: Validity;
  readonly subject: Name;
  readonly publicKey: PublicKey;
  /** SubjectPublicKeyInfo, as DER. */
  readonly spki: Uint8Array;
  readonly issuerUniqueId?: Uint8Array;
  readonly subjectUniqueId?: Uint8Array;
  /** In their order; none where there are none. */
  readonly extensions: readonly Extension[];
}

const CLAUSE = 'RFC 5280, 4.1';

/** Bytes of one certificate, and elements in it: far more than any that is in use. */
export const CERTIFICATE_LIMITS = { maxBytes: 2 ** 20, maxElements: 2 ** 16 } as const;

/** One certificate. `bad-format`, with what was expected and the byte, for other bytes; `too-large` above 1 MiB. */
export function parseCertificate(der: Uint8Array): Certificate {
  expectBytes('der', der);
  const reader = openDer(der, CERTIFICATE_LIMITS);
  const certificate = readCertificate(reader);
  reader.end('certificate');
  return certificate;
}

/** One certificate among other elements, as messages carry them. */
export function readCertificate(der: DerReader): Certificate {
  return readSigned(der, 'certificate', readTbsCertificate);
}

/** SEQUENCE { what is signed, signatureAlgorithm, signature BIT STRING }. */
export function readSigned<T extends object>(
  der: DerReader,
  name: string,
  read: (inner: DerReader) => T,
): T & Signed {
  const start = der.offset;
  const whole = readSequence(
    der,
    name,
    (inner) => {
      const tbsStart = inner.offset;
      const contents = readSequence(inner, name, read, CLAUSE);
      const tbs = inner.since(tbsStart).slice();
      const signatureAlgorithm = readSignatureAlgorithm(inner, `${name} signatureAlgorithm`);
      // Whole octets: with unused bits one signature would have several encodings.
      const signature = openBitString(inner, `${name} signatureValue`, CLAUSE)
        .rest(`${name} signatureValue`, CLAUSE)
        .slice();
      return { ...contents, tbs, signatureAlgorithm, signature };
    },
    CLAUSE,
  );
  return { ...whole, der: der.since(start).slice() };
}

/** As `readSigned` reads it. */
export function encodeSigned(
  tbs: Uint8Array,
  signatureAlgorithm: Uint8Array,
  signature: Uint8Array,
): Uint8Array {
  return encodeSequence(tbs, signatureAlgorithm, encodeBitString(signature));
}

function readTbsCertificate(der: DerReader): Omit<Certificate, keyof Signed> {
  const version = readOptional(
    der,
    0,
    'certificate version',
    (e) => readSmall(e, 'certificate version', 2),
    CLAUSE,
  );
  const serialNumber = readInteger(der, 'certificate serialNumber', 'RFC 5280, 4.1.2.2');
  const tbsSignatureAlgorithm = readSignatureAlgorithm(der, 'certificate signature');
  const issuer = readName(der, 'certificate issuer');
  const validity = readSequence(der, 'certificate validity', readValidity, 'RFC 5280, 4.1.2.5');
  const subject = readName(der, 'certificate subject');
  const spkiStart = der.offset;
  const publicKey = readSpki(der);
  const spki = der.since(spkiStart).slice();
  const issuerUniqueId = readUniqueId(der, 1, 'certificate issuerUniqueID');
  const subjectUniqueId = readUniqueId(der, 2, 'certificate subjectUniqueID');
  const extensions = readOptional(
    der,
    3,
    'certificate extensions',
    (e) => readExtensions(e, 'certificate extensions'),
    CLAUSE,
  );
  return {
    version: ((version ?? 0) + 1) as 1 | 2 | 3,
    serialNumber,
    tbsSignatureAlgorithm,
    issuer,
    validity,
    subject,
    publicKey,
    spki,
    ...(issuerUniqueId && { issuerUniqueId }),
    ...(subjectUniqueId && { subjectUniqueId }),
    extensions: extensions ?? [],
  };
}

function readValidity(der: DerReader): Validity {
  const notBefore = readTime(der, 'certificate notBefore', 'RFC 5280, 4.1.2.5');
  return { notBefore, notAfter: readTime(der, 'certificate notAfter', 'RFC 5280, 4.1.2.5') };
}

function readUniqueId(der: DerReader, number: number, name: string): Uint8Array | undefined {
  const tag = contextTag(number, false);
  if (der.peekTag() !== tag) return undefined;
  return readBitString(der, name, 'RFC 5280, 4.1.2.8', tag).bytes.slice();
}
