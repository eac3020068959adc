/**
 * The one error class of the toolkit, with a closed set of codes.
 *
 * A message names the argument, what was expected and what came. Nothing else is thrown on purpose:
 * any other error that leaves the library is a bug in it.
 */

export type ErrorCode =
  /** A value outside its range, or a name that is not known. */
  | 'bad-argument'
  /** Bytes of a length that does not fit. */
  | 'bad-length'
  /** Text that is not the hex, base64 or number it should be. */
  | 'bad-encoding'
  /** Data that is not in the format it claims (a truncated picture, a damaged file). */
  | 'bad-format'
  /** Decrypted text does not end in the padding asked for. */
  | 'bad-padding'
  /** An authentication tag that does not match. */
  | 'bad-tag'
  /** More than the bound that protects the reader's memory or time. */
  | 'too-large'
  /** Known, but not done here. */
  | 'unsupported'
  /** A check was run and failed. */
  | 'check-failed'
  /** A file or folder that cannot be read or written. */
  | 'io'
  /** The output exists and may not be replaced. */
  | 'exists';

export class CryptoError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'CryptoError';
    this.code = code;
  }
}

/** Throws `bad-argument` unless `value` is a Uint8Array, as Node's Buffer is and those of other realms (frames) are. */
export function expectBytes(name: string, value: unknown): void {
  if (value instanceof Uint8Array || kindOf(value) === 'a Uint8Array') return;
  const hint = typeof value === 'string' ? '; turn text into bytes with utf8(), hex with fromHex()' : '';
  throw new CryptoError('bad-argument', `${name}: expected a Uint8Array, got ${kindOf(value)}${hint}`);
}

/** Throws `bad-argument` unless `value` is a string. */
export function expectText(name: string, value: unknown): void {
  if (typeof value === 'string') return;
  throw new CryptoError('bad-argument', `${name}: expected a string, got ${kindOf(value)}`);
}

/** Throws `bad-argument` unless `value` is a bigint. */
export function expectInteger(name: string, value: unknown): void {
  if (typeof value === 'bigint') return;
  const hint = typeof value === 'number' ? '; write 5n for the bigint 5' : '';
  throw new CryptoError('bad-argument', `${name}: expected a bigint, got ${kindOf(value)}${hint}`);
}

/** Throws as `expectBytes` does, and `bad-length` unless `bytes` has one of the given lengths (in bytes). */
export function expectLength(name: string, bytes: Uint8Array, ...lengths: number[]): void {
  expectBytes(name, bytes);
  if (lengths.includes(bytes.length)) return;
  throw new CryptoError('bad-length', `${name}: expected ${orList(lengths)} bytes, got ${bytes.length}`);
}

/** What an argument is that should be something else: "undefined", "a string", "an Array", "a DataView". */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  const kind = typeof value === 'object' ? Object.prototype.toString.call(value).slice(8, -1) : typeof value;
  return `${/^[aeio]/i.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** "16, 24 or 32" */
export function orList(items: readonly (string | number)[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
