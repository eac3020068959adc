/**
 * Which form a DER file has, told by its first elements: files do not name themselves.
 *
 * | form | SEQUENCE of |
 * |---|---|
 * | PKCS#1 private | INTEGER, INTEGER, INTEGER, … |
 * | PKCS#1 public | INTEGER, INTEGER |
 * | PKCS#8 | INTEGER, SEQUENCE, OCTET STRING, … |
 * | encrypted PKCS#8 | SEQUENCE, OCTET STRING |
 * | SubjectPublicKeyInfo | SEQUENCE, BIT STRING |
 */
import { openDer, TAG } from '../asn1/index.ts';
import { CryptoError, type ErrorCode } from '../errors.ts';
import type { DerForm } from './form.ts';

/** Bytes of a key as DER: an RSA key of 16384 bits takes 9 KiB. */
export const KEY_LIMITS = { maxBytes: 2 ** 16, maxElements: 2 ** 12 } as const;

export function derForm(der: Uint8Array): DerForm {
  const shape = shapeOf(der);
  if (shape === 'iii') return 'pkcs1-private';
  if (shape.startsWith('ii')) return 'pkcs1-public';
  if (shape.startsWith('is')) return 'pkcs8';
  if (shape.startsWith('so')) return 'encrypted-pkcs8';
  if (shape.startsWith('sb')) return 'spki';
  const { code, got } = OTHERS[shape] ?? { code: 'bad-format', got: 'a SEQUENCE of something else' };
  throw new CryptoError(code, `key file: expected a PKCS#1, PKCS#8 or SPKI key, got ${got}`);
}

/** What is under a label, where it is beyond doubt. Undefined also where `der` is damaged: whoever reads it says how. */
export function formInside(der: Uint8Array): DerForm | undefined {
  try {
    return EXACT[shapeOf(der)];
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

const EXACT: Readonly<Record<string, DerForm>> = {
  iii: 'pkcs1-private',
  ii: 'pkcs1-public',
  iso: 'pkcs8',
  so: 'encrypted-pkcs8',
  sb: 'spki',
};

/** A letter for each of the first three elements. */
function shapeOf(der: Uint8Array): string {
  const outer = openDer(der, KEY_LIMITS).open(TAG.sequence, 'key file');
  const tags: (number | undefined)[] = [outer.peekTag()];
  for (let i = 0; i < 2 && outer.remaining > 0; i++) {
    outer.skip('key file');
    tags.push(outer.peekTag());
  }
  return tags.map((tag) => (tag === undefined ? '' : (SHAPES[tag] ?? '?'))).join('');
}

const SHAPES: Readonly<Record<number, string>> = {
  [TAG.integer]: 'i',
  [TAG.bitString]: 'b',
  [TAG.octetString]: 'o',
  [TAG.sequence]: 's',
};

const OTHERS: Readonly<Record<string, { readonly code: ErrorCode; readonly got: string }>> = {
  ssb: { code: 'bad-format', got: 'what may be a certificate' },
  'io?': { code: 'unsupported', got: 'what may be an elliptic-curve key (SEC 1)' },
};
