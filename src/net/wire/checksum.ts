/**
 * The Internet checksum (RFC 1071): the ones' complement of the ones' complement sum of 16-bit words.
 *
 * It finds accidents, not attackers: whoever alters a packet computes it anew, and swapped words do not change it.
 */
import { expectBytes } from '../../errors.ts';

/** Of all pieces, one behind the other as if they were one; only the last may have an odd length (RFC 1071, 1). */
export function internetChecksum(...pieces: readonly Uint8Array[]): number {
  let sum = 0;
  for (const piece of pieces) {
    expectBytes('pieces', piece);
    const even = piece.length & ~1;
    for (let at = 0; at < even; at += 2) sum += (piece[at]! << 8) | piece[at + 1]!;
    if (even < piece.length) sum += piece[even]! << 8;
  }
  // Carries come back in at the right (RFC 1071, 2: deferred carries).
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return 0xffff - sum;
}
