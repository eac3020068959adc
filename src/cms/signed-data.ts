/**
 * SignedData (RFC 5652, 5.1): content, in the clear or kept elsewhere, with signatures of any number of signers and certificates
 * that may help to verify them.
 *
 * Reading is not judging: certificates in a message are what its sender chose to put there.
 */
import {
  contextTag,
  type DerReader,
  derError,
  encodeExplicit,
  encodeImplicit,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  readAny,
  readOctetString,
  readOid,
  readOptional,
  readSequence,
  readSetOf,
  readSmall,
  TAG,
} from '../asn1/index.ts';
import { toHex } from '../bytes/index.ts';
import type { HashId } from '../hash/index.ts';
import { encodeHashAlgorithm } from '../keys/hash-algorithm.ts';
import { type Certificate, type CertificateList, parseCertificate, parseCrl } from '../x509/index.ts';
import { CONTENT_TYPE } from './object-identifiers.ts';
import { type DigestAlgorithm, readDigestAlgorithm, readSignerInfo, type SignerInfo } from './signer-info.ts';

export interface SignedData {
  /** Those of all signers. */
  readonly digestAlgorithms: readonly DigestAlgorithm[];
  /** What the content is, as an object identifier. */
  readonly contentType: string;
  /** Absent where the signature is detached: the content is kept elsewhere. */
  readonly content?: Uint8Array;
  readonly certificates: readonly Certificate[];
  readonly crls: readonly CertificateList[];
  readonly signers: readonly SignerInfo[];
}

/** Each signer costs a chain. */
const MAX_SIGNERS = 16;
const MAX_CERTIFICATES = 256;
const MAX_CRLS = 64;

const CLAUSE = 'RFC 5652, 5.1';

export function readSignedData(der: DerReader): SignedData {
  return readSequence(
    der,
    'CMS SignedData',
    (inner) => {
      readSmall(inner, 'CMS SignedData version', 5, CLAUSE);
      const digestAlgorithms = readSetOf(inner, 'CMS digestAlgorithms', readDigestAlgorithm, CLAUSE);
      const encapsulated = readSequence(inner, 'CMS encapContentInfo', readEncapsulated, 'RFC 5652, 5.2');
      const certificates = readCertificates(inner);
      const crls = readCrls(inner);
      const signers = bounded(inner, MAX_SIGNERS, 'signers', () =>
        readSetOf(inner, 'CMS signerInfos', readSignerInfo, CLAUSE),
      );
      return { digestAlgorithms, ...encapsulated, certificates, crls, signers };
    },
    CLAUSE,
  );
}

export interface SignedParts {
  readonly contentType: string;
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly Certificate[];
  readonly hashes: readonly HashId[];
  /** Encoded. */
  readonly signers: readonly Uint8Array[];
  /** Set where a signer is named by its key identifier. */
  readonly version3: boolean;
}

export function encodeSignedData(parts: SignedParts): Uint8Array {
  const { contentType, content, certificates, version3 } = parts;
  const ders = [...new Map(certificates.map(({ der }) => [toHex(der), der])).values()];
  return encodeSequence(
    encodeInteger(version3 || contentType !== CONTENT_TYPE.data ? 3n : 1n),
    encodeSetOf(...[...new Set(parts.hashes)].map(encodeHashAlgorithm)),
    encodeSequence(
      encodeOid(contentType),
      ...(content ? [encodeExplicit(0, encodeOctetString(content))] : []),
    ),
    ...(ders.length > 0 ? [encodeImplicit(0, encodeSetOf(...ders))] : []),
    encodeSetOf(...parts.signers),
  );
}

function readEncapsulated(der: DerReader): Pick<SignedData, 'contentType' | 'content'> {
  const contentType = readOid(der, 'CMS eContentType', 'RFC 5652, 5.2');
  const content = readOptional(
    der,
    0,
    'CMS eContent',
    (inner) => readOctetString(inner, 'CMS eContent').slice(),
    'RFC 5652, 5.2',
  );
  return { contentType, ...(content && { content }) };
}

/** Certificates of other kinds (attribute certificates, PKCS#6) are passed over. */
function readCertificates(der: DerReader): Certificate[] {
  const tag = contextTag(0);
  if (der.peekTag() !== tag) return [];
  const found = bounded(der, MAX_CERTIFICATES, 'certificates', () =>
    readSetOf(der, 'CMS certificates', (inner) => readAny(inner, 'CMS certificates'), CLAUSE, tag),
  );
  return found.filter(([first]) => first === TAG.sequence).map((each) => parseCertificate(each));
}

function readCrls(der: DerReader): CertificateList[] {
  const tag = contextTag(1);
  if (der.peekTag() !== tag) return [];
  const found = bounded(der, MAX_CRLS, 'lists', () =>
    readSetOf(der, 'CMS crls', (inner) => readAny(inner, 'CMS crls'), CLAUSE, tag),
  );
  return found.filter(([first]) => first === TAG.sequence).map((each) => parseCrl(each));
}

function bounded<T>(der: DerReader, most: number, what: string, read: () => T[]): T[] {
  const at = der.offset;
  const found = read();
  if (found.length <= most) return found;
  throw derError('CMS SignedData', `at most ${most} ${what}`, at, `${found.length}`);
}
