/** SignerInfo (RFC 5652, 5.3): one signature, who claims to have made it, and what about the content it is over. */
import {
  contextTag,
  type DerReader,
  encodeImplicit,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeSequence,
  oidName,
  readAny,
  readNull,
  readOctetString,
  readSequence,
  readSmall,
  TAG,
} from '../asn1/index.ts';
import { equalConstantTime } from '../bytes/index.ts';
import type { HashId } from '../hash/index.ts';
import { encodeAlgorithm, RSA_ENCRYPTION, readAlgorithm } from '../keys/algorithms.ts';
import { encodeHashAlgorithm, hashOfOid } from '../keys/hash-algorithm.ts';
import type { SignatureScheme } from '../keys/index.ts';
import { readSignatureAlgorithm } from '../x509/signature-algorithm.ts';
import { readAttributes, type SignedAttribute } from './attributes.ts';
import { type CertificateIdentifier, encodeIdentifier, readIdentifier } from './identifier.ts';

export interface DigestAlgorithm {
  /** `sha256`, or the identifier of one that is not known here. */
  readonly name: string;
  readonly hash?: HashId;
}

export interface SignerInfo {
  readonly version: number;
  readonly identifier: CertificateIdentifier;
  readonly digestAlgorithm: DigestAlgorithm;
  /** Absent where the signature is over the content itself. */
  readonly signedAttributes?: readonly SignedAttribute[];
  /** The attributes as they are signed: a SET OF. */
  readonly signedBytes?: Uint8Array;
  /** The name of the algorithm, and how to verify it; without that where we cannot. */
  readonly signatureAlgorithm: { readonly name: string; readonly scheme?: SignatureScheme };
  readonly signature: Uint8Array;
}

const CLAUSE = 'RFC 5652, 5.3';

export function readSignerInfo(der: DerReader): SignerInfo {
  return readSequence(
    der,
    'CMS SignerInfo',
    (inner) => {
      const version = readSmall(inner, 'CMS SignerInfo version', 3, CLAUSE);
      const identifier = readIdentifier(inner, 'CMS signer');
      const digestAlgorithm = readDigestAlgorithm(inner);
      const attributes = readSignedAttributes(inner);
      const signatureAlgorithm = readAlgorithmOf(inner, digestAlgorithm);
      const signature = readOctetString(inner, 'CMS signature', CLAUSE).slice();
      if (inner.peekTag() === contextTag(1)) inner.skip('CMS unsignedAttrs', CLAUSE);
      return { version, identifier, digestAlgorithm, ...attributes, signatureAlgorithm, signature };
    },
    CLAUSE,
  );
}

export interface SignerParts {
  readonly identifier: CertificateIdentifier;
  readonly hash: HashId;
  /** The SET OF the attributes, where there are any. */
  readonly signedBytes: Uint8Array | undefined;
  readonly signatureAlgorithm: Uint8Array;
  readonly signature: Uint8Array;
}

export function encodeSignerInfo(parts: SignerParts): Uint8Array {
  const { identifier, signedBytes } = parts;
  return encodeSequence(
    encodeInteger(identifier.kind === 'issuerAndSerialNumber' ? 1n : 3n),
    encodeIdentifier(identifier),
    encodeHashAlgorithm(parts.hash),
    ...(signedBytes ? [encodeImplicit(0, signedBytes)] : []),
    parts.signatureAlgorithm,
    encodeOctetString(parts.signature),
  );
}

export function readDigestAlgorithm(der: DerReader): DigestAlgorithm {
  return readAlgorithm(der, 'CMS digestAlgorithm', (oid, inner) => {
    const hash = hashOfOid(oid);
    if (hash) {
      // RFC 5754, 2: absent, or NULL.
      if (inner.remaining > 0) readNull(inner, 'CMS digestAlgorithm parameters');
      return { name: hash, hash };
    }
    if (inner.remaining > 0) readAny(inner, 'CMS digestAlgorithm parameters');
    return { name: oidName(oid) ?? oid };
  });
}

function readSignedAttributes(der: DerReader): Pick<SignerInfo, 'signedAttributes' | 'signedBytes'> {
  const tag = contextTag(0);
  if (der.peekTag() !== tag) return {};
  const start = der.offset;
  const signedAttributes = readAttributes(der, 'CMS signedAttrs', tag);
  const signedBytes = der.since(start).slice();
  // 5.4: the tag of a SET OF is signed, not the [0] that stands in the message.
  signedBytes[0] = TAG.set;
  return { signedAttributes, signedBytes };
}

/** rsaEncryption with its NULL, and without. */
const PLAIN_RSA = [encodeAlgorithm(RSA_ENCRYPTION, encodeNull()), encodeAlgorithm(RSA_ENCRYPTION)];

/** RFC 3370, 3.2: rsaEncryption alone says PKCS#1 v1.5, with the hash of the digest algorithm. */
function readAlgorithmOf(der: DerReader, { hash }: DigestAlgorithm): SignerInfo['signatureAlgorithm'] {
  const { name, scheme, raw } = readSignatureAlgorithm(der, 'CMS signatureAlgorithm');
  if (scheme) return { name, scheme };
  if (!PLAIN_RSA.some((plain) => equalConstantTime(plain, raw))) return { name };
  return { name: 'rsaEncryption', ...(hash && { scheme: { scheme: 'rsa-pkcs1', hash } }) };
}
