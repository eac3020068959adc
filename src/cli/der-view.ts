/** The elements of any DER on a terminal: a line for each, nested, with their names; or all of a small one in one line. */
import { type DerNode, oidName, parseDerTree, walkDerTree } from '../asn1/index.ts';
import { toHex } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { colorsOf } from './render.ts';
import type { Session } from './session.ts';
import { allVisible, timeText, visibleText } from './visible.ts';

/** Bytes of a value that are shown; of a longer one the first and last. */
const SHOWN_BYTES = 20;
const SHOWN_ENDS = 8;
/** Characters of an extension that nobody here knows, in one line. */
const SHOWN_TEXT = 200;

export interface DerViewOptions {
  /** Set to show long values in full. */
  readonly all?: boolean;
  /** What the element at an offset is, where somebody knows. */
  readonly fieldAt?: ReadonlyMap<number, string>;
}

/** A heading, and a line for each element. */
export function derLines(session: Session, root: DerNode, options: DerViewOptions = {}): string[] {
  const { all = false, fieldAt } = options;
  const { bold, dim } = colorsOf(session);
  const heading = (['offset', 'header', 'length', 'tag'] as const).map((name) =>
    session.say(`cert.asn1.${name}`),
  );
  const widths = [6, 6, 6, 3] as const;
  const right = (text: string, i: number) => padLeft(text, widths[i]!);
  const lines = [dim(`${heading.map(right).join('  ')}  ${session.say('cert.asn1.element')}`)];
  for (const { node, depth } of walkDerTree(root)) {
    const tag = node.tag.toString(16).padStart(2, '0');
    const place = [String(node.offset), String(node.headerLength), String(node.length), tag].map(right);
    const value = nodeText(session, node, all);
    const field = fieldAt?.get(node.offset);
    const parts = [
      `${place.join('  ')}  ${'  '.repeat(depth)}${bold(node.name)}`,
      ...(value === '' ? [] : [value]),
      ...(field === undefined ? [] : [dim(`-- ${field}`)]),
    ];
    lines.push(parts.join('  '));
  }
  return lines;
}

/** The elements as data. */
export function derJson(node: DerNode, fieldAt?: ReadonlyMap<number, string>): Record<string, unknown> {
  const { offset, headerLength, length, tag, name, value, contents, children } = node;
  const field = fieldAt?.get(offset);
  return {
    offset,
    headerLength,
    length,
    tag,
    name,
    ...(field !== undefined && { field }),
    ...valueJson(node),
    ...(value.kind !== 'constructed' && { contents: toHex(contents) }),
    ...(children.length > 0 && { children: children.map((child) => derJson(child, fieldAt)) }),
  };
}

function valueJson({ value }: DerNode): Record<string, unknown> {
  switch (value.kind) {
    case 'boolean':
      return { value: value.value };
    case 'integer':
      return { value: value.value.toString() };
    case 'oid': {
      const known = oidName(value.oid);
      return { value: value.oid, ...(known !== undefined && { oidName: known }) };
    }
    case 'string':
      return { value: value.text };
    case 'time':
      return { value: value.date.toISOString() };
    case 'bits':
      return { value: toHex(value.bytes), unusedBits: value.unusedBits };
    case 'malformed':
      return { malformed: value.reason };
    default:
      return {};
  }
}

/** The value of one element; empty for one whose parts stand below it. */
function nodeText(session: Session, node: DerNode, all: boolean): string {
  const { value, contents, children } = node;
  const hex = (bytes: Uint8Array) => hexText(session, bytes, all);
  switch (value.kind) {
    case 'boolean':
      return String(value.value);
    case 'integer':
      return contents.length <= 6 ? String(value.value) : hex(contents);
    case 'oid': {
      const known = oidName(value.oid);
      return known === undefined ? value.oid : `${known} (${value.oid})`;
    }
    case 'string':
      return quoted(value.text, all);
    case 'time':
      return timeText(value.date);
    case 'bits': {
      if (children.length > 0) return '';
      if (value.bytes.length > 2) return hex(value.bytes);
      const bits = [...value.bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
      return bits.slice(0, bits.length - value.unusedBits);
    }
    case 'octets':
      return children.length > 0 ? '' : hex(contents);
    case 'untyped':
      return asciiText(contents) ?? hex(contents);
    case 'malformed':
      return session.say('cert.asn1.malformed', { bytes: hex(contents) });
    default:
      return '';
  }
}

function hexText(session: Session, bytes: Uint8Array, all: boolean): string {
  if (all || bytes.length <= SHOWN_BYTES) return toHex(bytes);
  const ends = [bytes.subarray(0, SHOWN_ENDS), bytes.subarray(-SHOWN_ENDS)].map(toHex).join('…');
  return session.say('cert.asn1.cut', { bytes: ends, count: bytes.length });
}

/** What lies under a context tag is often text, an address perhaps: shown so where every octet is a printable one. */
function asciiText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0 || bytes.some((octet) => octet < 0x20 || octet > 0x7e)) return undefined;
  return quoted(String.fromCharCode(...bytes.subarray(0, 4096)), false);
}

function quoted(text: string, all: boolean): string {
  const escaped = text.replace(/["\\]/g, '\\$&');
  const shown = all ? allVisible(escaped) : visibleText(escaped);
  return `"${shown}"`;
}

/** All of it in one line, `{ a, b }` being what is nested; hex where it is no DER. */
export function derText(session: Session, der: Uint8Array): string {
  try {
    const inLine = (node: DerNode): string => {
      if (node.children.length === 0 && node.value.kind !== 'constructed') {
        return nodeText(session, node, false) || node.name;
      }
      return `{ ${node.children.map(inLine).join(', ')} }`.replace('{  }', '{ }');
    };
    return visibleText(inLine(parseDerTree(der)), SHOWN_TEXT);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return hexText(session, der, false);
  }
}

function padLeft(text: string, width: number): string {
  const columns = [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
  return ' '.repeat(Math.max(0, width - columns)) + text;
}
