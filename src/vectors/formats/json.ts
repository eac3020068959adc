/**
 * JSON from strangers: bounded before it is parsed, and read field by field, so that every fault is named with its place.
 */
import { excerpt, fromHex } from '../../bytes/index.ts';
import { CryptoError, kindOf } from '../../errors.ts';

/** In characters; no known file of vectors is half as long. */
export const MAX_TEXT = 64 * 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_STRING = 16 * 1024 * 1024;

/** The value in `text`; `too-large` beyond a bound, `bad-format` for anything but JSON. */
export function parseJson(name: string, text: string): unknown {
  expectTextLength(name, text);
  expectBounds(name, text);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new CryptoError('bad-format', `${name}: expected a JSON document, got ${faultOf(text)}`);
  }
}

export function expectTextLength(name: string, text: string): void {
  if (text.length <= MAX_TEXT) return;
  throw new CryptoError('too-large', `${name}: expected at most ${MAX_TEXT} characters, got ${text.length}`);
}

/** One pass over brackets and quotes, so that neither the parser nor its readers meet a tower of brackets. */
function expectBounds(name: string, text: string): void {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      const start = i;
      i = endOfString(text, i);
      if (i - start - 1 > MAX_STRING) {
        throw new CryptoError(
          'too-large',
          `${name}: expected strings of at most ${MAX_STRING} characters, got a longer one`,
        );
      }
    } else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > MAX_DEPTH) {
        throw new CryptoError('too-large', `${name}: expected at most ${MAX_DEPTH} levels, got more`);
      }
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
}

/** Where the string that begins at `start` ends: the place of its closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** By an odd number of backslashes before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === 0x5c) before--;
  return (at - before) % 2 === 1;
}

function faultOf(text: string): string {
  const end = text.trimEnd();
  if (/^[[{]/.test(text.trimStart()) && !/[\]}]$/.test(end))
    return `a text that ends in ${excerpt(end.slice(-12))}; it was cut`;
  return 'something else';
}

/** An object of the document, with its place: `aes_gcm_test.json: testGroups[0].tests[3]`. */
export class JsonObject {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #file: string;
  readonly #path: string;

  constructor(file: string, path: string, value: unknown) {
    this.#file = file;
    this.#path = path;
    if (!isObject(value)) throw this.fault('an object', value);
    this.#fields = value;
  }

  /** Absent and null are one. */
  has(name: string): boolean {
    return this.value(name) !== undefined;
  }

  value(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? (this.#fields[name] ?? undefined) : undefined;
  }

  get fields(): Readonly<Record<string, unknown>> {
    return this.#fields;
  }

  /** What `read` gives; its errors, which know nothing of the place, are told with it. */
  located<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof CryptoError) || error.message.startsWith(this.#file)) throw error;
      throw new CryptoError(error.code, `${this.placeOf()}: ${error.message}`);
    }
  }

  text(name: string): string {
    const value = this.value(name);
    if (typeof value === 'string') return value;
    throw this.fault('text', value, name);
  }

  textOr<T>(name: string, otherwise: T): string | T {
    return this.has(name) ? this.text(name) : otherwise;
  }

  bytes(name: string): Uint8Array {
    return fromHex(this.text(name), this.placeOf(name));
  }

  integer(name: string): number {
    const value = this.value(name);
    if (Number.isSafeInteger(value)) return value as number;
    throw this.fault('a whole number', value, name);
  }

  number(name: string): number {
    const value = this.value(name);
    if (typeof value === 'number') return value;
    throw this.fault('a number', value, name);
  }

  object(name: string): JsonObject {
    return new JsonObject(this.#file, this.#pathOf(name), this.value(name));
  }

  objects(name: string): JsonObject[] {
    return this.#list(name).map(
      (value, i) => new JsonObject(this.#file, `${this.#pathOf(name)}[${i}]`, value),
    );
  }

  /** An absent list is an empty one. */
  texts(name: string): readonly string[] {
    if (!this.has(name)) return [];
    return this.#list(name).map((value, i) => {
      if (typeof value === 'string') return value;
      throw this.fault('text', value, `${name}[${i}]`);
    });
  }

  /** An error about a field of it. */
  fault(expected: string, got: unknown, name?: string): CryptoError {
    const shown =
      typeof got === 'string' ? excerpt(got) : typeof got === 'number' ? String(got) : kindOf(got);
    return new CryptoError('bad-format', `${this.placeOf(name)}: expected ${expected}, got ${shown}`);
  }

  placeOf(name?: string): string {
    const path = name === undefined ? this.#path : this.#pathOf(name);
    return path === '' ? this.#file : `${this.#file}: ${path}`;
  }

  #pathOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  #list(name: string): readonly unknown[] {
    const value = this.value(name);
    if (Array.isArray(value)) return value;
    throw this.fault('a list', value, name);
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
