/** GeneralName (RFC 5280, 4.2.1.6): the nine kinds of names that extensions hold. */
import {
  contextTag,
  type DerReader,
  derError,
  encodeElement,
  encodeExplicit,
  encodeImplicit,
  encodeOid,
  encodeSequence,
  encodeString,
  readAny,
  readIa5String,
  readOctetString,
  readOid,
  readSequence,
  readSequenceOf,
  TAG,
} from '../asn1/index.ts';
import { formatIp } from './ip-address.ts';
import { encodeName, type Name, readName } from './name.ts';
import { formatName } from './name-text.ts';

export type GeneralName =
  | TextName
  /** 4 or 16 bytes; with a mask, in name constraints, 8 or 32. Other numbers are kept as they came, and match nothing. */
  | { readonly kind: 'iPAddress'; readonly bytes: Uint8Array }
  | { readonly kind: 'directoryName'; readonly name: Name }
  | { readonly kind: 'registeredID'; readonly oid: string }
  /** `raw` is the DER of the value, under the type `oid`. */
  | { readonly kind: 'otherName'; readonly oid: string; readonly raw: Uint8Array }
  /** Kept as they came, tag included: nobody uses them. */
  | { readonly kind: 'x400Address' | 'ediPartyName'; readonly raw: Uint8Array };

interface TextName {
  readonly kind: 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier';
  readonly value: string;
}

export type GeneralNameKind = GeneralName['kind'];

const CLAUSE = 'RFC 5280, 4.2.1.6';

/** The numbers of the context tags, and whether what is inside is constructed. */
const NUMBERS: Readonly<Record<GeneralNameKind, number>> = {
  otherName: 0,
  rfc822Name: 1,
  dNSName: 2,
  x400Address: 3,
  directoryName: 4,
  ediPartyName: 5,
  uniformResourceIdentifier: 6,
  iPAddress: 7,
  registeredID: 8,
};

export function readGeneralName(der: DerReader, name: string): GeneralName {
  const tag = der.peekTag();
  const number = tag === undefined ? -1 : tag & 0x1f;
  const kind = (Object.keys(NUMBERS) as GeneralNameKind[]).find((each) => NUMBERS[each] === number);
  if (tag === undefined || kind === undefined || (tag & 0xc0) !== 0x80) {
    throw derError(
      name,
      'a GeneralName, [0] to [8]',
      der.offset,
      tag === undefined ? 'nothing more' : 'another',
    );
  }
  switch (kind) {
    case 'rfc822Name':
    case 'dNSName':
    case 'uniformResourceIdentifier':
      return { kind, value: readIa5String(der, `${name} ${kind}`, CLAUSE, contextTag(number, false)) };
    case 'iPAddress': {
      const bytes = readOctetString(der, `${name} ${kind}`, CLAUSE, contextTag(number, false));
      return { kind, bytes: bytes.slice() };
    }
    case 'registeredID':
      return { kind, oid: readOid(der, `${name} ${kind}`, CLAUSE, contextTag(number, false)) };
    case 'directoryName':
      // A CHOICE cannot be tagged implicitly: the tag is explicit (X.680, 31.2.7).
      return readSequence(
        der,
        `${name} ${kind}`,
        (inner) => ({ kind, name: readName(inner, `${name} ${kind}`, CLAUSE) }),
        CLAUSE,
        contextTag(number),
      );
    case 'otherName':
      return readSequence(
        der,
        `${name} ${kind}`,
        (inner) => {
          const oid = readOid(inner, `${name} ${kind} type-id`, CLAUSE);
          const raw = readSequence(
            inner,
            `${name} ${kind} value`,
            (value) => readAny(value, `${name} ${kind} value`, CLAUSE).slice(),
            CLAUSE,
            contextTag(0),
          );
          return { kind, oid, raw };
        },
        CLAUSE,
        contextTag(number),
      );
    default:
      return { kind, raw: readAny(der, `${name} ${kind}`, CLAUSE).slice() };
  }
}

/** GeneralNames, or those under the IMPLICIT `tag`. There must be one, and yet OpenSSL writes some without. */
export function readGeneralNames(der: DerReader, name: string, tag: number = TAG.sequence): GeneralName[] {
  return readSequenceOf(der, name, (inner) => readGeneralName(inner, name), CLAUSE, tag);
}

export function encodeGeneralNames(names: readonly GeneralName[]): Uint8Array {
  return encodeSequence(...names.map(encodeGeneralName));
}

export function encodeGeneralName(name: GeneralName): Uint8Array {
  const number = NUMBERS[name.kind];
  switch (name.kind) {
    case 'rfc822Name':
    case 'dNSName':
    case 'uniformResourceIdentifier':
      return encodeImplicit(number, encodeString({ tag: TAG.ia5String, text: name.value }));
    case 'iPAddress':
      return encodeElement(contextTag(number, false), name.bytes);
    case 'registeredID':
      return encodeImplicit(number, encodeOid(name.oid));
    case 'directoryName':
      return encodeExplicit(number, encodeName(name.name));
    case 'otherName':
      return encodeElement(contextTag(number), encodeOid(name.oid), encodeExplicit(0, name.raw));
    default:
      return name.raw.slice();
  }
}

/** `DNS:bob.example`, `IP:192.0.2.1`, `email:…`, `URI:…`, as OpenSSL writes them. What a terminal would obey is escaped. */
export function formatGeneralName(name: GeneralName): string {
  switch (name.kind) {
    case 'rfc822Name':
      return `email:${visible(name.value)}`;
    case 'dNSName':
      return `DNS:${visible(name.value)}`;
    case 'uniformResourceIdentifier':
      return `URI:${visible(name.value)}`;
    case 'iPAddress':
      return `IP:${formatSubnet(name.bytes)}`;
    case 'registeredID':
      return `RID:${name.oid}`;
    case 'directoryName':
      return `DirName:${formatName(name.name)}`;
    case 'otherName':
      return `otherName:${name.oid}`;
    default:
      return name.kind;
  }
}

/** An address, or one and its mask. */
function formatSubnet(bytes: Uint8Array): string {
  if (bytes.length !== 8 && bytes.length !== 32) return formatIp(bytes);
  const half = bytes.length / 2;
  return `${formatIp(bytes.subarray(0, half))}/${formatIp(bytes.subarray(half))}`;
}

/** An IA5String is ASCII: its control characters as \xNN. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\\]/gu, (character) =>
    character === '\\' ? '\\\\' : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
