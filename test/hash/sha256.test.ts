import { createHash } from 'node:crypto';
import { sha256 as noble } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import { vectors } from '../vectors.ts';

const platform = (msg: Uint8Array) => createHash('sha256').update(msg).digest('hex');
const ramp = Uint8Array.from({ length: 300 }, (_, i) => (i * 37 + 11) & 255);

describe('sha256', () => {
  it.each(vectors('sha256'))('$id $comment', ({ msg, repeat, digest }) => {
    const piece = fromHex(String(msg));
    const times = Number(repeat ?? 1);
    const whole = new Uint8Array(piece.length * times);
    for (let i = 0; i < times; i++) whole.set(piece, i * piece.length);
    expect(toHex(sha256(whole))).toBe(digest);
  });

  it('says what it is', () => {
    expect(sha256.name).toBe('SHA-256');
    expect([sha256.blockSize, sha256.digestLength, sha256(ramp).length]).toEqual([64, 32, 32]);
  });

  it('agrees with the platform at every length up to four blocks and beyond', () => {
    for (let length = 0; length <= 260; length++) {
      const msg = ramp.subarray(0, length);
      expect(toHex(sha256(msg)), `length ${length}`).toBe(platform(msg));
    }
  });

  it('agrees with noble, and leaves the message alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), (msg) => {
        const before = msg.slice();
        expect(sha256(msg)).toEqual(noble(msg));
        expect(msg).toEqual(before);
      }),
    );
  });

  it('reads a view at its own place in a larger buffer', () => {
    expect(toHex(sha256(ramp.subarray(3, 203)))).toBe(platform(ramp.slice(3, 203)));
  });
});

describe('sha256.create', () => {
  it('gives the same in two pieces, cut anywhere', () => {
    const msg = ramp.subarray(0, 130);
    const whole = toHex(sha256(msg));
    for (let cut = 0; cut <= msg.length; cut++) {
      const state = sha256.create().update(msg.subarray(0, cut)).update(msg.subarray(cut));
      expect(toHex(state.digest()), `cut at ${cut}`).toBe(whole);
    }
  });

  it('gives the same in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
        const state = sha256.create();
        for (const piece of pieces) state.update(piece);
        expect(state.digest()).toEqual(sha256(concat(...pieces)));
      }),
    );
  });

  it('may go on after a digest, as a transcript needs', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 100 })), (pieces) => {
        const state = sha256.create();
        pieces.forEach((piece, i) => {
          expect(state.update(piece).digest()).toEqual(sha256(concat(...pieces.slice(0, i + 1))));
        });
      }),
    );
  });

  it('clones into a state of its own', () => {
    const state = sha256.create().update(ramp.subarray(0, 70));
    const clone = state.clone().update(ramp.subarray(70, 90));
    state.update(ramp.subarray(200, 280));
    expect(toHex(clone.digest())).toBe(platform(ramp.subarray(0, 90)));
    expect(toHex(state.digest())).toBe(platform(concat(ramp.subarray(0, 70), ramp.subarray(200, 280))));
  });

  it('keeps what it has seen when the caller reuses the piece', () => {
    const piece = Uint8Array.of(1, 2, 3);
    const state = sha256.create().update(piece);
    piece.fill(9);
    expect(toHex(state.digest())).toBe(platform(Uint8Array.of(1, 2, 3)));
  });
});
