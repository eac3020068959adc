/**
 * Certification requests (PKCS#10, RFC 2986): a name, a key and what is asked for, signed with that very key: whoever asks
 * has it. The wish for extensions is an attribute (RFC 2985, 5.4.2).
 */
import {
  contextTag,
  type DerReader,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  openDer,
  readAny,
  readFilledSetOf,
  readOid,
  readSequence,
  readSetOf,
  readSmall,
} from '../asn1/index.ts';
import { expectBytes } from '../errors.ts';
import type { PublicKey } from '../keys/index.ts';
import { readSpki } from '../keys/spki.ts';
import { CERTIFICATE_LIMITS, readSigned, type Signed } from './certificate.ts';
import { type Extension, encodeExtensions, readExtensions } from './extensions/extension.ts';
import { type Name, readName } from './name.ts';

/** One attribute of a request. */
export interface RequestAttribute {
  readonly type: string;
  /** Each value, as DER. */
  readonly values: readonly Uint8Array[];
}

export interface CertificationRequest extends Signed {
  readonly subject: Name;
  readonly publicKey: PublicKey;
  /** SubjectPublicKeyInfo, as DER. */
  readonly spki: Uint8Array;
  readonly attributes: readonly RequestAttribute[];
  /** The extensions that are asked for, of all attributes that ask. */
  readonly extensions: readonly Extension[];
}

/** extensionRequest (RFC 2985, 5.4.2), and the one that Microsoft used before. */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const EXTENSION_REQUESTS: readonly string[] = [EXTENSION_REQUEST, '1.3.6.1.4.1.311.2.1.14'];

const CLAUSE = 'RFC 2986, 4.1';

/** One request. Errors as for `parseCertificate`. */
export function parseRequest(der: Uint8Array): CertificationRequest {
  expectBytes('der', der);
  const reader = openDer(der, CERTIFICATE_LIMITS);
  const request = readRequest(reader);
  reader.end('request');
  return request;
}

/** One request among other elements. */
export function readRequest(der: DerReader): CertificationRequest {
  return readSigned(der, 'request', readInfo);
}

function readInfo(der: DerReader): Omit<CertificationRequest, keyof Signed> {
  readSmall(der, 'request version', 0, CLAUSE);
  const subject = readName(der, 'request subject');
  const start = der.offset;
  const publicKey = readSpki(der);
  const spki = der.since(start).slice();
  // Demanded by the standard, and yet left out by some programs where there are none.
  const attributes =
    der.peekTag() === contextTag(0)
      ? readSetOf(der, 'request attributes', readAttribute, CLAUSE, contextTag(0))
      : [];
  const extensions = attributes
    .filter(({ type }) => EXTENSION_REQUESTS.includes(type))
    .flatMap(({ values }) => values)
    .flatMap((value) => readExtensions(openDer(value), 'request extensions'));
  return { subject, publicKey, spki, attributes, extensions };
}

function readAttribute(der: DerReader): RequestAttribute {
  const name = 'request attribute';
  return readSequence(
    der,
    name,
    (inner) => {
      const type = readOid(inner, `${name} type`, CLAUSE);
      const values = readFilledSetOf(inner, `${name} values`, (each) => readAny(each, name).slice(), CLAUSE);
      return { type, values };
    },
    CLAUSE,
  );
}

/** The attribute that asks for extensions, as DER. */
export function encodeExtensionRequest(extensions: readonly Extension[]): Uint8Array {
  return encodeSequence(encodeOid(EXTENSION_REQUEST), encodeSetOf(encodeExtensions(extensions)));
}
