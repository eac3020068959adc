/** What the tests of the modes share: their vectors as bytes, arbitraries, and the platform's ciphers. */
import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { vectors } from '../vectors.ts';

export interface ModeCase {
  readonly id: string;
  readonly comment: string;
  readonly result: 'valid' | 'invalid';
  readonly error: ErrorCode | undefined;
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly aad: Uint8Array;
  readonly msg: Uint8Array;
  readonly ct: Uint8Array;
  readonly tag: Uint8Array;
  /** In bits. */
  readonly tagSize: number;
}

export function modeCases(name: string, result: 'valid' | 'invalid'): ModeCase[] {
  const cases = vectors(name).map((vector) => {
    const field = (key: string) => fromHex(String(vector[key] ?? ''));
    return {
      id: vector.id,
      comment: vector.comment,
      result: vector.result,
      error: vector.error,
      key: field('key'),
      iv: field('iv'),
      aad: field('aad'),
      msg: field('msg'),
      ct: field('ct'),
      tag: field('tag'),
      tagSize: Number(vector.tagSize ?? 128),
    };
  });
  return cases.filter((one) => one.result === result);
}

/** Bytes of one length, or of 0 to `max`. */
export const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
export const upTo = (max: number) => fc.uint8Array({ maxLength: max });
export const aesKeys = fc.constantFrom(16, 24, 32).chain(exactly);

/** Every length from 0 to two blocks and one byte more. */
export const boundaryLengths = Array.from({ length: 34 }, (_, length) => length);

/** Bytes that look different at every place, so that a misplaced block shows. */
export function pattern(length: number, from = 0): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i + from) * 167 + ((i + from) >> 8));
}

/** `bytes` at an odd offset of a larger piece of memory, as a file's buffer gives it. */
export function atOddOffset(bytes: Uint8Array): Uint8Array {
  const memory = new Uint8Array(bytes.length + 8).fill(0xee);
  memory.set(bytes, 3);
  return memory.subarray(3, 3 + bytes.length);
}

/** What the platform makes of it; `padded` adds PKCS#7 padding. */
export function platform(
  name: string,
  key: Uint8Array,
  iv: Uint8Array | null,
  msg: Uint8Array,
  padded = false,
): Uint8Array {
  const cipher = createCipheriv(name, key, iv).setAutoPadding(padded);
  return new Uint8Array(Buffer.concat([cipher.update(msg), cipher.final()]));
}

/** Hex of everything, in order: what a test compares to see that inputs are left alone. */
export function fingerprint(...parts: Uint8Array[]): string {
  return parts.map(toHex).join(':');
}
