/**
 * Any DER as a tree, without knowing what it is: for each element its place, its tag and its value.
 *
 * DER does not say what its elements mean, nor whether an OCTET STRING holds further DER. One is opened where an extension
 * stands (a SEQUENCE that begins with an OBJECT IDENTIFIER and ends with it), or where what it holds begins as a SEQUENCE or
 * SET and is one to its last byte: a good guess, which may be wrong. Values are not judged: one that its type does not allow
 * is kept as it stands.
 */
import { CryptoError, expectBytes } from '../errors.ts';
import { readBitString } from './bit-string.ts';
import { readBoolean } from './boolean.ts';
import { type DerLimits, type DerReader, derError, openDer } from './der-reader.ts';
import { readInteger } from './integer.ts';
import { readNull } from './null.ts';
import { readOid } from './oid.ts';
import { isStringTag, readString } from './string.ts';
import { CONSTRUCTED, foundTag, TAG, tagName } from './tag.ts';
import { readTime } from './time.ts';

export interface DerNode {
  /** Of its identifier octet, from the first byte of the whole. */
  readonly offset: number;
  /** Octets of identifier and length. */
  readonly headerLength: number;
  /** Octets of the contents. */
  readonly length: number;
  /** The identifier octet. */
  readonly tag: number;
  /** `SEQUENCE`, `[0]` */
  readonly name: string;
  /** The octets of the contents, as a view. */
  readonly contents: Uint8Array;
  readonly value: DerValue;
  /** Of a constructed element its parts, of an OCTET or BIT STRING that was opened what it holds; else empty. */
  readonly children: readonly DerNode[];
}

/** What stands in an element, after its type. */
export type DerValue =
  | { readonly kind: 'constructed' | 'null' | 'octets' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'oid'; readonly oid: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'time'; readonly date: Date }
  | { readonly kind: 'bits'; readonly bytes: Uint8Array; readonly unusedBits: number }
  /** A primitive element whose type its tag does not tell, or one that is not known here. */
  | { readonly kind: 'untyped' }
  /** Not a value of its type; `reason` says why. */
  | { readonly kind: 'malformed'; readonly reason: string };

/** Each becomes an object: fewer than a reader takes by default. */
const MAX_ELEMENTS = 2 ** 18;
const MAX_DEPTH = 32;

/**
 * The one element that `der` is. `bad-format`, with the byte, where lengths do not fit or bytes follow it; `too-large` above
 * the limits (2^18 elements, 32 levels and 64 MiB where not given).
 */
export function parseDerTree(der: Uint8Array, limits: DerLimits = {}): DerNode {
  expectBytes('der', der);
  const { maxDepth = MAX_DEPTH, maxElements = MAX_ELEMENTS } = limits;
  const reader = openDer(der, { ...limits, maxDepth, maxElements });
  const root = readNode(reader, maxDepth, false);
  reader.end('element');
  return root;
}

/** The node and all below it, each before its children, with their depths. */
export function* walkDerTree(node: DerNode, depth = 0): Generator<{ node: DerNode; depth: number }> {
  yield { node, depth };
  for (const child of node.children) yield* walkDerTree(child, depth + 1);
}

/** `levels` may still be nested, this one included. */
function readNode(der: DerReader, levels: number, behindOid: boolean): DerNode {
  const offset = der.offset;
  const tag = der.peekTag();
  if (tag === undefined) throw derError('element', 'an element', offset, foundTag(tag));
  const inner = der.open(tag, 'element');
  const headerLength = inner.offset - offset;
  const length = inner.remaining;
  const element = der.since(offset);
  const contents = element.subarray(headerLength);
  const place = { offset, headerLength, length, tag, name: tagName(tag), contents };
  if ((tag & CONSTRUCTED) !== 0) {
    return { ...place, value: { kind: 'constructed' }, children: readChildren(inner, levels - 1) };
  }
  const value = decodedValue(tag, element);
  const skipped = heldFrom(value, contents, levels - 1, behindOid && der.remaining === 0);
  if (skipped === undefined) {
    inner.rest('element');
    return { ...place, value, children: [] };
  }
  inner.octets(skipped, 'element');
  return { ...place, value, children: readChildren(inner, levels - 1) };
}

function readChildren(inner: DerReader, levels: number): DerNode[] {
  const children: DerNode[] = [];
  while (inner.remaining > 0) children.push(readNode(inner, levels, children[0]?.tag === TAG.oid));
  return children;
}

/** How many octets of the contents precede the DER they hold; undefined where they hold none. */
function heldFrom(
  value: DerValue,
  contents: Uint8Array,
  levels: number,
  isExtension: boolean,
): number | undefined {
  if (value.kind === 'octets') return isDer(contents, levels, isExtension) ? 0 : undefined;
  if (value.kind !== 'bits' || value.unusedBits !== 0) return undefined;
  return isDer(value.bytes, levels, false) ? 1 : undefined;
}

/** Whether the bytes are one element; of a universal type where `any`, else a SEQUENCE or SET. */
function isDer(bytes: Uint8Array, levels: number, any: boolean): boolean {
  const [tag] = bytes;
  if (tag === undefined || levels < 1) return false;
  if (any ? tag === 0 || tag >= 0x40 : tag !== TAG.sequence && tag !== TAG.set) return false;
  return attempt(() => {
    const reader = openDer(bytes, { maxDepth: levels, maxElements: MAX_ELEMENTS });
    reader.skip('element');
    reader.end('element');
    return true;
  }, false);
}

function decodedValue(tag: number, element: Uint8Array): DerValue {
  if (tag === TAG.octetString) return { kind: 'octets' };
  const der = openDer(element);
  try {
    return readValue(tag, der);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return { kind: 'malformed', reason: error.message };
  }
}

function readValue(tag: number, der: DerReader): DerValue {
  const name = tagName(tag);
  if (isStringTag(tag)) return { kind: 'string', text: readString(der, name).text };
  switch (tag) {
    case TAG.boolean:
      return { kind: 'boolean', value: readBoolean(der, name) };
    case TAG.integer:
      return { kind: 'integer', value: readInteger(der, name) };
    case TAG.enumerated:
      return { kind: 'integer', value: readInteger(der, name, '', tag) };
    case TAG.oid:
      return { kind: 'oid', oid: readOid(der, name) };
    case TAG.bitString:
      return { kind: 'bits', ...readBitString(der, name) };
    case TAG.utcTime:
    case TAG.generalizedTime:
      return { kind: 'time', date: readTime(der, name) };
    case TAG.null:
      readNull(der, name);
      return { kind: 'null' };
    default:
      return { kind: 'untyped' };
  }
}

/** What `run` returns, or `otherwise` where it throws what parsers throw. */
function attempt<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof CryptoError) return otherwise;
    throw error;
  }
}
