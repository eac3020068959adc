/**
 * Finds the key of a given length that makes the whole text most English, across the borders of columns.
 *
 * 1. For each column, keep the key bytes that its letters alone make plausible.
 * 2. Walk over the columns (Viterbi, 1967): of all ways to reach two neighbouring key bytes, keep the best. Each step adds
 *    the probability of the new column's bytes after the two columns before it, row by row.
 * 3. From the best ends, climb: change one key byte at a time, to any value, as long as the text gains.
 *    That also closes the ring, where the last column meets the first.
 */
import { type EnglishModel, englishModel } from './english.ts';
import type { Column } from './xor-columns.ts';

export interface FoundKey {
  readonly key: Uint8Array;
  /** Length of the text in bits under the model. */
  readonly bits: number;
  /** Places in the key where another value makes a text that is nearly as English. */
  readonly doubtful: readonly number[];
}

/** Most key bytes kept per column for the walk, and how far behind the column's best they may be, in bits. */
const widthOfWalk = 24;
const depthOfWalk = 30;

/** While climbing, any key byte is tried that its column alone does not rule out by so many bits. */
const depthOfClimb = 60;

/** Ends of the walk that are climbed from; one is enough for columns so long that they nearly decide by themselves. */
const starts = 4;
const longColumn = 12;

/** Less than this, in bits, is rounding: to climb for it might go round in circles. */
const leastGain = 1e-6;

/** A key byte is in doubt if its best rival is less than this behind: 7 bits are odds of 128 to 1. */
const doubtBits = 7;

/** The best key of `columns.length` bytes. */
export function searchKey(ciphertext: Uint8Array, columns: readonly Column[]): FoundKey {
  let best: FoundKey | undefined;
  for (const start of walkColumns(ciphertext, columns)) {
    const found = climb(ciphertext, columns, start);
    if (best === undefined || found.bits < best.bits) best = found;
  }
  return best!;
}

/** Steps 1 and 2: the most promising whole keys, the best first. */
function walkColumns(ciphertext: Uint8Array, columns: readonly Column[]): Uint8Array[] {
  const length = columns.length;
  const plausible = columns.map(({ keys, scores }) => {
    const least = scores[keys[0]!]! - depthOfWalk;
    return keys.subarray(0, widthOfWalk).filter((key) => scores[key]! >= least);
  });
  if (length === 1) return Array.from(plausible[0]!.subarray(0, starts), (key) => Uint8Array.of(key));

  const model = englishModel();
  const decoded = plausible.map((keys, at) =>
    Array.from(keys, (key) => decodeColumn(model, ciphertext, at, length, key)),
  );
  let scores = startScores(model, decoded[0]!, decoded[1]!);
  const origins: Uint8Array[] = [];
  for (let at = 2; at < length; at++) {
    const step = walkStep(model, scores, decoded[at - 2]!, decoded[at - 1]!, decoded[at]!);
    scores = step.scores;
    origins.push(step.origins);
  }
  const width = plausible[length - 1]!.length;
  const ends = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]!);
  const climbed = ciphertext.length < longColumn * length ? starts : 1;
  return ends.slice(0, climbed).map((end) => {
    const key = new Uint8Array(length);
    let [before, last] = [Math.floor(end / width), end % width];
    for (let at = length - 1; at >= 2; at--) {
      key[at] = plausible[at]![last]!;
      const origin = origins[at - 2]![before * plausible[at]!.length + last]!;
      [before, last] = [origin, before];
    }
    key[0] = plausible[0]![before]!;
    key[1] = plausible[1]![last]!;
    return key;
  });
}

/** A column under one key byte: its symbols from top to bottom, and what they leave open about the bytes. */
interface DecodedColumn {
  readonly symbols: Uint8Array;
  readonly within: number;
}

function decodeColumn(
  model: EnglishModel,
  ciphertext: Uint8Array,
  at: number,
  length: number,
  key: number,
): DecodedColumn {
  const symbols = new Uint8Array(Math.ceil((ciphertext.length - at) / length));
  let within = 0;
  for (let row = 0; row < symbols.length; row++) {
    const byte = ciphertext[at + row * length]! ^ key;
    symbols[row] = model.symbolOf[byte]!;
    within += model.within[byte]!;
  }
  return { symbols, within };
}

/** Score of each pair of key bytes for the first two columns. */
function startScores(model: EnglishModel, first: DecodedColumn[], second: DecodedColumn[]): Float64Array {
  const scores = new Float64Array(first.length * second.length);
  for (const [i, one] of first.entries()) {
    const alone = one.symbols.reduce((sum, symbol) => sum + model.first[symbol]!, one.within);
    for (const [j, two] of second.entries()) {
      let sum = alone + two.within;
      for (let row = 0; row < two.symbols.length; row++) {
        sum += model.second[one.symbols[row]! * model.symbols + two.symbols[row]!]!;
      }
      scores[i * second.length + j] = sum;
    }
  }
  return scores;
}

/** From the scores of pairs (earlier, before) to those of pairs (before, next), and where each came from. */
function walkStep(
  { symbols, third }: EnglishModel,
  scores: Float64Array,
  earlier: DecodedColumn[],
  before: DecodedColumn[],
  next: DecodedColumn[],
): { scores: Float64Array; origins: Uint8Array } {
  const reached = new Float64Array(before.length * next.length).fill(Number.NEGATIVE_INFINITY);
  const origins = new Uint8Array(before.length * next.length);
  const rows = next[0]!.symbols.length;
  const contexts = new Int32Array(rows);
  for (let i = 0; i < earlier.length; i++) {
    for (let j = 0; j < before.length; j++) {
      const [one, two] = [earlier[i]!.symbols, before[j]!.symbols];
      for (let row = 0; row < rows; row++) contexts[row] = (one[row]! * symbols + two[row]!) * symbols;
      const soFar = scores[i * before.length + j]!;
      for (let k = 0; k < next.length; k++) {
        const column = next[k]!.symbols;
        let sum = soFar + next[k]!.within;
        for (let row = 0; row < rows; row++) sum += third[contexts[row]! + column[row]!]!;
        if (sum <= reached[j * next.length + k]!) continue;
        reached[j * next.length + k] = sum;
        origins[j * next.length + k] = i;
      }
    }
  }
  return { scores: reached, origins };
}

/** Step 3. */
function climb(ciphertext: Uint8Array, columns: readonly Column[], start: Uint8Array): FoundKey {
  const { symbols, symbolOf, within, first, second, third } = englishModel();
  const length = columns.length;
  const key = start.slice();
  const text = ciphertext.map((byte, i) => symbolOf[byte ^ key[i % length]!]!);

  function scoreAt(i: number): number {
    const symbol = text[i]!;
    if (i === 0) return first[symbol]!;
    if (i === 1) return second[text[0]! * symbols + symbol]!;
    return third[(text[i - 2]! * symbols + text[i - 1]!) * symbols + symbol]!;
  }
  /** All that depends on one key byte: its column, and the two bytes after each of its bytes. */
  function scoreWith(at: number, value: number): number {
    for (let i = at; i < text.length; i += length) text[i] = symbolOf[ciphertext[i]! ^ value]!;
    let sum = 0;
    for (let i = at; i < text.length; i += length) {
      sum += within[ciphertext[i]! ^ value]!;
      const end = Math.min(i + Math.min(3, length), text.length);
      for (let j = i; j < end; j++) sum += scoreAt(j);
    }
    return sum;
  }

  // A column is tried again only if one has changed that its score depends on: up to two places off, on the ring.
  const toTry = new Uint8Array(length).fill(1);
  const inDoubt = new Uint8Array(length);
  while (toTry.includes(1)) {
    for (const [at, { keys, scores }] of columns.entries()) {
      if (toTry[at] === 0) continue;
      toTry[at] = 0;
      const least = scores[keys[0]!]! - depthOfClimb;
      const old = key[at]!;
      let best = scoreWith(at, old);
      let rival = Number.NEGATIVE_INFINITY;
      for (const value of keys) {
        if (scores[value]! < least) break;
        if (value === old) continue;
        const score = scoreWith(at, value);
        if (score > best + leastGain) {
          rival = best;
          best = score;
          key[at] = value;
        } else if (score > rival) rival = score;
      }
      scoreWith(at, key[at]!);
      inDoubt[at] = best - rival < doubtBits ? 1 : 0;
      if (key[at] === old) continue;
      for (let off = -2; off <= 2; off++) toTry[(at + off + 2 * length) % length] = 1;
    }
  }
  const doubtful = [...inDoubt.keys()].filter((at) => inDoubt[at] === 1);
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits -= scoreAt(i) + within[ciphertext[i]! ^ key[i % length]!]!;
  return { key, bits, doubtful };
}
