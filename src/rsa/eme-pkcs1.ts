/**
 * EME-PKCS1-v1_5, the block that PKCS#1 v1.5 encrypts (RFC 8017, 7.2.1, step 2, and 7.2.2, step 3).
 */

import { isNegative, isZero, select } from '../bytes/constant-flow.ts';
import { concat } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import type { RandomSource } from '../random/index.ts';

/** What stands round a message in a block: 00 02, eight bytes or more, and 00. */
export const PKCS1_OVERHEAD = 11;

/** EM = 00 02 PS 00 M. `bad-length` unless `ps` has at least eight bytes, `bad-argument` if one of them is zero. */
export function emePkcs1Encode(msg: Uint8Array, ps: Uint8Array): Uint8Array {
  expectBytes('msg', msg);
  expectBytes('ps', ps);
  if (ps.length < 8) {
    throw new CryptoError('bad-length', `ps: expected at least 8 bytes, got ${ps.length}`);
  }
  if (ps.includes(0))
    throw new CryptoError('bad-argument', 'ps: expected bytes that are not zero, got a zero');
  return concat(Uint8Array.of(0x00, 0x02), ps, Uint8Array.of(0x00), msg);
}

/**
 * The message in a block. `bad-padding` for any fault, in the same words for all and after the same work on every byte:
 * who learns which fault it was, or only whether there was one, can decrypt by asking often (Bleichenbacher, 1998).
 */
export function emePkcs1Decode(em: Uint8Array): Uint8Array {
  const { good, start } = scanPkcs1(em);
  if (good === 1) return em.slice(start);
  throw new CryptoError(
    'bad-padding',
    'ciphertext: expected PKCS#1 v1.5 padding inside, found none; the key may be wrong, the padding another, or the data changed',
  );
}

/**
 * The message in a block if the padding is right, `allowed` is 1 and the message as long as `fallback`; else a copy of
 * `fallback`, after the same steps. Which of the two it was is nowhere to be seen.
 */
export function emePkcs1DecodeOr(em: Uint8Array, fallback: Uint8Array, allowed: number): Uint8Array {
  const { good, start } = scanPkcs1(em);
  const expectedStart = em.length - fallback.length;
  const right = good & isZero(start ^ expectedStart) & allowed;
  return fallback.map((byte, i) => select(right, em[expectedStart + i] ?? 0, byte));
}

/** Whether the padding is right (1 or 0), and where the message starts if it is; without a branch on the bytes. */
export function scanPkcs1(em: Uint8Array): { readonly good: number; readonly start: number } {
  expectBytes('em', em);
  let start = 0;
  let seeking = 1;
  for (let i = 2; i < em.length; i++) {
    const ends = seeking & isZero(em[i]!);
    start = select(ends, i + 1, start);
    seeking &= ~ends;
  }
  // A start under 11 means fewer than eight bytes of padding; 0, no end at all.
  const longEnough = isNegative(PKCS1_OVERHEAD - 1 - start);
  const good = isZero(em[0] ?? 1) & isZero((em[1] ?? 0) ^ 2) & longEnough;
  return { good, start };
}

/**
 * `length` bytes that are not zero: as many are drawn in one call, zeros are dropped, as many as are missing are drawn
 * in the next call, and so on.
 */
export function nonZeroBytes(random: RandomSource, length: number): Uint8Array {
  const filled = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const drawn = random.bytes(length - at).filter((byte) => byte !== 0);
    filled.set(drawn, at);
    at += drawn.length;
  }
  return filled;
}
