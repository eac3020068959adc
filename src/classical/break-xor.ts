/**
 * Breaks repeating-key XOR from the ciphertext alone, if the text is English.
 *
 * 1. For each key length, see how well the columns do by themselves (`key-length.ts` has the classical
 *    measures, for people to look at; this one decides, as it also knows what English letters are).
 * 2. For the most promising lengths, search the key across columns (`search-key.ts`).
 * 3. Rank by description length: bits of the text under the model, and 8 for each key byte. So a longer
 *    key must earn its bytes, and a key as long as its message, which could make any text, never wins.
 *
 * A few hundred bytes are enough for keys up to 40 bytes; a true one-time pad stays out of reach.
 */
import { toHex } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { analysedBytes } from './analysed-bytes.ts';
import { coincidence, hammingDistance, shortestPeriod } from './key-length.ts';
import { searchKey } from './search-key.ts';
import { xorRepeating } from './xor.ts';
import { rankColumns, scoreColumns } from './xor-columns.ts';

export interface BreakXorOptions {
  /** Longest key tried, in bytes; 40 if absent, at most 256. */
  readonly maxKeyLength?: number;
  /** Shortest key tried; 1 if absent. */
  readonly minKeyLength?: number;
  /** Most candidates given; 5 if absent, at most 12. */
  readonly top?: number;
}

export interface KeyLengthFigures {
  /** Bytes. */
  readonly length: number;
  /** Mean number of bits in which bytes so far apart differ; 4 for noise. Low is good. */
  readonly distance: number;
  /** Share of bytes equal to the one so far on; 0.004 for noise. High is good. */
  readonly coincidence: number;
  /** Bits per byte that text and key take if each column is judged by itself; 8 for noise. Low is good. */
  readonly score: number;
}

export interface XorCandidate {
  /** Never itself a shorter key repeated. */
  readonly key: Uint8Array;
  /** Bits per byte of the text under the model of English: prose has about 3.3, noise above 8. Low is good. */
  readonly score: number;
  /** Bits by which key and text together are shorter than the ciphertext; negative if they are longer. */
  readonly saved: number;
  /** Places in the key where another value makes a text that is nearly as English. */
  readonly doubtful: readonly number[];
  /** The analysed bytes, decrypted. */
  readonly text: Uint8Array;
}

/**
 * Why the best candidate may not be English: it takes too many bits per byte; or key and text together save
 * hardly anything; or the text repeats itself in step with the key, so that any other might stand there.
 */
export type XorDoubt = 'not-english' | 'too-little-text' | 'repetitive';

export interface XorBreak {
  /** All lengths tried, the most promising first. */
  readonly keyLengths: readonly KeyLengthFigures[];
  /** At least one, the best first. */
  readonly candidates: readonly XorCandidate[];
  /** Bytes looked at: the first 64 KiB at most, or the first 4 KiB where keys longer than 64 bytes are tried. */
  readonly analysed: number;
  /**
   * Whether the best candidate is English beyond reasonable doubt. Its key is then right on the whole, but single
   * bytes of a long key may be wrong; see `doubtful`, which names most of those.
   */
  readonly confident: boolean;
  /** The first reason why not. */
  readonly doubt: XorDoubt | undefined;
}

/** Bytes of the longest key that is tried. */
export const longestXorKey = 256;

/** Where keys longer than this are tried, 16 bytes to a column must do: more take long, and tell little more. */
const manyLengths = 64;
const fewerBytes = 16 * longestXorKey;

/** Most key lengths whose keys are searched across columns, each for one candidate. */
export const mostXorCandidates = 12;

/**
 * More bits per byte than looking across columns ever saves over judging each by itself. Lengths so far
 * behind the best, and lengths that leave no less than noise has, are searched only to fill the list.
 */
const hopelessBits = 2;

/**
 * What the best candidate must save. Of all strings of n bytes, at most one in 2^20 has a description that is
 * 20 bits shorter: noise gets this far once in a million times.
 */
const confidentBits = 20;

/** However much there is to save in a long text, English and its relatives never take more bits per byte. */
const confidentScore = 5.5;

/**
 * And equal bytes a key length apart are never so frequent (see `coincidence`): where a text repeats itself in
 * step with the key, any other text might stand there. Zeros look like this.
 */
const confidentCoincidence = 0.3;

/**
 * Ranks keys of `minKeyLength` to `maxKeyLength` bytes, each length with its best key. Lengths
 * beyond half the ciphertext are left out: one byte to a column tells nothing.
 *
 * `bad-length` for a ciphertext shorter than the shortest key or empty, `bad-argument` for limits that are
 * not whole numbers in order.
 *
 * Noise takes longest: under a second with keys of up to 64 bytes, about three with up to 256, whatever the
 * length; only the beginning is looked at (see `analysed`).
 */
export function breakRepeatingXor(ciphertext: Uint8Array, options: BreakXorOptions = {}): XorBreak {
  const { minKeyLength = 1, maxKeyLength = 40, top = 5 } = options;
  expectWhole('minKeyLength', minKeyLength, 1, longestXorKey);
  expectWhole('maxKeyLength', maxKeyLength, minKeyLength, longestXorKey);
  expectWhole('top', top, 1, mostXorCandidates);
  expectBytes('ciphertext', ciphertext);
  if (ciphertext.length < minKeyLength) {
    throw new CryptoError(
      'bad-length',
      `ciphertext: expected a length of at least ${minKeyLength}, that of the shortest key, got ${ciphertext.length}`,
    );
  }
  const analysed = ciphertext.subarray(0, maxKeyLength > manyLengths ? fewerBytes : analysedBytes);
  const longest = Math.max(minKeyLength, Math.min(maxKeyLength, Math.floor(analysed.length / 2)));
  const keyLengths: KeyLengthFigures[] = [];
  for (let length = minKeyLength; length <= longest; length++) {
    keyLengths.push(measureLength(analysed, length));
  }
  keyLengths.sort((a, b) => a.score - b.score);

  const namedLength = Math.log2(keyLengths.length);
  const byKey = new Map<string, XorCandidate>();
  let least = Number.POSITIVE_INFINITY;
  for (const { length, score } of keyLengths.slice(0, mostXorCandidates)) {
    if (byKey.size >= top && score > Math.min(least + hopelessBits, 8)) break;
    const found = searchKey(analysed, rankColumns(analysed, length));
    least = Math.min(least, (found.bits + 8 * length) / analysed.length);
    const key = shortestPeriod(found.key);
    if (byKey.has(toHex(key))) continue;
    byKey.set(toHex(key), {
      key,
      score: found.bits / analysed.length,
      saved: 8 * analysed.length - found.bits - 8 * key.length - namedLength,
      doubtful: found.doubtful.filter((at) => at < key.length),
      text: xorRepeating(key, analysed),
    });
  }
  const candidates = [...byKey.values()].sort((a, b) => b.saved - a.saved).slice(0, top);
  const doubt = doubtAbout(candidates[0]!, analysed);
  return { keyLengths, candidates, analysed: analysed.length, confident: doubt === undefined, doubt };
}

function doubtAbout({ score, saved, key }: XorCandidate, ciphertext: Uint8Array): XorDoubt | undefined {
  if (score > confidentScore) return 'not-english';
  if (saved < confidentBits) return 'too-little-text';
  if (coincidence(ciphertext, key.length) > confidentCoincidence) return 'repetitive';
  return undefined;
}

function measureLength(ciphertext: Uint8Array, length: number): KeyLengthFigures {
  return {
    length,
    distance: hammingDistance(ciphertext, length),
    coincidence: coincidence(ciphertext, length),
    score: (8 * length - scoreColumns(ciphertext, length)) / ciphertext.length,
  };
}

function expectWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new CryptoError(
    'bad-argument',
    `${name}: expected a whole number from ${least} to ${most}, got ${value}`,
  );
}
