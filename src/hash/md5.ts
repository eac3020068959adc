/**
 * MD5 (RFC 1321).
 *
 * Broken: collisions have been found since 2004 and today take seconds. Only for old formats and for seeing why.
 */
import type { Hash } from './hash.ts';
import { merkleDamgard } from './merkle-damgard.ts';

/** 3.4: T[i] is the integer part of 2^32 |sin(i)|, i in radians; here from index 0. */
const T = Int32Array.from({ length: 64 }, (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))));

/** The digest of a message: 16 bytes. `md5.create()` takes it piece by piece. */
export const md5: Hash = merkleDamgard({
  name: 'MD5',
  blockSize: 64,
  digestLength: 16,
  lengthSize: 8,
  littleEndian: true,
  // 3.3: the bytes 01 23 45 67 89 ab cd ef fe dc ba 98 76 54 32 10.
  initial: Int32Array.from([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]),
  compress,
});

/** The words of the block. One buffer serves all calls, since nothing else runs during one. */
const X = new Int32Array(16);

/** 3.4. Each round takes four steps at a time, in which a, b, c and d change places. */
function compress(chaining: Int32Array, bytes: DataView, offset: number): void {
  for (let j = 0; j < 16; j++) X[j] = bytes.getInt32(offset + 4 * j, true);

  let a = chaining[0]!;
  let b = chaining[1]!;
  let c = chaining[2]!;
  let d = chaining[3]!;
  for (let i = 0; i < 16; i += 4) {
    a = (a + ((b & c) | (~b & d)) + X[i]! + T[i]!) | 0;
    a = (((a << 7) | (a >>> 25)) + b) | 0;
    d = (d + ((a & b) | (~a & c)) + X[i + 1]! + T[i + 1]!) | 0;
    d = (((d << 12) | (d >>> 20)) + a) | 0;
    c = (c + ((d & a) | (~d & b)) + X[i + 2]! + T[i + 2]!) | 0;
    c = (((c << 17) | (c >>> 15)) + d) | 0;
    b = (b + ((c & d) | (~c & a)) + X[i + 3]! + T[i + 3]!) | 0;
    b = (((b << 22) | (b >>> 10)) + c) | 0;
  }
  for (let i = 16; i < 32; i += 4) {
    a = (a + ((b & d) | (c & ~d)) + X[(5 * i + 1) & 15]! + T[i]!) | 0;
    a = (((a << 5) | (a >>> 27)) + b) | 0;
    d = (d + ((a & c) | (b & ~c)) + X[(5 * i + 6) & 15]! + T[i + 1]!) | 0;
    d = (((d << 9) | (d >>> 23)) + a) | 0;
    c = (c + ((d & b) | (a & ~b)) + X[(5 * i + 11) & 15]! + T[i + 2]!) | 0;
    c = (((c << 14) | (c >>> 18)) + d) | 0;
    b = (b + ((c & a) | (d & ~a)) + X[(5 * i) & 15]! + T[i + 3]!) | 0;
    b = (((b << 20) | (b >>> 12)) + c) | 0;
  }
  for (let i = 32; i < 48; i += 4) {
    a = (a + (b ^ c ^ d) + X[(3 * i + 5) & 15]! + T[i]!) | 0;
    a = (((a << 4) | (a >>> 28)) + b) | 0;
    d = (d + (a ^ b ^ c) + X[(3 * i + 8) & 15]! + T[i + 1]!) | 0;
    d = (((d << 11) | (d >>> 21)) + a) | 0;
    c = (c + (d ^ a ^ b) + X[(3 * i + 11) & 15]! + T[i + 2]!) | 0;
    c = (((c << 16) | (c >>> 16)) + d) | 0;
    b = (b + (c ^ d ^ a) + X[(3 * i + 14) & 15]! + T[i + 3]!) | 0;
    b = (((b << 23) | (b >>> 9)) + c) | 0;
  }
  for (let i = 48; i < 64; i += 4) {
    a = (a + (c ^ (b | ~d)) + X[(7 * i) & 15]! + T[i]!) | 0;
    a = (((a << 6) | (a >>> 26)) + b) | 0;
    d = (d + (b ^ (a | ~c)) + X[(7 * i + 7) & 15]! + T[i + 1]!) | 0;
    d = (((d << 10) | (d >>> 22)) + a) | 0;
    c = (c + (a ^ (d | ~b)) + X[(7 * i + 14) & 15]! + T[i + 2]!) | 0;
    c = (((c << 15) | (c >>> 17)) + d) | 0;
    b = (b + (d ^ (c | ~a)) + X[(7 * i + 5) & 15]! + T[i + 3]!) | 0;
    b = (((b << 21) | (b >>> 11)) + c) | 0;
  }

  chaining[0]! += a;
  chaining[1]! += b;
  chaining[2]! += c;
  chaining[3]! += d;
}
