/** Bytes as elements of GF(2^8), and the S-box that comes of it (FIPS 197, 4.2 and 5.1.1). */

/** The product of two bytes as polynomials, modulo x^8 + x^4 + x^3 + x + 1 (4.2). */
export function times(a: number, b: number): number {
  let product = 0;
  let power = b;
  for (let bit = 0; bit < 8; bit++) {
    if ((a >> bit) & 1) product ^= power;
    power = xtime(power);
  }
  return product;
}

/** A byte times x (4.2.1). */
export function xtime(byte: number): number {
  return byte & 0x80 ? ((byte << 1) ^ 0x11b) & 0xff : byte << 1;
}

/** 5.1.1: the inverse of each byte, each bit of it summed with four others and with one of the constant 63. */
export const S_BOX: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  const b = inverse(byte);
  const bit = (word: number, i: number) => (word >> (i % 8)) & 1;
  let substituted = 0;
  for (let i = 0; i < 8; i++) {
    const sum = bit(b, i) ^ bit(b, i + 4) ^ bit(b, i + 5) ^ bit(b, i + 6) ^ bit(b, i + 7) ^ bit(0x63, i);
    substituted |= sum << i;
  }
  return substituted;
});

/** 5.3.2. */
export const INVERSE_S_BOX: readonly number[] = S_BOX.map((_, byte) => S_BOX.indexOf(byte));

/** The byte whose product with this one is 1; 0 is mapped to itself. It is the 254th power. */
function inverse(byte: number): number {
  let power = 1;
  for (let i = 0; i < 254; i++) power = times(power, byte);
  return power;
}
