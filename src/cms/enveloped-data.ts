/**
 * EnvelopedData (RFC 5652, 6.1) and AuthEnvelopedData (RFC 5083, 2.1): content under a session key, and that key once for each
 * receiver.
 *
 * Neither says who wrote it: whoever has the receivers' certificates can make one.
 */
import {
  contextTag,
  type DerReader,
  derError,
  encodeElement,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  readFilledSetOf,
  readOctetString,
  readOid,
  readSequence,
  readSmall,
  TAG,
} from '../asn1/index.ts';
import { concatAll } from '../bytes/index.ts';
import { type ContentCipher, encodeContentCipher, readContentCipher } from './content-cipher.ts';
import { type Recipient, readRecipient } from './recipient-info.ts';

export interface EnvelopedData {
  readonly recipients: readonly Recipient[];
  /** What is inside, as an object identifier. */
  readonly contentType: string;
  readonly cipher: ContentCipher;
  readonly ciphertext: Uint8Array;
  /** The tag of GCM; empty in EnvelopedData. */
  readonly tag: Uint8Array;
  /** What stands under the tag besides: the attributes of AuthEnvelopedData as a SET, or nothing. */
  readonly aad: Uint8Array;
}

/** Each costs a private operation of the one who opens. */
const MAX_RECIPIENTS = 256;

const NONE = new Uint8Array(0);

export function readEnvelopedData(der: DerReader): EnvelopedData {
  return readSequence(
    der,
    'CMS EnvelopedData',
    (inner) => {
      readSmall(inner, 'CMS EnvelopedData version', 4, 'RFC 5652, 6.1');
      const recipients = readRecipients(inner);
      const encrypted = readEncryptedContent(inner, 'cbc');
      if (inner.peekTag() === contextTag(1)) inner.skip('CMS unprotectedAttrs', 'RFC 5652, 6.1');
      return { recipients, ...encrypted, tag: NONE, aad: NONE };
    },
    'RFC 5652, 6.1',
  );
}

export function readAuthEnvelopedData(der: DerReader): EnvelopedData {
  return readSequence(
    der,
    'CMS AuthEnvelopedData',
    (inner) => {
      readSmall(inner, 'CMS AuthEnvelopedData version', 0, 'RFC 5083, 2.1');
      const recipients = readRecipients(inner);
      const encrypted = readEncryptedContent(inner, 'gcm');
      const aad = readAuthenticatedAttributes(inner);
      const tag = readOctetString(inner, 'CMS mac', 'RFC 5083, 2.1').slice();
      const { tagLength } = encrypted.cipher;
      if (tag.length !== tagLength) {
        throw derError('CMS mac', `${tagLength} bytes`, inner.offset - tag.length, `${tag.length}`);
      }
      if (inner.peekTag() === contextTag(2)) inner.skip('CMS unauthAttrs', 'RFC 5083, 2.1');
      return { recipients, ...encrypted, tag, aad };
    },
    'RFC 5083, 2.1',
  );
}

/** `recipients` are encoded; `version2` where one of them is named by its key identifier. */
export function encodeEnvelopedData(
  { cipher, contentType, ciphertext, tag }: Omit<EnvelopedData, 'recipients' | 'aad'>,
  recipients: readonly Uint8Array[],
  version2: boolean,
): Uint8Array {
  const encrypted = encodeSequence(
    encodeOid(contentType),
    encodeContentCipher(cipher),
    encodeElement(contextTag(0, false), ciphertext),
  );
  const isAuthenticated = cipher.tagLength > 0;
  return encodeSequence(
    encodeInteger(!isAuthenticated && version2 ? 2n : 0n),
    encodeSetOf(...recipients),
    encrypted,
    ...(isAuthenticated ? [encodeOctetString(tag)] : []),
  );
}

function readRecipients(der: DerReader): Recipient[] {
  // originatorInfo: certificates for key agreement.
  if (der.peekTag() === contextTag(0)) der.skip('CMS originatorInfo', 'RFC 5652, 6.1');
  const at = der.offset;
  const recipients = readFilledSetOf(der, 'CMS recipientInfos', readRecipient, 'RFC 5652, 6.1');
  if (recipients.length <= MAX_RECIPIENTS) return recipients;
  throw derError('CMS recipientInfos', `at most ${MAX_RECIPIENTS} receivers`, at, `${recipients.length}`);
}

function readEncryptedContent(
  der: DerReader,
  mode: 'cbc' | 'gcm',
): Pick<EnvelopedData, 'contentType' | 'cipher' | 'ciphertext'> {
  return readSequence(
    der,
    'CMS EncryptedContentInfo',
    (inner) => {
      const contentType = readOid(inner, 'CMS encrypted contentType');
      const cipher = readContentCipher(inner, mode);
      return { contentType, cipher, ciphertext: readPieces(inner, 'CMS encryptedContent') };
    },
    'RFC 5652, 6.1',
  );
}

/** [0] IMPLICIT OCTET STRING, in one piece or, from programs that stream, in several. */
function readPieces(der: DerReader, name: string): Uint8Array {
  if (der.peekTag() !== contextTag(0)) {
    return readOctetString(der, name, 'RFC 5652, 6.1', contextTag(0, false)).slice();
  }
  const inner = der.open(contextTag(0), name, 'RFC 5652, 6.1');
  const pieces: Uint8Array[] = [];
  while (inner.remaining > 0) pieces.push(readOctetString(inner, name));
  return concatAll(pieces);
}

/** RFC 5083, 2.2: under the tag they stand as a SET OF, whatever their own tag is. */
function readAuthenticatedAttributes(der: DerReader): Uint8Array {
  if (der.peekTag() !== contextTag(1)) return NONE;
  const start = der.offset;
  der.skip('CMS authAttrs', 'RFC 5083, 2.1');
  const set = der.since(start).slice();
  set[0] = TAG.set;
  return set;
}
