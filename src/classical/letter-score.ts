/**
 * How English the letters of a text are, where spaces, case and punctuation are known beforehand.
 *
 * A shift leaves all but the letters as they were. So each letter is scored by its probability among the 26
 * that could stand in its place, after what stands before it; the rest of the text costs nothing.
 */
import { englishModel } from './english.ts';
import { letterPlace } from './letters.ts';

/**
 * A function that gives the bits which tell a text's letters: read as it is written, or as letters alone
 * (the spaces may have been left out or moved, as in groups of five); whichever is less.
 *
 * It remembers sums over the alphabet from one text to the next.
 */
export function createLetterScore(): (text: Uint8Array) => number {
  const { symbols, symbolOf, third } = englishModel();
  const spaceSymbol = symbolOf[0x20]!;
  const lineFeed = symbolOf[0x0a]!;
  const alphabetBits = new Map<number, number>();
  const spacelessBits = new Map<number, Float64Array>();

  function asWritten(text: Uint8Array): number {
    let bits = 0;
    let earlier = lineFeed;
    let before = lineFeed;
    for (const byte of text) {
      const symbol = symbolOf[byte]!;
      const place = letterPlace(byte);
      if (place >= 0) {
        // The case is known: the alphabet is that of this case.
        const alphabet = (earlier * symbols + before) * symbols + symbol - place;
        let whole = alphabetBits.get(alphabet);
        if (whole === undefined) {
          whole = Math.log2(sumOfLetters((letter) => 2 ** third[alphabet + letter]!));
          alphabetBits.set(alphabet, whole);
        }
        bits += whole - third[alphabet + place]!;
      }
      earlier = before;
      before = symbol;
    }
    return bits;
  }

  function withoutSpaces(letters: Uint8Array): number {
    let bits = 0;
    let earlier = spaceSymbol;
    let before = spaceSymbol;
    for (const byte of letters) {
      const letter = letterPlace(byte);
      const context = earlier * symbols + before;
      let row = spacelessBits.get(context);
      if (row === undefined) {
        row = spacelessRow(earlier, before);
        spacelessBits.set(context, row);
      }
      bits += row[letter]!;
      earlier = before;
      before = letter;
    }
    return bits;
  }

  /** Bits of each letter next, if a space may have been left out before it. */
  function spacelessRow(earlier: number, before: number): Float64Array {
    const share = (first: number, second: number, next: number) =>
      2 ** third[(first * symbols + second) * symbols + next]!;
    const shareOf = (letter: number) =>
      share(earlier, before, letter) +
      share(earlier, before, spaceSymbol) * share(before, spaceSymbol, letter);
    const whole = sumOfLetters(shareOf);
    return Float64Array.from({ length: 26 }, (_, letter) => Math.log2(whole / shareOf(letter)));
  }

  return (text) => Math.min(asWritten(text), withoutSpaces(text.filter((byte) => letterPlace(byte) >= 0)));
}

function sumOfLetters(share: (letter: number) => number): number {
  let sum = 0;
  for (let letter = 0; letter < 26; letter++) sum += share(letter);
  return sum;
}
