/**
 * What verifying begins with in both schemes: from the signature to the number it was made from (RFC 8017, 8.1.2 and
 * 8.2.2, steps 1 and 2).
 */
import { CryptoError, expectBytes } from '../errors.ts';
import { byteLength, modPow, os2ip } from '../math/index.ts';
import { expectPublicKey, expectPublicNumbers } from './expect-key.ts';
import type { RsaPublicKey } from './key.ts';
import type { CommonRefusal } from './verdict.ts';

/** s^e mod n, or why there is none. Throws only what a wrong program causes: a key or signature of no such type. */
export function openSignature(
  publicKey: RsaPublicKey,
  signature: Uint8Array,
): { readonly valid: true; readonly m: bigint } | CommonRefusal {
  expectPublicNumbers('publicKey', publicKey);
  expectBytes('signature', signature);
  try {
    expectPublicKey('publicKey', publicKey);
  } catch (error) {
    if (error instanceof CryptoError) return { valid: false, reason: 'unusable-key', error };
    throw error;
  }
  const { n, e } = publicKey;
  const k = byteLength(n);
  if (signature.length !== k) {
    return { valid: false, reason: 'wrong-length', expected: k, found: signature.length };
  }
  const s = os2ip(signature);
  if (s >= n) return { valid: false, reason: 'out-of-range' };
  return { valid: true, m: modPow(s, e, n) };
}
