/**
 * Attributes of a signer (RFC 5652, 11): what he signs about the content, instead of the content itself.
 *
 * The signature is over their SET OF, whose tag in the message is another. Whoever takes the attributes away and gives that SET
 * as the content has a second message under the same signature; so content that looks like attributes is refused where
 * there are none.
 */
import {
  type DerReader,
  derError,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  openDer,
  readAny,
  readFilledSetOf,
  readOctetString,
  readOid,
  readSequence,
  readTime,
  TAG,
} from '../asn1/index.ts';
import { CryptoError } from '../errors.ts';
import { ATTRIBUTE } from './object-identifiers.ts';

export interface SignedAttribute {
  readonly type: string;
  /** Each as DER. */
  readonly values: readonly Uint8Array[];
}

/** Attributes of one signer. */
const MAX_ATTRIBUTES = 64;

/** A SET OF Attribute, under whatever tag. */
export function readAttributes(der: DerReader, name: string, tag: number): SignedAttribute[] {
  const at = der.offset;
  const attributes = readFilledSetOf(der, name, (inner) => readAttribute(inner, name), 'RFC 5652, 5.3', tag);
  if (attributes.length <= MAX_ATTRIBUTES) return attributes;
  throw derError(name, `at most ${MAX_ATTRIBUTES} attributes`, at, `${attributes.length}`);
}

function readAttribute(der: DerReader, name: string): SignedAttribute {
  return readSequence(
    der,
    `${name} attribute`,
    (inner) => {
      const type = readOid(inner, `${name} attribute type`);
      const what = `${name} attribute values`;
      return { type, values: readFilledSetOf(inner, what, (value) => readAny(value, what).slice()) };
    },
    'RFC 5652, 5.3',
  );
}

/** The SET that is signed: contentType, signingTime and messageDigest, in the order of DER. */
export function encodeSignedAttributes(values: {
  readonly contentType: string;
  readonly signingTime: Date;
  readonly messageDigest: Uint8Array;
}): Uint8Array {
  return encodeSetOf(
    encodeAttribute(ATTRIBUTE.contentType, encodeOid(values.contentType)),
    encodeAttribute(ATTRIBUTE.signingTime, encodeTime(values.signingTime)),
    encodeAttribute(ATTRIBUTE.messageDigest, encodeOctetString(values.messageDigest)),
  );
}

function encodeAttribute(type: string, value: Uint8Array): Uint8Array {
  return encodeSequence(encodeOid(type), encodeSetOf(value));
}

export const asOid = (value: Uint8Array) => whole(value, (der) => readOid(der, 'CMS contentType'));
export const asOctets = (value: Uint8Array) =>
  whole(value, (der) => readOctetString(der, 'CMS messageDigest'));
export const asTime = (value: Uint8Array) => whole(value, (der) => readTime(der, 'CMS signingTime'));

/** Undefined where the value is not of its type. */
function whole<T>(value: Uint8Array, read: (der: DerReader) => T): T | undefined {
  try {
    const der = openDer(value);
    const found = read(der);
    der.end('CMS attribute');
    return found;
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

/** Whether `content` is what a signer with attributes signs: a SET of them, a messageDigest among them. */
export function looksLikeAttributes(content: Uint8Array): boolean {
  if (content[0] !== TAG.set) return false;
  const attributes = whole(content, (der) => readAttributes(der, 'CMS content', TAG.set));
  return attributes?.some(({ type }) => type === ATTRIBUTE.messageDigest) ?? false;
}
