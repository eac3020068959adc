/**
 * GHASH (NIST SP 800-38D, 6.3 and 6.4): a polynomial over GF(2^128), evaluated at the secret H.
 *
 * Whoever learns H forges tags, and the lookups here leave traces in the processor's cache: for study only.
 */
import { store, viewOf } from './words.ts';

export class Ghash {
  readonly #products: Int32Array;
  /** Y[i] of 6.4, four big-endian words. */
  readonly #y = new Int32Array(4);

  /** `h` is the hash subkey, four words. */
  constructor(h: Int32Array) {
    this.#products = productsOf(h);
  }

  /** Takes whole blocks; a partial block at the end is completed with zeros, as GCM asks after A and after C. */
  update(bytes: Uint8Array): void {
    const whole = bytes.length - (bytes.length % 16);
    this.#blocks(viewOf(bytes), whole);
    if (whole === bytes.length) return;
    const block = new Uint8Array(16);
    block.set(bytes.subarray(whole));
    this.#blocks(viewOf(block), 16);
  }

  /** The last block of GCM: [bits of A]64 || [bits of C]64, both lengths given in bytes. */
  updateLengths(aadLength: number, textLength: number): void {
    const block = new DataView(new ArrayBuffer(16));
    block.setBigUint64(0, BigInt(aadLength) * 8n);
    block.setBigUint64(8, BigInt(textLength) * 8n);
    this.#blocks(block, 16);
  }

  /** The hash of all that was taken, 16 bytes; the next message starts from nothing. */
  digest(): Uint8Array {
    const hash = new Uint8Array(16);
    store(this.#y, viewOf(hash), 0);
    this.#y.fill(0);
    return hash;
  }

  /** Y[i] = (Y[i-1] xor X[i]) * H */
  #blocks(input: DataView, length: number): void {
    const products = this.#products;
    let [y0, y1, y2, y3] = this.#y as unknown as [number, number, number, number];
    for (let at = 0; at < length; at += 16) {
      const x = [
        y0 ^ input.getInt32(at),
        y1 ^ input.getInt32(at + 4),
        y2 ^ input.getInt32(at + 8),
        y3 ^ input.getInt32(at + 12),
      ];
      y0 = y1 = y2 = y3 = 0;
      for (let i = 0; i < 16; i++) {
        const p = (i << 10) | (((x[i >> 2]! >>> (24 - 8 * (i & 3))) & 255) << 2);
        y0 ^= products[p]!;
        y1 ^= products[p + 1]!;
        y2 ^= products[p + 2]!;
        y3 ^= products[p + 3]!;
      }
    }
    this.#y.set([y0, y1, y2, y3]);
  }
}

/**
 * For each of the 16 bytes of a block and each of its 256 values, the product of that byte, at its place, and H:
 * a block times H is then the sum of 16 entries of four words.
 */
function productsOf(h: Int32Array): Int32Array {
  const products = new Int32Array(16 * 256 * 4);
  // V of 6.3, algorithm 1: bit j of a block, counted from the left, stands for x^j, and V = H * x^j.
  let [v0, v1, v2, v3] = h as unknown as [number, number, number, number];
  for (let byte = 0; byte < 16; byte++) {
    for (let bit = 0x80; bit > 0; bit >>= 1) {
      products.set([v0, v1, v2, v3], (byte * 256 + bit) * 4);
      const carry = -(v3 & 1);
      v3 = (v3 >>> 1) | (v2 << 31);
      v2 = (v2 >>> 1) | (v1 << 31);
      v1 = (v1 >>> 1) | (v0 << 31);
      v0 = (v0 >>> 1) ^ (carry & 0xe1000000);
    }
    for (let value = 1; value < 256; value++) {
      const lowest = value & -value;
      if (lowest === value) continue;
      for (let word = 0; word < 4; word++) {
        products[(byte * 256 + value) * 4 + word] =
          products[(byte * 256 + lowest) * 4 + word]! ^ products[(byte * 256 + (value ^ lowest)) * 4 + word]!;
      }
    }
  }
  return products;
}
