/** Counts of letters, which no shift can hide: it only moves them along the alphabet. */
import { expectBytes } from '../errors.ts';

/** How often each letter of either case occurs, A to Z. */
export function countLetters(text: Uint8Array): number[] {
  expectBytes('text', text);
  const counts = new Array<number>(26).fill(0);
  for (const byte of text) {
    const place = letterPlace(byte);
    if (place >= 0) counts[place]!++;
  }
  return counts;
}

/** 0 for A or a to 25 for Z or z; -1 for any other byte. */
export function letterPlace(byte: number): number {
  const folded = byte | 0x20;
  return folded >= 0x61 && folded <= 0x7a ? folded - 0x61 : -1;
}
