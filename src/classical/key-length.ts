/**
 * What gives away the length of a repeating key: bytes that lie a multiple of it apart met the same key
 * byte, which falls out of their XOR, and two bytes of English agree more than two bytes of noise.
 */

/**
 * Normalised Hamming distance at a distance of `length`: the mean number of bits in which a byte differs
 * from the one `length` places on. About 4 for noise, 2 to 2.7 where English met equal key bytes; NaN where there is no pair.
 */
export function hammingDistance(ciphertext: Uint8Array, length: number): number {
  let bits = 0;
  for (let i = length; i < ciphertext.length; i++)
    bits += countBits(ciphertext[i]! ^ ciphertext[i - length]!);
  return bits / (ciphertext.length - length);
}

/**
 * Index of coincidence at a distance of `length` (Friedman, 1922): the share of bytes equal to the one
 * `length` places on. About 1/256 = 0.004 for noise, 0.07 where English met equal key bytes.
 */
export function coincidence(ciphertext: Uint8Array, length: number): number {
  let equal = 0;
  for (let i = length; i < ciphertext.length; i++) if (ciphertext[i] === ciphertext[i - length]) equal++;
  return equal / (ciphertext.length - length);
}

/** The shortest key that gives the same when repeated: `abab` is `ab`. */
export function shortestPeriod(key: Uint8Array): Uint8Array {
  for (let length = 1; length <= key.length / 2; length++) {
    if (key.length % length === 0 && key.every((byte, i) => byte === key[i % length])) {
      return key.slice(0, length);
    }
  }
  return key;
}

function countBits(byte: number): number {
  let bits = 0;
  for (let rest = byte; rest > 0; rest &= rest - 1) bits++;
  return bits;
}
