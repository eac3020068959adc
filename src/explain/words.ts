/** Words of 32 or 64 bits, and hex. Sums are modulo 2^w (FIPS 180-4, 3.2; RFC 1321, 2). */

/** For words of `w` bits, as non-negative integers. */
export interface WordArithmetic {
  /** The sum modulo 2^w. */
  add(...terms: bigint[]): bigint;
  /** ROTR^n(x). */
  rotateRight(x: bigint, n: number): bigint;
  /** The complement: all bits turned. */
  not(x: bigint): bigint;
  /** Lower hex, w/4 digits. */
  hex(x: bigint): string;
}

export function arithmetic(w: 32 | 64): WordArithmetic {
  const mask = (1n << BigInt(w)) - 1n;
  return {
    add: (...terms) => terms.reduce((sum, term) => sum + term, 0n) & mask,
    rotateRight: (x, n) => ((x >> BigInt(n)) | (x << BigInt(w - n))) & mask,
    not: (x) => x ^ mask,
    hex: (x) => x.toString(16).padStart(w / 4, '0'),
  };
}

/** The big-endian words of a block. */
export function wordsOf(block: Uint8Array, w: 32 | 64): bigint[] {
  const view = new DataView(block.buffer, block.byteOffset, block.length);
  const size = w / 8;
  return Array.from({ length: block.length / size }, (_, i) =>
    w === 32 ? BigInt(view.getUint32(i * size)) : view.getBigUint64(i * size),
  );
}
