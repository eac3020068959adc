/**
 * The columns of a repeating key: the bytes that met one key byte, judged by how often each byte occurs.
 *
 * This is the classical break, column by column. With twenty bytes to a column it is nearly always right;
 * with fewer it gives a ranking, from which `searchKey` picks by what stands side by side.
 */
import { englishModel } from './english.ts';

/** One column: all 256 key bytes, the most likely first, and what each scores. */
export interface Column {
  readonly keys: Uint8Array;
  /** log2-likelihood of the column by key byte (not by rank). */
  readonly scores: Float64Array;
}

/** Bits that a column in capitals must save to be taken for it: most columns are not. */
const capitalsBits = 1;

/** The columns under a key of `length` bytes. */
export function rankColumns(ciphertext: Uint8Array, length: number): Column[] {
  return Array.from({ length }, (_, at) => {
    const scores = scoreColumn(ciphertext, at, length);
    const keys = Uint8Array.from(scores.keys());
    return { keys: keys.sort((a, b) => scores[b]! - scores[a]! || a - b), scores };
  });
}

/** log2-likelihood of the whole under the best key of `length` bytes, each column judged by itself. */
export function scoreColumns(ciphertext: Uint8Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum += Math.max(...scoreColumn(ciphertext, at, length));
  return sum;
}

/** By key byte. */
function scoreColumn(ciphertext: Uint8Array, at: number, length: number): Float64Array {
  const { mixed, capital } = byteScores();
  const counts = new Uint32Array(256);
  for (let i = at; i < ciphertext.length; i += length) counts[ciphertext[i]!]!++;

  const asMixed = new Float64Array(256);
  const asCapitals = new Float64Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const count = counts[byte]!;
    if (count === 0) continue;
    for (let key = 0; key < 256; key++) {
      asMixed[key]! += count * mixed[byte ^ key]!;
      asCapitals[key]! += count * capital[byte ^ key]!;
    }
  }
  return asMixed.map((score, key) => Math.max(score, asCapitals[key]! - capitalsBits));
}

interface ByteScores {
  /** log2 P(byte) in ordinary text. */
  readonly mixed: Float64Array;
  /** log2 P(byte) in text set in capitals. */
  readonly capital: Float64Array;
}

let known: ByteScores | undefined;

function byteScores(): ByteScores {
  known ??= computeByteScores();
  return known;
}

/** Share of the letters that have the other case, in text of one case. */
const strayCase = 0.03;

function computeByteScores(): ByteScores {
  const { first, symbolOf, within } = englishModel();
  const mixed = Float64Array.from(symbolOf, (symbol, byte) => first[symbol]! + within[byte]!);
  const capital = mixed.slice();
  for (let lower = 0x61; lower <= 0x7a; lower++) {
    const upper = lower - 0x20;
    const either = 2 ** mixed[lower]! + 2 ** mixed[upper]!;
    mixed[lower] = Math.log2(either * (1 - strayCase));
    mixed[upper] = Math.log2(either * strayCase);
    capital[lower] = mixed[upper]!;
    capital[upper] = mixed[lower]!;
  }
  return { mixed, capital };
}
