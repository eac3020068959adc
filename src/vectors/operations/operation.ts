/** What the table of operations consists of: one operation by name, done from scratch and, where there is one, by a reference. */
import { CryptoError, orList } from '../../errors.ts';
import { HASHES, type Hash, type HashId } from '../../hash/index.ts';
import type { Field, Output, Request } from '../request.ts';

export type Fields = Request['fields'];
export type Run = (fields: Fields) => Output;

export interface VectorOperation {
  /** `aes-cbc-encrypt` */
  readonly name: string;
  /** What must be there, in the order in which people read it; and what may be. */
  readonly fields: readonly string[];
  readonly optional?: readonly string[];
  /** What the output is called in files: `ct`, `tag`; `result` of an operation that judges. */
  readonly gives: string;
  /** `number`: big-endian bytes whose leading zeros do not count. `verdict`: true or false. */
  readonly output: 'bytes' | 'number' | 'verdict';
  /** Set where each run gives another output, as encryption with random padding does. */
  readonly randomized?: true;
  /** Ours. Throws CryptoError where it refuses the input. */
  readonly scratch: Run;
  readonly reference?: VectorReference;
}

export interface VectorReference {
  /** Whose it is: `@noble/hashes`, `node:crypto`. */
  readonly name: string;
  /** Loads it; what it gives throws anything where it refuses the input. */
  open(): Promise<Run>;
}

/** A request that lacks a field, or has it in another form: nothing about the implementation. */
export class BadRequest extends Error {}

export function bytes(fields: Fields, name: string): Uint8Array {
  const value = fields[name];
  if (value instanceof Uint8Array) return value;
  throw missing(name, 'bytes', value);
}

/** No bytes where the field is absent. */
export function bytesOrNone(fields: Fields, name: string): Uint8Array {
  return fields[name] === undefined ? NONE : bytes(fields, name);
}

export function integer(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value === 'number') return value;
  throw missing(name, 'a number', value);
}

export function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw missing(name, 'text', value);
}

export function texts(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  if (Array.isArray(value)) return value;
  throw missing(name, 'a list of texts', value);
}

/** Wycheproof's names of hash functions. */
export const SHA_NAMES: Readonly<Record<string, HashId>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-224': 'sha224',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  'SHA-512/224': 'sha512-224',
  'SHA-512/256': 'sha512-256',
};

/** The hash function that a field names, `sha` as a rule; `unsupported` for one that is not here. */
export function hashId(fields: Fields, name = 'sha'): HashId {
  const value = text(fields, name);
  const id = Object.hasOwn(SHA_NAMES, value) ? SHA_NAMES[value] : undefined;
  if (id) return id;
  const known = Object.keys(SHA_NAMES);
  throw new CryptoError('unsupported', `${name}: expected ${orList(known)}, got ${JSON.stringify(value)}`);
}

export function hashOf(fields: Fields, name?: string): Hash {
  return HASHES[hashId(fields, name)];
}

/** The hash function in MGF1: that of the message where the field mgfSha is missing (Wycheproof). */
export function mgfHashOf(fields: Fields): Hash {
  return hashOf(fields, fields.mgfSha === undefined ? 'sha' : 'mgfSha');
}

/** `make(key)`, and for the same array again what it gave before: a key schedule is worth keeping. */
export function keepLast<T>(make: (key: Uint8Array) => T): (key: Uint8Array) => T {
  let last: { readonly key: Uint8Array; readonly made: T } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, made: make(key) };
    return last.made;
  };
}

const NONE = new Uint8Array(0);

function missing(name: string, expected: string, value: Field | undefined): BadRequest {
  return new BadRequest(
    `${name}: expected ${expected}, got ${value === undefined ? 'nothing' : typeof value}`,
  );
}
