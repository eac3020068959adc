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

  /** `products` are those of the hash subkey H, which all messages under one key share. */
  constructor(products: Int32Array) {
    this.#products = products;
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
    let y0 = this.#y[0]!;
    let y1 = this.#y[1]!;
    let y2 = this.#y[2]!;
    let y3 = this.#y[3]!;
    for (let at = 0; at < length; at += 16) {
      const x0 = y0 ^ input.getInt32(at);
      const x1 = y1 ^ input.getInt32(at + 4);
      const x2 = y2 ^ input.getInt32(at + 8);
      const x3 = y3 ^ input.getInt32(at + 12);
      y0 = y1 = y2 = y3 = 0;
      for (let byte = 0; byte < 4; byte++) {
        const shift = 24 - 8 * byte;
        const p0 = (byte << 10) | (((x0 >>> shift) & 255) << 2);
        const p1 = ((byte + 4) << 10) | (((x1 >>> shift) & 255) << 2);
        const p2 = ((byte + 8) << 10) | (((x2 >>> shift) & 255) << 2);
        const p3 = ((byte + 12) << 10) | (((x3 >>> shift) & 255) << 2);
        y0 ^= products[p0]! ^ products[p1]! ^ products[p2]! ^ products[p3]!;
        y1 ^= products[p0 + 1]! ^ products[p1 + 1]! ^ products[p2 + 1]! ^ products[p3 + 1]!;
        y2 ^= products[p0 + 2]! ^ products[p1 + 2]! ^ products[p2 + 2]! ^ products[p3 + 2]!;
        y3 ^= products[p0 + 3]! ^ products[p1 + 3]! ^ products[p2 + 3]! ^ products[p3 + 3]!;
      }
    }
    this.#y.set([y0, y1, y2, y3]);
  }
}

/**
 * For each of the 16 bytes of a block and each of its 256 values, the product of that byte, at its place, and H, four
 * words: a block times H is then the sum of 16 entries of four words. 64 KiB, which take longer than a short message.
 */
export function productsOf(h: Int32Array): Int32Array {
  const products = new Int32Array(16 * 256 * 4);
  // V of algorithm 1 (6.3): bit j of a block, counted from the left, stands for x^j, and V = H * x^j.
  let v0 = h[0]!;
  let v1 = h[1]!;
  let v2 = h[2]!;
  let v3 = h[3]!;
  for (let byte = 0; byte < 16; byte++) {
    for (let bit = 0x80; bit > 0; bit >>= 1) {
      for (let higher = 0; higher < 256; higher += 2 * bit) {
        const from = (byte * 256 + higher) * 4;
        const to = from + bit * 4;
        products[to] = products[from]! ^ v0;
        products[to + 1] = products[from + 1]! ^ v1;
        products[to + 2] = products[from + 2]! ^ v2;
        products[to + 3] = products[from + 3]! ^ v3;
      }
      const reduction = v3 & 1 ? 0xe1000000 : 0;
      v3 = (v3 >>> 1) | (v2 << 31);
      v2 = (v2 >>> 1) | (v1 << 31);
      v1 = (v1 >>> 1) | (v0 << 31);
      v0 = (v0 >>> 1) ^ reduction;
    }
  }
  return products;
}
