/**
 * Certificates, requests and revocation lists from files: PEM, of which all blocks are taken, or DER, which holds one.
 */
import { pemDecode } from '../asn1/index.ts';
import { fromUtf8 } from '../bytes/index.ts';
import { CryptoError, expectBytes, orList } from '../errors.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { type CertificateList, parseCrl } from './crl.ts';
import { type CertificationRequest, parseRequest } from './request.ts';

/** The PEM labels (RFC 7468, 5 to 7), and older ones. */
const CERTIFICATE_LABELS = ['CERTIFICATE', 'X509 CERTIFICATE'] as const;
const REQUEST_LABELS = ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'] as const;
const CRL_LABELS = ['X509 CRL', 'CRL'] as const;

/** Certificates of one file; no bundle of roots has more. */
const MAX_CERTIFICATES = 10_000;

/**
 * All certificates of a file, at least one. `bad-format`, with which block it is, for damaged ones and for a file without any.
 */
export function parseCertificates(file: Uint8Array | string): Certificate[] {
  const ders = dersOf(file, 'certificate file', CERTIFICATE_LABELS);
  if (ders.length > MAX_CERTIFICATES) {
    throw new CryptoError(
      'too-large',
      `certificate file: expected at most ${MAX_CERTIFICATES} certificates, got ${ders.length}`,
    );
  }
  return ders.map(({ der, where }) => inBlock(where, () => parseCertificate(der)));
}

/** All revocation lists of a file, at least one. Errors as for `parseCertificates`. */
export function parseCrls(file: Uint8Array | string): CertificateList[] {
  return dersOf(file, 'CRL file', CRL_LABELS).map(({ der, where }) => inBlock(where, () => parseCrl(der)));
}

/** The certification request of a file. Errors as for `parseCertificates`. */
export function parseRequestFile(file: Uint8Array | string): CertificationRequest {
  const [first] = dersOf(file, 'request file', REQUEST_LABELS);
  return inBlock(first!.where, () => parseRequest(first!.der));
}

interface Found {
  readonly der: Uint8Array;
  /** For an error: `PEM block 2`; empty for DER. */
  readonly where: string;
}

function dersOf(file: Uint8Array | string, name: string, labels: readonly string[]): [Found, ...Found[]] {
  if (typeof file !== 'string') expectBytes(name, file);
  const isPem = typeof file === 'string' || file[0] !== 0x30 || startsAsPem(file);
  if (!isPem) return [{ der: file, where: '' }];
  const blocks = pemDecode(file);
  const [first, ...rest] = blocks.flatMap(({ label, der }, i) =>
    labels.includes(label) ? [{ der, where: blocks.length > 1 ? `PEM block ${i + 1}` : '' }] : [],
  );
  if (first) return [first, ...rest];
  const got = [...new Set(blocks.map(({ label }) => label))].slice(0, 3).join(', ');
  throw new CryptoError(
    'bad-format',
    `${name}: expected DER or a PEM block of ${orList(labels)}, got ${got === '' ? describe(file) : got}`,
  );
}

/** A text may begin with a zero, which is also how DER begins. */
function startsAsPem(file: Uint8Array): boolean {
  return file[1] !== undefined && file[1] >= 0x20 && file[1] < 0x7f && /^-----BEGIN /m.test(fromUtf8(file));
}

function describe(file: Uint8Array | string): string {
  return file.length === 0 ? 'an empty file' : 'something else';
}

/** What `read` gives; its errors say in which block of a file it was. */
export function inBlock<T>(where: string, read: () => T): T {
  if (where === '') return read();
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    throw new CryptoError(error.code, `${where}: ${error.message}`);
  }
}
