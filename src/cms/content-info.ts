/**
 * ContentInfo (RFC 5652, 3), the outermost element of every message: what it is, and the thing itself.
 */
import {
  contextTag,
  type DerReader,
  encodeExplicit,
  encodeOid,
  encodeSequence,
  oidName,
  openDer,
  readOctetString,
  readOid,
  readSequence,
} from '../asn1/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { type EnvelopedData, readAuthEnvelopedData, readEnvelopedData } from './enveloped-data.ts';
import { CONTENT_TYPE } from './object-identifiers.ts';
import { readSignedData, type SignedData } from './signed-data.ts';

export type Message =
  | { readonly type: 'data'; readonly content: Uint8Array }
  | { readonly type: 'signedData'; readonly signed: SignedData }
  | { readonly type: 'envelopedData'; readonly enveloped: EnvelopedData }
  | { readonly type: 'authEnvelopedData'; readonly enveloped: EnvelopedData };

/** Bytes of one message in DER: content of 16 MiB, and more than any certificates and receivers take. */
export const MAX_MESSAGE = 2 ** 25;

/**
 * One message. `bad-format`, with the byte, for other bytes; `unsupported` for a content type that is none of those above;
 * `too-large` above 32 MiB.
 */
export function parseMessage(der: Uint8Array): Message {
  expectBytes('message', der);
  const reader = openDer(der, { maxBytes: MAX_MESSAGE });
  const message = readSequence(reader, 'CMS ContentInfo', readContentInfo, 'RFC 5652, 3');
  reader.end('CMS ContentInfo');
  return message;
}

function readContentInfo(der: DerReader): Message {
  const oid = readOid(der, 'CMS contentType', 'RFC 5652, 3');
  return readSequence(der, 'CMS content', (inner) => readContent(oid, inner), 'RFC 5652, 3', contextTag(0));
}

/** What stands under a content type: also inside an encryption, without a ContentInfo round it. */
export function readContent(oid: string, der: DerReader): Message {
  switch (oid) {
    case CONTENT_TYPE.data:
      return { type: 'data', content: readOctetString(der, 'CMS data', 'RFC 5652, 4').slice() };
    case CONTENT_TYPE.signedData:
      return { type: 'signedData', signed: readSignedData(der) };
    case CONTENT_TYPE.envelopedData:
      return { type: 'envelopedData', enveloped: readEnvelopedData(der) };
    case CONTENT_TYPE.authEnvelopedData:
      return { type: 'authEnvelopedData', enveloped: readAuthEnvelopedData(der) };
    default:
      throw new CryptoError(
        'unsupported',
        `CMS contentType: expected data, signedData, envelopedData or authEnvelopedData, got ${oidName(oid) ?? oid}`,
      );
  }
}

/** The content of a content type, in its ContentInfo, as DER. */
export function encodeContentInfo(oid: string, content: Uint8Array): Uint8Array {
  return encodeSequence(encodeOid(oid), encodeExplicit(0, content));
}
