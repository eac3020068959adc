/**
 * The DES key schedule (FIPS 46-3, KS): 16 round keys of 48 bits out of a key of 56.
 *
 * A round key is kept as two words, in the order in which the rounds of `des.ts` use them: the 6-bit groups
 * for S1, S3, S5, S7, one in the low end of each byte, then those for S2, S4, S6, S8.
 */
import { expectLength } from '../errors.ts';
import { KEY_SHIFTS, PC1, PC2 } from './des-tables.ts';

/** 32 words, two per round. The least significant bit of each key byte is parity and is not looked at. */
export function desKeySchedule(key: Uint8Array): Int32Array {
  expectLength('key', key, 8);
  const keyBits = Array.from({ length: 64 }, (_, i) => (key[i >> 3]! >> (7 - (i & 7))) & 1);
  const chosen = PC1.map((bit) => keyBits[bit - 1]!);
  let c = chosen.slice(0, 28);
  let d = chosen.slice(28);
  const schedule = new Int32Array(32);
  KEY_SHIFTS.forEach((shift, round) => {
    c = rotated(c, shift);
    d = rotated(d, shift);
    const cd = [...c, ...d];
    PC2.forEach((bit, i) => {
      const group = Math.floor(i / 6);
      const word = 2 * round + (group & 1);
      schedule[word]! |= cd[bit - 1]! << (24 - 8 * (group >> 1) + 5 - (i % 6));
    });
  });
  return schedule;
}

/** The round keys in reverse order: with them, the same rounds decrypt (FIPS 46-3, "Deciphering"). */
export function reverseKeySchedule(schedule: Int32Array): Int32Array {
  const reversed = new Int32Array(schedule.length);
  for (let i = 0; i < schedule.length; i += 2) {
    reversed[i] = schedule[schedule.length - 2 - i]!;
    reversed[i + 1] = schedule[schedule.length - 1 - i]!;
  }
  return reversed;
}

function rotated(bits: number[], left: number): number[] {
  return [...bits.slice(left), ...bits.slice(0, left)];
}
