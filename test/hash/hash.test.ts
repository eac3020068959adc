/** What holds for every hash function. */
import { createHash } from 'node:crypto';
import * as legacy from '@noble/hashes/legacy.js';
import * as sha2 from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { expectHash, HASHES, type HashId, sha512 } from '../../src/hash/index.ts';
import { samples } from '../samples.ts';
import { vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

const NOBLE: Record<HashId, (msg: Uint8Array) => Uint8Array> = {
  md5: legacy.md5,
  sha1: legacy.sha1,
  sha224: sha2.sha224,
  sha256: sha2.sha256,
  sha384: sha2.sha384,
  sha512: sha2.sha512,
  'sha512-224': sha2.sha512_224,
  'sha512-256': sha2.sha512_256,
};
const IDS = Object.keys(HASHES) as HashId[];
const ramp = Uint8Array.from({ length: 300 }, (_, i) => (i * 37 + 11) & 255);

describe.each(IDS)('%s', (id) => {
  const hash = HASHES[id];
  const platform = (msg: Uint8Array) => createHash(id).update(msg).digest('hex');

  it.each(vectors(id))('$id $comment', ({ msg, repeat, digest }) => {
    const piece = fromHex(String(msg));
    const times = Number(repeat ?? 1);
    const whole = new Uint8Array(piece.length * times);
    for (let i = 0; i < times; i++) whole.set(piece, i * piece.length);
    expect(toHex(hash(whole))).toBe(digest);
  });

  it('agrees with the platform and noble at every length up to 260', () => {
    for (let length = 0; length <= 260; length++) {
      const msg = ramp.subarray(0, length);
      const digest = toHex(hash(msg));
      expect(digest, `length ${length}`).toBe(platform(msg));
      expect(digest, `length ${length}`).toBe(toHex(NOBLE[id](msg)));
      expect(toHex(hash.create().update(msg).digest()), `length ${length}`).toBe(digest);
    }
  });

  it('agrees with noble, and leaves the message alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), (msg) => {
        const before = msg.slice();
        expect(hash(msg)).toEqual(NOBLE[id](msg));
        expect(msg).toEqual(before);
      }),
    );
  });

  it('reads a view at its own place in a larger buffer', () => {
    expect(toHex(hash(ramp.subarray(3, 203)))).toBe(platform(ramp.slice(3, 203)));
    const long = new Uint8Array(1000).map((_, i) => i * i);
    expect(toHex(hash(long.subarray(5)))).toBe(platform(long.slice(5)));
  });

  it('gives the same in two pieces, cut anywhere', () => {
    const msg = ramp.subarray(0, 260);
    const whole = toHex(hash(msg));
    for (let cut = 0; cut <= msg.length; cut++) {
      const state = hash.create().update(msg.subarray(0, cut));
      expect(toHex(state.digestWith(msg.subarray(cut))), `last from ${cut}`).toBe(whole);
      expect(toHex(state.update(msg.subarray(cut)).digest()), `cut at ${cut}`).toBe(whole);
    }
  });

  it('gives the same in pieces of any size, and may go on after a digest', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
        const state = hash.create();
        pieces.forEach((piece, i) => {
          const whole = hash(concat(...pieces.slice(0, i + 1)));
          expect(state.digestWith(piece)).toEqual(whole);
          expect(state.update(piece).digest()).toEqual(whole);
        });
      }),
    );
  });

  it('clones into a state of its own', () => {
    for (const length of [0, 1, 70, 128, 200]) {
      const state = hash.create().update(ramp.subarray(0, length));
      const clone = state.clone().update(ramp.subarray(length, length + 20));
      state.update(ramp.subarray(200, 280));
      expect(toHex(clone.digest())).toBe(platform(ramp.subarray(0, length + 20)));
      expect(toHex(state.digest())).toBe(platform(concat(ramp.subarray(0, length), ramp.subarray(200, 280))));
    }
  });

  it('keeps what it has seen when the caller reuses the piece', () => {
    const piece = Uint8Array.of(1, 2, 3);
    const state = hash.create().update(piece);
    piece.fill(9);
    expect(toHex(state.digest())).toBe(platform(Uint8Array.of(1, 2, 3)));
  });

  it('gives digests that stay, whatever is hashed next', () => {
    const state = hash.create().update(ramp);
    const digests = [hash(ramp), state.digest(), state.digestWith(ramp)];
    const before = digests.map(toHex);
    hash(new Uint8Array(500));
    state.update(ramp).digestWith(ramp);
    expect(digests.map(toHex)).toEqual(before);
  });
});

describe('the hash functions', () => {
  it('say what they are', () => {
    const told = IDS.map((id) => HASHES[id]).map((hash) => [
      hash.name,
      hash.blockSize,
      hash.digestLength,
      hash(ramp).length,
    ]);
    expect(told).toEqual([
      ['MD5', 64, 16, 16],
      ['SHA-1', 64, 20, 20],
      ['SHA-224', 64, 28, 28],
      ['SHA-256', 64, 32, 32],
      ['SHA-384', 128, 48, 48],
      ['SHA-512', 128, 64, 64],
      ['SHA-512/224', 128, 28, 28],
      ['SHA-512/256', 128, 32, 32],
    ]);
  });

  it('do not disturb one another when they take turns', () => {
    const states = IDS.map((id) => HASHES[id].create());
    for (let at = 0; at < ramp.length; at += 13) {
      for (const state of states) state.update(ramp.subarray(at, at + 13));
    }
    expect(states.map((state) => toHex(state.digest()))).toEqual(IDS.map((id) => toHex(HASHES[id](ramp))));
  });

  it.skipIf(!samples('cavp/SHA512ShortMsg.rsp'))('pass the CAVP file of short messages', () => {
    const cases = [
      ...samples('cavp/SHA512ShortMsg.rsp')!.matchAll(/Len = (\d+)\s+Msg = ([0-9a-f]+)\s+MD = ([0-9a-f]+)/g),
    ];
    expect(cases.length).toBe(129);
    for (const [, bits, msg, digest] of cases) {
      expect(toHex(sha512(fromHex(msg!).subarray(0, Number(bits) / 8)))).toBe(digest);
    }
  });
});

describe('expectHash', () => {
  it('takes hash functions, and nothing that only looks like one', () => {
    for (const id of IDS) expect(() => expectHash(HASHES[id])).not.toThrow();
    for (const other of ['sha256', createHash, HASHES.md5.create(), null, undefined]) {
      expect(() => expectHash(other)).toThrow(withCode('bad-argument', /^hash: expected a hash function/));
    }
  });
});
