/**
 * DES, the Data Encryption Standard (FIPS 46-3, withdrawn in 2005).
 *
 * A 56-bit key falls to trying them all: a machine built for it took 56 hours in 1998. DES protects nothing today.
 *
 * The S-boxes and the permutation P after them are one table per box. E needs no work: with both halves
 * kept rotated left by one bit, the groups for the even boxes lie in the low six bits of the four bytes, and
 * those for the odd boxes do so after a rotation by four.
 */
import type { BlockCipher } from './block.ts';
import { desKeySchedule, reverseKeySchedule } from './des-key-schedule.ts';
import { P, S_BOXES } from './des-tables.ts';

/**
 * DES under a key of 8 bytes (else `bad-length`). The lowest bit of each byte is meant for odd parity;
 * it is ignored, right or wrong, as OpenSSL does.
 */
export function des(key: Uint8Array): BlockCipher {
  return desPasses(desKeySchedule(key));
}

/** The cipher that runs one pass of 16 rounds for every 32 words of the schedule. */
export function desPasses(schedule: Int32Array): BlockCipher {
  const reversed = reverseKeySchedule(schedule);
  return {
    blockSize: 8,
    encryptWords: (state) => runPasses(schedule, state),
    decryptWords: (state) => runPasses(reversed, state),
  };
}

const SP1 = combineSP(0);
const SP2 = combineSP(1);
const SP3 = combineSP(2);
const SP4 = combineSP(3);
const SP5 = combineSP(4);
const SP6 = combineSP(5);
const SP7 = combineSP(6);
const SP8 = combineSP(7);

function runPasses(schedule: Int32Array, state: Int32Array): void {
  let l = state[0]!;
  let r = state[1]!;
  let t = 0;

  // IP is a transposition of the 8 x 8 bits and a sorting of its rows: five exchanges between the halves.
  t = ((l >>> 4) ^ r) & 0x0f0f0f0f;
  r ^= t;
  l ^= t << 4;
  t = ((l >>> 16) ^ r) & 0x0000ffff;
  r ^= t;
  l ^= t << 16;
  t = ((r >>> 2) ^ l) & 0x33333333;
  l ^= t;
  r ^= t << 2;
  t = ((r >>> 8) ^ l) & 0x00ff00ff;
  l ^= t;
  r ^= t << 8;
  t = ((l >>> 1) ^ r) & 0x55555555;
  r ^= t;
  l ^= t << 1;

  l = (l << 1) | (l >>> 31);
  r = (r << 1) | (r >>> 31);

  for (let pass = 0; pass < schedule.length; pass += 32) {
    for (let i = pass; i < pass + 32; i += 4) {
      l ^= f(r, schedule[i]!, schedule[i + 1]!);
      r ^= f(l, schedule[i + 2]!, schedule[i + 3]!);
    }
    // The halves leave the last round unswapped, and IP of the next pass undoes the inverse IP of this one.
    t = l;
    l = r;
    r = t;
  }

  l = (l >>> 1) | (l << 31);
  r = (r >>> 1) | (r << 31);

  t = ((l >>> 1) ^ r) & 0x55555555;
  r ^= t;
  l ^= t << 1;
  t = ((r >>> 8) ^ l) & 0x00ff00ff;
  l ^= t;
  r ^= t << 8;
  t = ((r >>> 2) ^ l) & 0x33333333;
  l ^= t;
  r ^= t << 2;
  t = ((l >>> 16) ^ r) & 0x0000ffff;
  r ^= t;
  l ^= t << 16;
  t = ((l >>> 4) ^ r) & 0x0f0f0f0f;
  r ^= t;
  l ^= t << 4;

  state[0] = l;
  state[1] = r;
}

/** The cipher function f(R, K), on a half rotated left by one. */
function f(r: number, oddKey: number, evenKey: number): number {
  const odd = ((r >>> 4) | (r << 28)) ^ oddKey;
  const even = r ^ evenKey;
  return (
    SP1[(odd >>> 24) & 63]! ^
    SP3[(odd >>> 16) & 63]! ^
    SP5[(odd >>> 8) & 63]! ^
    SP7[odd & 63]! ^
    SP2[(even >>> 24) & 63]! ^
    SP4[(even >>> 16) & 63]! ^
    SP6[(even >>> 8) & 63]! ^
    SP8[even & 63]!
  );
}

/** For each of the 64 inputs of an S-box: its four output bits where P sends them, rotated left by one. */
function combineSP(box: number): Int32Array {
  const [bit1, bit2, bit3, bit4] = [1, 2, 3, 4].map((bit) => rotatedOne(P.indexOf(4 * box + bit)));
  return Int32Array.from({ length: 64 }, (_, input) => {
    const row = ((input >> 4) & 2) | (input & 1);
    const column = (input >> 1) & 15;
    const output = S_BOXES[box]![16 * row + column]!;
    return (
      (output & 8 ? bit1! : 0) |
      (output & 4 ? bit2! : 0) |
      (output & 2 ? bit3! : 0) |
      (output & 1 ? bit4! : 0)
    );
  });
}

/** The word whose only set bit is at `index` (0 is the most significant) before a rotation left by one. */
function rotatedOne(index: number): number {
  return 1 << ((32 - index) & 31);
}
