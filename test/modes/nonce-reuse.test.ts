import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes } from '../../src/block/index.ts';
import { xor } from '../../src/bytes/index.ts';
import { ctrXor, gcmSeal, ofbXor, reuseNonce } from '../../src/modes/index.ts';
import { pattern, upTo } from './cases.ts';

const cipher = aes(pattern(16));
const iv = pattern(16, 50);
const oneShot = { ctr: ctrXor, ofb: ofbXor, gcm: gcmSeal };

describe.each(['ctr', 'ofb', 'gcm'] as const)('one nonce for two messages in %s', (mode) => {
  it('gives their xor away, and the second to whoever knows the first, as far as both go', () => {
    fc.assert(
      fc.property(upTo(70), upTo(70), (first, second) => {
        const reuse = reuseNonce(cipher, { mode, iv }, first, second);
        const length = Math.min(first.length, second.length);
        const [known, unknown] = [first.subarray(0, length), second.subarray(0, length)];
        expect(reuse.ciphertexts).toEqual([
          oneShot[mode](cipher, iv, first),
          oneShot[mode](cipher, iv, second),
        ]);
        expect(reuse.xored).toEqual(xor(known, unknown));
        expect(reuse.recovered).toEqual(unknown);
      }),
    );
  });
});
