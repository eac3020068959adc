/** Certificate revocation lists (RFC 5280, 5): the serial numbers that an issuer takes back, signed by it. */
import {
  type DerReader,
  openDer,
  readInteger,
  readOptional,
  readSequence,
  readSequenceOf,
  readSmall,
  readTime,
  TAG,
} from '../asn1/index.ts';
import { expectBytes } from '../errors.ts';
import { readSigned, type Signed } from './certificate.ts';
import { type Extension, readExtensions } from './extensions/extension.ts';
import { type Name, readName } from './name.ts';
import { readSignatureAlgorithm, type SignatureAlgorithm } from './signature-algorithm.ts';

export interface RevokedCertificate {
  readonly serialNumber: bigint;
  readonly revocationDate: Date;
  /** reasonCode among them. */
  readonly extensions: readonly Extension[];
}

export interface CertificateList extends Signed {
  readonly version: 1 | 2;
  readonly tbsSignatureAlgorithm: SignatureAlgorithm;
  readonly issuer: Name;
  readonly thisUpdate: Date;
  /** By when the next list will be there; demanded by the standard, and yet missing in some. */
  readonly nextUpdate?: Date;
  readonly revoked: readonly RevokedCertificate[];
  readonly extensions: readonly Extension[];
}

const CLAUSE = 'RFC 5280, 5.1';

/** Bytes of one list, and elements in it: lists of great authorities have a million entries. */
const LIMITS = { maxBytes: 2 ** 26, maxElements: 2 ** 23 } as const;

/** One list. `bad-format`, with what was expected and the byte, for other bytes; `too-large` above 64 MiB. */
export function parseCrl(der: Uint8Array): CertificateList {
  expectBytes('der', der);
  const reader = openDer(der, LIMITS);
  const crl = readCrl(reader);
  reader.end('CRL');
  return crl;
}

/** One list among other elements. */
export function readCrl(der: DerReader): CertificateList {
  return readSigned(der, 'CRL', readTbsCertList);
}

function readTbsCertList(der: DerReader): Omit<CertificateList, keyof Signed> {
  const version = der.peekTag() === TAG.integer ? readSmall(der, 'CRL version', 1, CLAUSE) : 0;
  const tbsSignatureAlgorithm = readSignatureAlgorithm(der, 'CRL signature');
  const issuer = readName(der, 'CRL issuer');
  const thisUpdate = readTime(der, 'CRL thisUpdate', CLAUSE);
  const hasNext = der.peekTag() === TAG.utcTime || der.peekTag() === TAG.generalizedTime;
  const nextUpdate = hasNext ? readTime(der, 'CRL nextUpdate', CLAUSE) : undefined;
  const revoked =
    der.peekTag() === TAG.sequence ? readSequenceOf(der, 'CRL revokedCertificates', readRevoked, CLAUSE) : [];
  const extensions = readOptional(
    der,
    0,
    'CRL crlExtensions',
    (inner) => readExtensions(inner, 'CRL crlExtensions'),
    CLAUSE,
  );
  return {
    version: version === 1 ? 2 : 1,
    tbsSignatureAlgorithm,
    issuer,
    thisUpdate,
    ...(nextUpdate && { nextUpdate }),
    revoked,
    extensions: extensions ?? [],
  };
}

function readRevoked(der: DerReader): RevokedCertificate {
  const name = 'CRL revokedCertificate';
  return readSequence(
    der,
    name,
    (inner) => {
      const serialNumber = readInteger(inner, `${name} userCertificate`, CLAUSE);
      const revocationDate = readTime(inner, `${name} revocationDate`, CLAUSE);
      const extensions = inner.remaining > 0 ? readExtensions(inner, `${name} crlEntryExtensions`) : [];
      return { serialNumber, revocationDate, extensions };
    },
    CLAUSE,
  );
}
