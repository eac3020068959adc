/**
 * The compression functions of MD5, SHA-1 and SHA-2 written out (RFC 1321, 3.4; FIPS 180-4, 6), with the mistakes that people make. For
 * comparing with wrong answers only.
 */
import { roundConstants } from '../../explain/sha2-constants.ts';
import { arithmetic } from '../../explain/words.ts';

export interface CompressionFlaws {
  /** To the right where it should be to the left, or the other way round. */
  readonly rotatesOtherWay?: boolean;
  /** SHA-0: words of the schedule are not rotated. */
  readonly scheduleNotRotated?: boolean;
  /** The last function of σ rotates where it should shift. */
  readonly rotatesForShift?: boolean;
  /** RFC 1321's F in all rounds; Ch in all of SHA-1. */
  readonly firstFunctionOnly?: boolean;
}

/** The working variables after all rounds, from a chaining value and the words of a block. */
export type Compress = (H: readonly bigint[], words: readonly bigint[], flaws: CompressionFlaws) => bigint[];

const w32 = arithmetic(32);

/** ROTL by n, or ROTR where it is done the wrong way. */
function rotateLeft(x: bigint, n: number, flaws: CompressionFlaws): bigint {
  return w32.rotateRight(x, flaws.rotatesOtherWay ? n : 32 - n);
}

export const md5Compress: Compress = (H, X, flaws) => {
  const functions = [
    (x: bigint, y: bigint, z: bigint) => (x & y) | (w32.not(x) & z),
    (x: bigint, y: bigint, z: bigint) => (x & z) | (y & w32.not(z)),
    (x: bigint, y: bigint, z: bigint) => x ^ y ^ z,
    (x: bigint, y: bigint, z: bigint) => y ^ (x | w32.not(z)),
  ];
  const [factors, offsets] = [
    [1, 5, 3, 7],
    [0, 1, 5, 0],
  ];
  const rotations = [
    [7, 12, 17, 22],
    [5, 9, 14, 20],
    [4, 11, 16, 23],
    [6, 10, 15, 21],
  ];
  let [A, B, C, D] = H as [bigint, bigint, bigint, bigint];
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const k = (factors[round]! * i + offsets[round]!) % 16;
    const f = functions[flaws.firstFunctionOnly ? 0 : round]!(B, C, D);
    const sum = w32.add(A, f, X[k]!, sine(i + 1));
    [A, B, C, D] = [D, w32.add(B, rotateLeft(sum, rotations[round]![i % 4]!, flaws)), B, C];
  }
  return [A, B, C, D];
};

function sine(i: number): bigint {
  return BigInt(Math.floor(2 ** 32 * Math.abs(Math.sin(i))));
}

export const sha1Compress: Compress = (H, words, flaws) => {
  const W = [...words];
  for (let t = 16; t < 80; t++) {
    const sum = W[t - 3]! ^ W[t - 8]! ^ W[t - 14]! ^ W[t - 16]!;
    W[t] = flaws.scheduleNotRotated ? sum : rotateLeft(sum, 1, flaws);
  }
  const ch = (x: bigint, y: bigint, z: bigint) => (x & y) ^ (w32.not(x) & z);
  const parity = (x: bigint, y: bigint, z: bigint) => x ^ y ^ z;
  const maj = (x: bigint, y: bigint, z: bigint) => (x & y) ^ (x & z) ^ (y & z);
  const functions = [ch, parity, maj, parity];
  const K = [0x5a827999n, 0x6ed9eba1n, 0x8f1bbcdcn, 0xca62c1d6n];
  let [a, b, c, d, e] = H as [bigint, bigint, bigint, bigint, bigint];
  for (let t = 0; t < 80; t++) {
    const stage = Math.floor(t / 20);
    const f = functions[flaws.firstFunctionOnly ? 0 : stage]!(b, c, d);
    const T = w32.add(rotateLeft(a, 5, flaws), f, e, K[stage]!, W[t]!);
    [a, b, c, d, e] = [T, a, rotateLeft(b, 30, flaws), c, d];
  }
  return [a, b, c, d, e];
};

/** Of SHA-256 with words of 32 bits, of SHA-512 with 64. */
export function sha2Compress(w: 32 | 64): Compress {
  const { add, rotateRight, not } = arithmetic(w);
  const [Sigma0, Sigma1, sigma0, sigma1] =
    w === 32
      ? [
          [2, 13, 22],
          [6, 11, 25],
          [7, 18, 3],
          [17, 19, 10],
        ]
      : [
          [28, 34, 39],
          [14, 18, 41],
          [1, 8, 7],
          [19, 61, 6],
        ];
  const K = roundConstants(w);
  return (H, words, flaws) => {
    const rotate = (x: bigint, n: number) => rotateRight(x, flaws.rotatesOtherWay ? w - n : n);
    const rotations = (x: bigint, [i, j, k]: number[]) => rotate(x, i!) ^ rotate(x, j!) ^ rotate(x, k!);
    const withShift = (x: bigint, [i, j, k]: number[]) =>
      rotate(x, i!) ^ rotate(x, j!) ^ (flaws.rotatesForShift ? rotate(x, k!) : x >> BigInt(k!));
    const W = [...words];
    for (let t = 16; t < K.length; t++) {
      W[t] = add(withShift(W[t - 2]!, sigma1!), W[t - 7]!, withShift(W[t - 15]!, sigma0!), W[t - 16]!);
    }
    type Eight = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    let [a, b, c, d, e, f, g, h] = H as Eight;
    K.forEach((constant, t) => {
      const T1 = add(h, rotations(e, Sigma1!), (e & f) ^ (not(e) & g), constant, W[t]!);
      const T2 = add(rotations(a, Sigma0!), (a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [add(T1, T2), a, b, c, add(d, T1), e, f, g];
    });
    return [a, b, c, d, e, f, g, h];
  };
}
