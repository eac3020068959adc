/**
 * SHA-1 (FIPS 180-4, 6.1).
 *
 * Broken: a collision was published in 2017. HMAC-SHA-1 still holds, signatures over SHA-1 do not.
 */
import type { Hash } from './hash.ts';
import { merkleDamgard } from './merkle-damgard.ts';

/** The digest of a message: 20 bytes. `sha1.create()` takes it piece by piece. */
export const sha1: Hash = merkleDamgard({
  name: 'SHA-1',
  blockSize: 64,
  digestLength: 20,
  lengthSize: 8,
  littleEndian: false,
  // 5.3.1
  initial: Int32Array.from([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]),
  compress,
});

/** 4.2.1, one for each twenty rounds. */
const K0 = 0x5a827999;
const K1 = 0x6ed9eba1;
const K2 = 0x8f1bbcdc;
const K3 = 0xca62c1d6;

/** The message schedule. One buffer serves all calls, since nothing else runs during one. */
const W = new Int32Array(80);

function compress(chaining: Int32Array, bytes: DataView, offset: number): void {
  for (let t = 0; t < 16; t++) W[t] = bytes.getInt32(offset + 4 * t);
  for (let t = 16; t < 80; t++) {
    const w = W[t - 3]! ^ W[t - 8]! ^ W[t - 14]! ^ W[t - 16]!;
    W[t] = (w << 1) | (w >>> 31);
  }

  let a = chaining[0]!;
  let b = chaining[1]!;
  let c = chaining[2]!;
  let d = chaining[3]!;
  let e = chaining[4]!;
  for (let t = 0; t < 20; t++) {
    const T = (((a << 5) | (a >>> 27)) + ((b & c) ^ (~b & d)) + e + K0 + W[t]!) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = T;
  }
  for (let t = 20; t < 40; t++) {
    const T = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + K1 + W[t]!) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = T;
  }
  for (let t = 40; t < 60; t++) {
    const T = (((a << 5) | (a >>> 27)) + ((b & c) ^ (b & d) ^ (c & d)) + e + K2 + W[t]!) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = T;
  }
  for (let t = 60; t < 80; t++) {
    const T = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + K3 + W[t]!) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = T;
  }

  chaining[0]! += a;
  chaining[1]! += b;
  chaining[2]! += c;
  chaining[3]! += d;
  chaining[4]! += e;
}
