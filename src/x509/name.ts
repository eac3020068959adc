/**
 * Distinguished names (RFC 5280, 4.1.2.4): a sequence of sets of attributes, of which nearly every set has one.
 *
 * Two names that people read as one may have other bytes: see `compare-names.ts`.
 */
import {
  type AsnString,
  type DerReader,
  derError,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeString,
  isStringTag,
  readAny,
  readFilledSetOf,
  readOid,
  readSequence,
  readSequenceOf,
  readString,
} from '../asn1/index.ts';

/** One `type=value`. */
export interface Attribute {
  /** Its identifier: `2.5.4.3` for CN. */
  readonly type: string;
  /** A string, or the DER of a value of another type. */
  readonly value: AsnString | Uint8Array;
}

/** RelativeDistinguishedName: mostly one attribute. */
export type Rdn = readonly Attribute[];

/** In the order of the encoding, which begins with the widest: the country. */
export type Name = readonly Rdn[];

const CLAUSE = 'RFC 5280, 4.1.2.4';

/** Attributes of one name: far more than any that is in use. */
const MAX_ATTRIBUTES = 256;

export function readName(der: DerReader, name: string, clause = CLAUSE): Name {
  const at = der.offset;
  const rdns = readSequenceOf(der, name, (inner) => readRdn(inner, name), clause);
  const count = rdns.reduce((sum, rdn) => sum + rdn.length, 0);
  if (count > MAX_ATTRIBUTES) throw derError(name, `at most ${MAX_ATTRIBUTES} attributes`, at, `${count}`);
  return rdns;
}

function readRdn(der: DerReader, name: string): Rdn {
  return readFilledSetOf(der, name, (inner) => readAttribute(inner, name), CLAUSE);
}

export function readAttribute(der: DerReader, name: string): Attribute {
  return readSequence(
    der,
    `${name} attribute`,
    (inner) => {
      const type = readOid(inner, `${name} attribute type`, CLAUSE);
      const what = `${name} attribute value`;
      const value = isStringTag(inner.peekTag())
        ? readString(inner, what, CLAUSE)
        : readAny(inner, what, CLAUSE).slice();
      return { type, value };
    },
    CLAUSE,
  );
}

export function encodeName(name: Name): Uint8Array {
  return encodeSequence(...name.map((rdn) => encodeSetOf(...rdn.map(encodeAttribute))));
}

export function encodeAttribute({ type, value }: Attribute): Uint8Array {
  const encoded = value instanceof Uint8Array ? value : encodeString(value);
  return encodeSequence(encodeOid(type), encoded);
}

/** All strings of attributes of this type, as text. */
export function attributeValues(name: Name, type: string): string[] {
  return name
    .flat()
    .flatMap((attribute) =>
      attribute.type === type && !(attribute.value instanceof Uint8Array) ? [attribute.value.text] : [],
    );
}
