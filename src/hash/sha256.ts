/**
 * SHA-256, and SHA-224 which is the same cut short (FIPS 180-4, 6.2 and 6.3).
 *
 * A digest protects against noise, not against people: whoever changes the message can hash it again.
 */
import type { Hash } from './hash.ts';
import { merkleDamgard } from './merkle-damgard.ts';

/** 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const K = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

/** The digest of a message: 32 bytes. `sha256.create()` takes it piece by piece. */
export const sha256: Hash = variant(
  'SHA-256',
  32,
  // 5.3.3: as above, from the square roots of the first eight primes.
  [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
);

/** The digest of a message: 28 bytes. */
export const sha224: Hash = variant(
  'SHA-224',
  28,
  // 5.3.2: the second 32 bits of the fractional parts of the square roots of the 9th to 16th primes.
  [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4],
);

function variant(name: string, digestLength: number, initial: readonly number[]): Hash {
  return merkleDamgard({
    name,
    blockSize: 64,
    digestLength,
    lengthSize: 8,
    littleEndian: false,
    initial: Int32Array.from(initial),
    compress,
  });
}

/** The message schedule. One buffer serves all calls, since nothing else runs during one. */
const W = new Int32Array(64);

function compress(chaining: Int32Array, bytes: DataView, offset: number): void {
  for (let t = 0; t < 16; t++) W[t] = bytes.getInt32(offset + 4 * t);
  for (let t = 16; t < 64; t++) {
    const w15 = W[t - 15]!;
    const w2 = W[t - 2]!;
    const s0 = ((w15 >>> 7) | (w15 << 25)) ^ ((w15 >>> 18) | (w15 << 14)) ^ (w15 >>> 3);
    const s1 = ((w2 >>> 17) | (w2 << 15)) ^ ((w2 >>> 19) | (w2 << 13)) ^ (w2 >>> 10);
    W[t] = (W[t - 16]! + s0 + W[t - 7]! + s1) | 0;
  }

  let a = chaining[0]!;
  let b = chaining[1]!;
  let c = chaining[2]!;
  let d = chaining[3]!;
  let e = chaining[4]!;
  let f = chaining[5]!;
  let g = chaining[6]!;
  let h = chaining[7]!;
  for (let t = 0; t < 64; t++) {
    const S1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const T1 = (h + S1 + ((e & f) ^ (~e & g)) + K[t]! + W[t]!) | 0;
    const S0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const T2 = (S0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + T1) | 0;
    d = c;
    c = b;
    b = a;
    a = (T1 + T2) | 0;
  }

  chaining[0]! += a;
  chaining[1]! += b;
  chaining[2]! += c;
  chaining[3]! += d;
  chaining[4]! += e;
  chaining[5]! += f;
  chaining[6]! += g;
  chaining[7]! += h;
}
