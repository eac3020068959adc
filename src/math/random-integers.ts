/**
 * Random integers from random bytes (SP 800-90A Rev. 1, A.5: the simple discard method).
 */
import { CryptoError } from '../errors.ts';
import type { RandomSource } from '../random/index.ts';
import { bitLength, expectAtLeast, expectBounded } from './integer.ts';
import { os2ip } from './octets.ts';

/** An integer of up to `bits` bits, each random: the last `bits` of the bytes that hold them, drawn in one call. */
export function randomBits(bits: number, random: RandomSource): bigint {
  if (!Number.isInteger(bits) || bits < 0 || bits > MAX_BITS) {
    throw new CryptoError('bad-argument', `bits: expected 0 to ${MAX_BITS}, got ${bits}`);
  }
  return BigInt.asUintN(bits, os2ip(random.bytes(Math.ceil(bits / 8))));
}

/**
 * An integer from 0 to `limit` - 1, each as likely as every other: as many bits as limit - 1 has are drawn until they
 * give one below `limit`. `bad-argument` for a limit under 1.
 */
export function randomBelow(limit: bigint, random: RandomSource): bigint {
  expectBounded('limit', limit);
  expectAtLeast('limit', limit, 1n);
  const bits = bitLength(limit - 1n);
  for (;;) {
    const drawn = randomBits(bits, random);
    if (drawn < limit) return drawn;
  }
}

const MAX_BITS = 32768;
