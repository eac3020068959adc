/**
 * MGF1, a mask of any length from a seed (RFC 8017, B.2.1).
 */
import { expectBytes } from '../errors.ts';
import { expectHash, type Hash } from '../hash/index.ts';
import { expectUpTo } from './block-length.ts';

/** What `mgf1` makes at most, in bytes: the RFC allows 2^32 digests, and no key needs more than 2 KiB. */
const MAX_MASK = 1 << 20;

/**
 * `length` bytes: Hash(seed || 0) || Hash(seed || 1) || …, with counters of four bytes, cut at the end. `length` is from
 * 0 to 2^20, else `bad-argument`.
 */
export function mgf1(hash: Hash, seed: Uint8Array, length: number): Uint8Array {
  expectHash(hash);
  expectBytes('seed', seed);
  expectUpTo('length', length, MAX_MASK);
  const mask = new Uint8Array(length);
  const seeded = hash.create().update(seed);
  const counter = new Uint8Array(4);
  const counterView = new DataView(counter.buffer);
  for (let i = 0, at = 0; at < length; i++, at += hash.digestLength) {
    counterView.setUint32(0, i);
    mask.set(seeded.digestWith(counter).subarray(0, length - at), at);
  }
  return mask;
}
