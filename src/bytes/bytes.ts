/** Small operations on byte strings. Inputs are never modified. */
import { CryptoError, expectBytes, expectText } from '../errors.ts';

/** All parts, one after the other; for parts that others counted, which may overflow the stack, `concatAll`. */
export function concat(...parts: Uint8Array[]): Uint8Array {
  return concatAll(parts);
}

/** As `concat`, for any number of parts. */
export function concatAll(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) {
    expectBytes('parts', part);
    length += part.length;
  }
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** a xor b, byte by byte; both of one length, else `bad-length`. */
export function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  expectBytes('a', a);
  expectBytes('b', b);
  if (a.length !== b.length) {
    throw new CryptoError(
      'bad-length',
      `xor: expected two equal lengths, got ${a.length} and ${b.length} bytes`,
    );
  }
  const sum = new Uint8Array(a.length);
  for (let i = 0; i < a.length; i++) sum[i] = a[i]! ^ b[i]!;
  return sum;
}

/** Equality in a time that depends on the lengths only, not on where the first difference is. */
export function equalConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  expectBytes('a', a);
  expectBytes('b', b);
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!;
  return difference === 0;
}

const utf8Encoder = new TextEncoder();
const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text as UTF-8 bytes. */
export function utf8(text: string): Uint8Array {
  expectText('text', text);
  return utf8Encoder.encode(text);
}

/** Bytes read as UTF-8; what is not UTF-8 becomes U+FFFD. */
export function fromUtf8(bytes: Uint8Array): string {
  expectBytes('bytes', bytes);
  return utf8Decoder.decode(bytes);
}
