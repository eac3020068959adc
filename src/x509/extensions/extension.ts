/**
 * Extensions (RFC 5280, 4.1 and 4.2): an identifier, whether it must be understood, and a value in DER.
 *
 * Those that are known here are read at once; others are kept as they came. Whether a critical one that is unknown is
 * forgiven is not a question for whoever parses.
 */
import {
  type DerReader,
  encodeBoolean,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  openOctetString,
  readBoolean,
  readFilledSequenceOf,
  readOid,
  readSequence,
  TAG,
} from '../../asn1/index.ts';
import { expectBytes } from '../../errors.ts';
import { EXTENSION_IDS, type ExtensionValue, encodeValue, readValue } from './registry.ts';

export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** The DER inside extnValue. */
  readonly raw: Uint8Array;
  readonly value: ExtensionValue;
}

export type ExtensionKind = ExtensionValue['kind'];

const CLAUSE = 'RFC 5280, 4.1';

/** Extensions: at least one. Two of one kind are both kept. */
export function readExtensions(der: DerReader, name: string): Extension[] {
  return readFilledSequenceOf(der, name, (inner) => readExtension(inner, name), CLAUSE);
}

function readExtension(der: DerReader, name: string): Extension {
  return readSequence(
    der,
    name,
    (inner) => {
      const oid = readOid(inner, `${name} extnID`, CLAUSE);
      const critical =
        inner.peekTag() === TAG.boolean ? readBoolean(inner, `${name} critical`, CLAUSE) : false;
      const contents = openOctetString(inner, `${name} extnValue`, CLAUSE);
      const start = contents.offset;
      const value = readValue(oid, contents);
      if (value.kind === 'unknown') contents.rest(`${name} extnValue`, CLAUSE);
      contents.end(value.kind);
      return { oid, critical, raw: contents.since(start).slice(), value };
    },
    CLAUSE,
  );
}

export function encodeExtensions(extensions: readonly Extension[]): Uint8Array {
  return encodeSequence(
    ...extensions.map(({ oid, critical, raw }) =>
      encodeSequence(encodeOid(oid), ...(critical ? [encodeBoolean(true)] : []), encodeOctetString(raw)),
    ),
  );
}

/** An extension from its value; `critical` is as RFC 5280 asks for where it is not given. */
export function makeExtension(
  value: Exclude<ExtensionValue, { kind: 'unknown' }>,
  critical: boolean = CRITICAL.has(value.kind),
): Extension {
  return { oid: EXTENSION_IDS[value.kind], critical, raw: encodeValue(value), value };
}

/** A kind that nobody here knows, or bytes that are none: for lessons and tests. */
export function makeUnknownExtension(oid: string, raw: Uint8Array, critical: boolean): Extension {
  encodeOid(oid);
  expectBytes('raw', raw);
  return { oid, critical, raw, value: { kind: 'unknown' } };
}

/** MUST be critical (keyUsage: SHOULD). */
const CRITICAL: ReadonlySet<ExtensionKind> = new Set([
  'basicConstraints',
  'keyUsage',
  'nameConstraints',
  'issuingDistributionPoint',
  'deltaCRLIndicator',
  'certificateIssuer',
] as const);

/** The value of the first extension of that kind. */
export function findExtension<K extends ExtensionKind>(
  extensions: readonly Extension[],
  kind: K,
): Extract<ExtensionValue, { kind: K }> | undefined {
  for (const { value } of extensions)
    if (value.kind === kind) return value as Extract<ExtensionValue, { kind: K }>;
  return undefined;
}
