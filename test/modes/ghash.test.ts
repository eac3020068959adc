import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { Ghash, productsOf } from '../../src/modes/ghash.ts';

/** The polynomial 1, so that a block times H is the block: bits count from the left (SP 800-38D, 6.3). */
const ONE = Int32Array.of(1 << 31, 0, 0, 0);

describe('ghash', () => {
  it.each([
    [0, 0, '00000000000000000000000000000000'],
    [1, 2 ** 13, '00000000000000080000000000010000'],
    [2 ** 13, 1, '00000000000100000000000000000008'],
    [2 ** 29, 2 ** 36 - 32, '00000001000000000000007fffffff00'],
    [2 ** 49 + 1, 2 ** 32 + 1, '00100000000000080000000800000008'],
  ])('writes lengths of %d and %d bytes as 64 bits each', (aadLength, textLength, block) => {
    const ghash = new Ghash(productsOf(ONE));
    ghash.updateLengths(aadLength, textLength);
    expect(toHex(ghash.digest())).toBe(block);
  });

  it('completes a partial block with zeros, and starts from nothing after the digest', () => {
    const ghash = new Ghash(productsOf(ONE));
    ghash.update(Uint8Array.of(1, 2, 3));
    expect(toHex(ghash.digest())).toBe('01020300000000000000000000000000');
    expect(toHex(ghash.digest())).toBe('00'.repeat(16));
  });
});
