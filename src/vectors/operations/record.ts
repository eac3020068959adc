/**
 * A request and its output as a test in a file: fields under their names, bytes in lower hex, the output under the name that
 * Wycheproof has for it. Our own files, those of `vectors make`, and assignments are written so.
 */
import { fromHex, toHex } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import type { Field, Output } from '../request.ts';
import type { Fields, VectorOperation } from './operation.ts';

export type JsonField = string | number | boolean | readonly string[];
export type JsonRecord = Readonly<Record<string, JsonField>>;

type Kind = 'bytes' | 'number' | 'text' | 'texts' | 'boolean';

const KINDS: Readonly<Record<string, Kind>> = {
  blockSize: 'number',
  tagSize: 'number',
  offset: 'number',
  size: 'number',
  iterationCount: 'number',
  dkLen: 'number',
  sLen: 'number',
  maxDepth: 'number',
  sha: 'text',
  mgfSha: 'text',
  leaf: 'text',
  at: 'text',
  host: 'text',
  email: 'text',
  purpose: 'text',
  intermediates: 'texts',
  anchors: 'texts',
  crls: 'texts',
  keyUsage: 'texts',
  strict: 'boolean',
};

/** `label` is text to the PRF of TLS, and bytes to OAEP. */
function kindOfField(op: string, name: string): Kind {
  if (name === 'label' && op.startsWith('tls')) return 'text';
  return KINDS[name] ?? 'bytes';
}

export function fieldsToJson(fields: Fields): JsonRecord {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value instanceof Uint8Array ? toHex(value) : value]),
  );
}

/** The fields of an operation in a test; others are passed over, and what is not there is left out. `bad-format` for another type. */
export function fieldsFromJson(
  operation: VectorOperation,
  record: Readonly<Record<string, unknown>>,
): Fields {
  const { name: op, fields, optional = [] } = operation;
  const read: Record<string, Field> = {};
  for (const name of [...fields, ...optional]) {
    const value = record[name];
    if (value !== undefined) read[name] = fieldFromJson(name, kindOfField(op, name), value);
  }
  return read;
}

function fieldFromJson(name: string, kind: Kind, value: unknown): Field {
  if (kind === 'bytes' && typeof value === 'string') return fromHex(value, name);
  if (kind === 'number' && typeof value === 'number' && Number.isFinite(value)) return value;
  if (kind === 'text' && typeof value === 'string') return value;
  if (kind === 'boolean' && typeof value === 'boolean') return value;
  if (kind === 'texts' && Array.isArray(value) && value.every((entry) => typeof entry === 'string')) {
    return value;
  }
  const expected = {
    bytes: 'hex',
    number: 'a number',
    text: 'text',
    texts: 'a list of texts',
    boolean: 'true or false',
  };
  throw new CryptoError(
    'bad-format',
    `${name}: expected ${expected[kind]}, got ${JSON.stringify(value)?.slice(0, 60)}`,
  );
}

/** A tag stands beside its ciphertext in files, and behind it in the output of GCM. Nothing of an operation that judges. */
export function outputToJson({ name, gives }: VectorOperation, output: Output): JsonRecord {
  if (!(output instanceof Uint8Array)) return {};
  if (name !== 'aes-gcm-encrypt') return { [gives]: toHex(output) };
  const end = output.length - 16;
  return { ct: toHex(output.subarray(0, end)), tag: toHex(output.subarray(end)) };
}

/** The output that a test has; `bad-format` where it has none. */
export function outputFromJson(
  { name, gives }: VectorOperation,
  record: Readonly<Record<string, unknown>>,
): Uint8Array {
  const names = name === 'aes-gcm-encrypt' ? ['ct', 'tag'] : [gives];
  const parts = names.map((part) => fieldFromJson(part, 'bytes', record[part]) as Uint8Array);
  return parts.length === 1 ? parts[0]! : Uint8Array.from([...parts[0]!, ...parts[1]!]);
}
