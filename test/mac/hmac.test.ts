import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, equalConstantTime, fromHex, toHex } from '../../src/bytes/index.ts';
import { HASHES, type HashId, sha224, sha256 } from '../../src/hash/index.ts';
import { hmac } from '../../src/mac/index.ts';
import { samples } from '../samples.ts';
import { vectors } from '../vectors.ts';

const IDS = Object.keys(HASHES) as HashId[];
const ramp = Uint8Array.from({ length: 280 }, (_, i) => i);
const anyBytes = fc.uint8Array({ maxLength: 200 });

describe.each(IDS)('hmac with %s', (id) => {
  const hash = HASHES[id];
  const platform = (key: Uint8Array, msg: Uint8Array) => createHmac(id, key).update(msg).digest('hex');

  // RFC 4231 has no values for SHA-512/224 and SHA-512/256.
  it.each(id.includes('-') ? [] : vectors(`hmac-${id}`))('$id $comment', ({ key, msg, tag }) => {
    const whole = toHex(hmac(hash, fromHex(String(key)), fromHex(String(msg))));
    expect(whole.slice(0, String(tag).length)).toBe(tag);
  });

  it('agrees with the platform for keys of every length around the block', () => {
    for (let length = 0; length <= 2 * hash.blockSize + 1; length++) {
      const key = ramp.subarray(0, length);
      expect(toHex(hmac(hash, key, ramp)), `key of ${length}`).toBe(platform(key, ramp));
    }
  });

  it('agrees with the platform, in pieces, and leaves its inputs alone', () => {
    fc.assert(
      fc.property(anyBytes, fc.array(anyBytes), anyBytes, (key, pieces, last) => {
        const before = [key.slice(), last.slice()];
        const state = hmac.create(hash, key);
        for (const piece of pieces) state.update(piece);
        expect(toHex(state.digestWith(last))).toBe(platform(key, concat(...pieces, last)));
        expect(toHex(state.digest())).toBe(platform(key, concat(...pieces)));
        expect([key, last]).toEqual(before);
      }),
    );
  });
});

describe('hmac', () => {
  it('clones into a state of its own, and may go on after a digest', () => {
    const [key, first, second] = [Uint8Array.of(1), Uint8Array.of(2, 3), Uint8Array.of(4)];
    const state = hmac.create(sha256, key).update(first);
    const clone = state.clone().update(second);
    expect(state.digest()).toEqual(hmac(sha256, key, first));
    expect(clone.digest()).toEqual(hmac(sha256, key, concat(first, second)));
    expect(state.update(second).digest()).toEqual(clone.digest());
  });

  const wycheproof = samples('wycheproof/hmac_sha224_test.json');
  it.skipIf(!wycheproof)('judges every tag of Wycheproof’s HMAC-SHA-224', () => {
    const file = JSON.parse(wycheproof!) as MacFile;
    let judged = 0;
    for (const { tagSize, tests } of file.testGroups) {
      for (const { tcId, key, msg, tag, result } of tests) {
        const expected = hmac(sha224, fromHex(key), fromHex(msg)).subarray(0, tagSize / 8);
        expect(equalConstantTime(expected, fromHex(tag)), `tcId ${tcId}`).toBe(result === 'valid');
        judged++;
      }
    }
    expect(judged).toBe(file.numberOfTests);
  });
});

interface MacFile {
  readonly numberOfTests: number;
  readonly testGroups: readonly {
    readonly tagSize: number;
    readonly tests: readonly {
      readonly tcId: number;
      readonly key: string;
      readonly msg: string;
      readonly tag: string;
      readonly result: string;
    }[];
  }[];
}
