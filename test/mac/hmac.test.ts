import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import { hmac } from '../../src/mac/index.ts';
import { vectors } from '../vectors.ts';

const anyBytes = fc.uint8Array({ maxLength: 200 });

describe('hmac', () => {
  it.each(vectors('hmac-sha256'))('$id $comment', ({ key, msg, tag }) => {
    const whole = toHex(hmac(sha256, fromHex(String(key)), fromHex(String(msg))));
    expect(whole.slice(0, String(tag).length)).toBe(tag);
  });

  it('agrees with the platform for keys of every length around the block', () => {
    const ramp = Uint8Array.from({ length: 140 }, (_, i) => i);
    for (let length = 0; length <= 140; length++) {
      const key = ramp.subarray(0, length);
      const reference = createHmac('sha256', key).update(ramp).digest('hex');
      expect(toHex(hmac(sha256, key, ramp)), `key of ${length}`).toBe(reference);
    }
  });

  it('agrees with the platform, in pieces, and leaves its inputs alone', () => {
    fc.assert(
      fc.property(anyBytes, fc.array(anyBytes), (key, pieces) => {
        const before = key.slice();
        const state = hmac.create(sha256, key);
        for (const piece of pieces) state.update(piece);
        const reference = createHmac('sha256', key).update(concat(...pieces));
        expect(toHex(state.digest())).toBe(reference.digest('hex'));
        expect(key).toEqual(before);
      }),
    );
  });

  it('clones into a state of its own, and may go on after a digest', () => {
    const [key, first, second] = [Uint8Array.of(1), Uint8Array.of(2, 3), Uint8Array.of(4)];
    const state = hmac.create(sha256, key).update(first);
    const clone = state.clone().update(second);
    expect(state.digest()).toEqual(hmac(sha256, key, first));
    expect(clone.digest()).toEqual(hmac(sha256, key, concat(first, second)));
    expect(state.update(second).digest()).toEqual(clone.digest());
  });
});
