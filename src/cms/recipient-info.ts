/**
 * RecipientInfo (RFC 5652, 6.2): the session key once for each receiver, under the key of that one alone.
 *
 * Key transport is read and written: RSA with PKCS#1 v1.5 padding (RFC 3370, 4.2.1) or OAEP (RFC 3560). Other kinds are kept by
 * name, so that a message with several receivers can be opened by those that are known.
 */
import {
  contextTag,
  type DerReader,
  derError,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeSequence,
  oidName,
  openDer,
  readAny,
  readOctetString,
  readSequence,
  readSmall,
  TAG,
} from '../asn1/index.ts';
import { foundTag } from '../asn1/tag.ts';
import { encodeAlgorithm, RSA_ENCRYPTION, readAlgorithm } from '../keys/algorithms.ts';
import type { EncryptionScheme } from '../keys/index.ts';
import { type CertificateIdentifier, encodeIdentifier, readIdentifier } from './identifier.ts';
import { encodeOaepParameters, readOaepParameters } from './oaep-parameters.ts';

export interface KeyTransRecipient {
  readonly kind: 'ktri';
  readonly identifier: CertificateIdentifier;
  /** Absent for an algorithm that is not known here. */
  readonly scheme?: EncryptionScheme;
  /** The name of the algorithm. */
  readonly algorithm: string;
  readonly encryptedKey: Uint8Array;
}

/** Key agreement, a shared key, a password, or something else. */
export interface OtherRecipient {
  readonly kind: 'kari' | 'kekri' | 'pwri' | 'ori';
}

export type Recipient = KeyTransRecipient | OtherRecipient;

const RSAES_OAEP = '1.2.840.113549.1.1.7';
const OTHER = ['', 'kari', 'kekri', 'pwri', 'ori'] as const;

export function readRecipient(der: DerReader): Recipient {
  if (der.peekTag() === TAG.sequence) {
    return readSequence(der, 'CMS KeyTransRecipientInfo', readKeyTransport, 'RFC 5652, 6.2.1');
  }
  for (let number = 1; number < OTHER.length; number++) {
    if (der.peekTag() !== contextTag(number)) continue;
    der.skip('CMS RecipientInfo', 'RFC 5652, 6.2');
    return { kind: OTHER[number] as OtherRecipient['kind'] };
  }
  const tag = der.peekTag();
  throw derError('CMS RecipientInfo', 'a SEQUENCE or [1] to [4]', der.offset, foundTag(tag));
}

function readKeyTransport(der: DerReader): KeyTransRecipient {
  readSmall(der, 'CMS KeyTransRecipientInfo version', 2);
  const identifier = readIdentifier(der, 'CMS receiver');
  const algorithm = readAlgorithm(der, 'CMS keyEncryptionAlgorithm', readKeyEncryption);
  const encryptedKey = readOctetString(der, 'CMS encryptedKey', 'RFC 5652, 6.2.1').slice();
  return { kind: 'ktri', identifier, ...algorithm, encryptedKey };
}

function readKeyEncryption(oid: string, der: DerReader): Pick<KeyTransRecipient, 'scheme' | 'algorithm'> {
  const algorithm = oidName(oid) ?? oid;
  const parameters = der.remaining > 0 ? readAny(der, 'CMS keyEncryptionAlgorithm parameters') : undefined;
  if (oid === RSA_ENCRYPTION) return { algorithm, scheme: { scheme: 'rsa-pkcs1' } };
  if (oid !== RSAES_OAEP) return { algorithm };
  if (!parameters) return { algorithm, scheme: { scheme: 'rsa-oaep', hash: 'sha1', mgfHash: 'sha1' } };
  return { algorithm, scheme: { scheme: 'rsa-oaep', ...readOaepParameters(openDer(parameters)) } };
}

export function encodeRecipient(
  identifier: CertificateIdentifier,
  scheme: EncryptionScheme,
  encryptedKey: Uint8Array,
): Uint8Array {
  const version = identifier.kind === 'issuerAndSerialNumber' ? 0n : 2n;
  return encodeSequence(
    encodeInteger(version),
    encodeIdentifier(identifier),
    encodeKeyEncryption(scheme),
    encodeOctetString(encryptedKey),
  );
}

function encodeKeyEncryption(scheme: EncryptionScheme): Uint8Array {
  if (scheme.scheme === 'rsa-pkcs1') return encodeAlgorithm(RSA_ENCRYPTION, encodeNull());
  const { hash = 'sha1', mgfHash = hash, label = new Uint8Array(0) } = scheme;
  return encodeAlgorithm(RSAES_OAEP, encodeOaepParameters({ hash, mgfHash, label }));
}
