/**
 * How English a byte string looks: a probability for each byte given the two before it.
 *
 * In every place the 256 probabilities add up to 1, so minus their logarithm is the length in bits of the
 * text in the best code made for this model: about 3.3 bits a byte for prose, far above 8 for noise. Such
 * figures compare across texts and add up with a key's own length (minimum description length).
 * Letters are predicted regardless of case, and cases apart, so that text in capitals is English too.
 */
import { expectBytes } from '../errors.ts';
import {
  afterOne,
  afterTwo,
  alone,
  capitals,
  capitalsAfterOne,
  capitalsAfterTwo,
  digits,
  symbolNames,
} from './english-table.ts';

/**
 * log2 probabilities by symbol. A symbol is what the model tells apart: 41 kinds of bytes, of which the
 * letters are counted twice, small ones from 0, capitals from `kinds`.
 */
export interface EnglishModel {
  /** Symbols, capitals included. */
  readonly symbols: number;
  /** The symbol of each byte. */
  readonly symbolOf: Uint8Array;
  /** log2 P(byte | its symbol), by byte. */
  readonly within: Float32Array;
  /** log2 P(symbol), without context. */
  readonly first: Float32Array;
  /** log2 P(symbol | one before): before * symbols + symbol. */
  readonly second: Float32Array;
  /** log2 P(symbol | two before): (earlier * symbols + before) * symbols + symbol. */
  readonly third: Float32Array;
}

const kinds = symbolNames.length;
const symbols = kinds + 26;
const space = symbolNames.indexOf('_');
const lineFeed = symbolNames.indexOf('/');

let built: EnglishModel | undefined;

/** The model; its tables are computed at the first call (some milliseconds). */
export function englishModel(): EnglishModel {
  built ??= buildModel();
  return built;
}

/** Length in bits of `text` under the model. It may start in the middle of a sentence or word. */
export function englishBits(text: Uint8Array): number {
  expectBytes('text', text);
  const { symbolOf, within, first, second, third } = englishModel();
  let logProbability = 0;
  let earlier = -1;
  let before = -1;
  for (const byte of text) {
    const symbol = symbolOf[byte]!;
    logProbability += within[byte]!;
    if (before < 0) logProbability += first[symbol]!;
    else if (earlier < 0) logProbability += second[before * symbols + symbol]!;
    else logProbability += third[(earlier * symbols + before) * symbols + symbol]!;
    earlier = before;
    before = symbol;
  }
  return logProbability === 0 ? 0 : -logProbability;
}

/** The share of each letter among the letters of English, A to Z. */
export function englishLetterShares(): number[] {
  const shares = readDigits(alone, 3).slice(0, 26);
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function buildModel(): EnglishModel {
  const logOne = logs(normalised(readDigits(alone, 3)));
  const rows = afterOne.map((row) => normalised(readDigits(row, 3)));
  const logTwo = rows.map(logs);
  const logThree = readAfterTwo(rows);

  const first = new Float32Array(symbols);
  const second = new Float32Array(symbols ** 2);
  const third = new Float32Array(symbols ** 3);
  for (let symbol = 0; symbol < symbols; symbol++) {
    first[symbol] = logOne[kindOf(symbol)]! + caseBits(symbol, capitals);
    for (let before = 0; before < symbols; before++) {
      const share = capitalsAfterOne[caseKind(before)]!;
      second[before * symbols + symbol] = logTwo[kindOf(before)]![kindOf(symbol)]! + caseBits(symbol, share);
    }
  }
  for (let earlier = 0; earlier < symbols; earlier++) {
    for (let before = 0; before < symbols; before++) {
      const row = logThree.get(contextName(earlier, before)) ?? logTwo[kindOf(before)]!;
      const share = capitalsAfterTwo[caseKind(earlier)]![caseKind(before)]!;
      const base = (earlier * symbols + before) * symbols;
      for (let symbol = 0; symbol < symbols; symbol++) {
        third[base + symbol] = row[kindOf(symbol)]! + caseBits(symbol, share);
      }
    }
  }
  return { symbols, ...classifyBytes(), first, second, third };
}

/** The table `afterTwo` as rows of logarithms; what it leaves out shares the rest as after one symbol. */
function readAfterTwo(rows: readonly number[][]): Map<string, number[]> {
  const contexts = new Map<string, number[]>();
  for (const entry of afterTwo.split(' ')) {
    const row = rows[symbolNames.indexOf(entry[1]!)]!;
    const listed = new Map<number, number>();
    for (let at = 2; at < entry.length; at += 2) {
      listed.set(symbolNames.indexOf(entry[at]!), readDigits(entry[at + 1]!, 2)[0]!);
    }
    const listedSum = [...listed.values()].reduce((sum, share) => sum + share, 0);
    const shorterSum = [...listed.keys()].reduce((sum, symbol) => sum + row[symbol]!, 0);
    // Rounding may bring the listed to 1 or more: something is kept for all that was never seen.
    const scale = Math.min(1, 0.98 / listedSum);
    const rest = (1 - scale * listedSum) / (1 - shorterSum);
    contexts.set(
      entry.slice(0, 2),
      logs(row.map((share, symbol) => (listed.has(symbol) ? scale * listed.get(symbol)! : rest * share))),
    );
  }
  return contexts;
}

function contextName(earlier: number, before: number): string {
  const isSpace = before === space || before === lineFeed;
  const nameOf = (symbol: number) => (kindOf(symbol) < 26 ? symbolNames[kindOf(symbol)]! : '_');
  return kindOf(before) < 26 || isSpace ? nameOf(earlier) + nameOf(before) : '';
}

/** 2^(-digit / parts) for each digit. */
function readDigits(text: string, parts: number): number[] {
  return Array.from(text, (digit) => 2 ** (-digits.indexOf(digit) / parts));
}

function normalised(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function logs(shares: readonly number[]): number[] {
  return shares.map((share) => Math.log2(share));
}

function kindOf(symbol: number): number {
  return symbol < kinds ? symbol : symbol - kinds;
}

/** What a letter's case adds, where `share` per mille of the letters are capitals. */
function caseBits(symbol: number, share: number): number {
  if (symbol >= kinds) return Math.log2(share / 1000);
  return symbol < 26 ? Math.log2(1 - share / 1000) : 0;
}

/** Lower case, capital, space, full stop, other: the order of the tables of capitals. */
function caseKind(symbol: number): number {
  if (symbol < 26) return 0;
  if (symbol >= kinds) return 1;
  if (symbol === space || symbol === lineFeed) return 2;
  return symbolNames[symbol] === '.' || symbolNames[symbol] === '!' ? 3 : 4;
}

/** Each byte's symbol, and how the bytes of one symbol share its probability. */
function classifyBytes(): Pick<EnglishModel, 'symbolOf' | 'within'> {
  const groups = [' ', '\n', '0123456789', '.', ',', "'", '"', '-', '!?', ';:', '()[]'];
  const [otherPunctuation, leadByte, furtherByte, control] = [37, 38, 39, 40];
  const symbolOf = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const character = String.fromCharCode(byte);
    const group = groups.findIndex((members) => members.includes(character));
    if (/[a-z]/.test(character)) symbolOf[byte] = byte - 0x61;
    else if (/[A-Z]/.test(character)) symbolOf[byte] = byte - 0x41 + kinds;
    else if (group >= 0) symbolOf[byte] = 26 + group;
    else if (byte < 0x20 || byte === 0x7f) symbolOf[byte] = control;
    else if (byte < 0x80) symbolOf[byte] = otherPunctuation;
    else symbolOf[byte] = byte < 0xc0 ? furtherByte : leadByte;
  }
  const weights = Array.from(symbolOf, (_, byte) => byteWeight(byte));
  const sums = new Float64Array(symbols);
  for (let byte = 0; byte < 256; byte++) sums[symbolOf[byte]!]! += weights[byte]!;
  const within = Float32Array.from(weights, (weight, byte) => Math.log2(weight / sums[symbolOf[byte]!]!));
  return { symbolOf, within };
}

/** UTF-8 in English is mostly curly quotes and dashes, E2 80 93 to A6; control characters, tab and CR. */
function byteWeight(byte: number): number {
  if (byte === 0xe2) return 100;
  if (byte === 0x80) return 40;
  if (byte >= 0x93 && byte <= 0xa6) return 3;
  if (byte === 0x09 || byte === 0x0d) return 20;
  // Never found in UTF-8 (RFC 3629, section 1).
  if (byte === 0xc0 || byte === 0xc1 || byte >= 0xf5) return 0.1;
  return 1;
}
