/** AES as FIPS 197 writes it down, with the mistakes that people make. For comparing with wrong answers only. */
import type { BlockCipher } from '../../block/index.ts';
import { concatAll, xor } from '../../bytes/index.ts';
import { expectLength } from '../../errors.ts';
import { shiftRows } from '../../explain/aes.ts';
import { INVERSE_S_BOX, S_BOX, times, xtime } from '../../explain/aes-field.ts';
import { cipherOf } from './run-mode.ts';

/** With none of them it is AES. */
export interface AesFlaws {
  readonly mixInLastRound?: boolean;
  readonly noMixColumns?: boolean;
  /** Each row of the matrix where its column should be. */
  readonly mixTransposed?: boolean;
  /** AddRoundKey before MixColumns. */
  readonly keyBeforeMix?: boolean;
  readonly noShiftRows?: boolean;
  readonly shiftRowsRight?: boolean;
  /** The block fills the state row by row; so do the round keys, or the key does before it is expanded. */
  readonly rowByRow?: 'block' | 'withRoundKeys' | 'withKey';
  readonly inverseSBox?: boolean;
  readonly noFirstKey?: boolean;
  readonly noLastKey?: boolean;
  /** The last round comes one too early, with its own key or with that of the round it replaces. */
  readonly roundTooFew?: 'lastKey' | 'nextKey';
  readonly tenRounds?: boolean;
  readonly noRcon?: boolean;
  readonly rconNotReduced?: boolean;
  readonly noRotWord?: boolean;
  readonly noSubWord?: boolean;
  readonly noExtraSubWord?: boolean;
  /** RotWord and Rcon as written for big-endian words, on words that were read little-endian. */
  readonly littleEndianWords?: boolean;
  /** The round keys from the last to the first. */
  readonly keysReversed?: boolean;
  /** Of the inverse cipher: MixColumns and the S-box of encryption. */
  readonly forwardMix?: boolean;
  readonly forwardSBox?: boolean;
}

/** A step and what undoes it. */
type Step = readonly [
  forward: (state: Uint8Array) => Uint8Array,
  backward: (state: Uint8Array) => Uint8Array,
];

/** Decryption undoes the steps of encryption one after the other, so that such a program takes its own work back. */
export function flawedAes(key: Uint8Array, flaws: AesFlaws): BlockCipher {
  expectLength('key', key, 16, 24, 32);
  const steps = stepsOf(roundKeysOf(key, flaws), flaws);
  return cipherOf(
    16,
    (block) => steps.reduce((state, [forward]) => forward(state), block),
    (block) => steps.reduceRight((state, [, backward]) => backward(state), block),
  );
}

function stepsOf(keys: readonly Uint8Array[], flaws: AesFlaws): Step[] {
  const forwardBox = flaws.inverseSBox ? INVERSE_S_BOX : S_BOX;
  const backwardBox = (forwardBox === S_BOX) === !flaws.forwardSBox ? INVERSE_S_BOX : S_BOX;
  const subBytes: Step = [substitute(forwardBox), substitute(backwardBox)];
  const direction = flaws.shiftRowsRight ? -1 : 1;
  const shift: Step = [
    (state) => shiftRows(state, direction),
    (state) => shiftRows(state, direction === 1 ? -1 : 1),
  ];
  const factors = flaws.mixTransposed ? [2, 1, 1, 3] : [2, 3, 1, 1];
  const inverse = flaws.mixTransposed ? [14, 9, 13, 11] : [14, 11, 13, 9];
  const mix: Step = [mixWith(factors), mixWith(flaws.forwardMix ? factors : inverse)];
  const addKey = (key: Uint8Array): Step => [(state) => xor(state, key), (state) => xor(state, key)];
  const turn: Step = [transpose, transpose];

  const rounds = flaws.tenRounds ? 10 : keys.length - 1 - (flaws.roundTooFew ? 1 : 0);
  const steps: Step[] = flaws.noFirstKey ? [] : [addKey(keys[0]!)];
  for (let round = 1; round <= rounds; round++) {
    const last = round === rounds;
    const mixes = !flaws.noMixColumns && (!last || flaws.mixInLastRound);
    const key = addKey(keys[last && flaws.roundTooFew === 'lastKey' ? rounds + 1 : round]!);
    steps.push(subBytes, ...(flaws.noShiftRows ? [] : [shift]));
    const [first, second] = flaws.keyBeforeMix ? [key, mix] : [mix, key];
    if (mixes) steps.push(first, second);
    else if (!(last && flaws.noLastKey)) steps.push(key);
  }
  return flaws.rowByRow ? [turn, ...steps, turn] : steps;
}

/** The key expansion (5.2). */
function roundKeysOf(key: Uint8Array, flaws: AesFlaws): Uint8Array[] {
  const Nk = key.length / 4;
  const Nr = Nk + 6;
  const bytesOf = (word: number) => Uint8Array.from({ length: 4 }, (_, row) => key[Nk * row + word]!);
  const w: Uint8Array[] = Array.from({ length: Nk }, (_, i) =>
    flaws.rowByRow === 'withKey' ? bytesOf(i) : key.slice(4 * i, 4 * i + 4),
  );
  const subWord = (word: Uint8Array) => (flaws.noSubWord ? word : word.map((byte) => S_BOX[byte]!));
  let rcon = 1;
  for (let i = Nk; i < 4 * (Nr + 1); i++) {
    let temp = w[i - 1]!;
    if (i % Nk === 0) {
      temp = subWord(flaws.noRotWord ? temp : rotWord(temp, flaws.littleEndianWords ? 3 : 1)).slice();
      if (!flaws.noRcon) temp[flaws.littleEndianWords ? 3 : 0]! ^= rcon;
      rcon = flaws.rconNotReduced ? (rcon << 1) & 0xff : xtime(rcon);
    } else if (Nk > 6 && i % Nk === 4 && !flaws.noExtraSubWord) temp = subWord(temp);
    w.push(xor(w[i - Nk]!, temp));
  }
  const keys = Array.from({ length: Nr + 1 }, (_, round) => concatAll(w.slice(4 * round, 4 * round + 4)));
  if (flaws.keysReversed) keys.reverse();
  return flaws.rowByRow === 'withRoundKeys' ? keys.map(transpose) : keys;
}

function rotWord(word: Uint8Array, places: number): Uint8Array {
  return word.map((_, i) => word[(i + places) % 4]!);
}

function substitute(box: readonly number[]) {
  return (state: Uint8Array) => state.map((byte) => box[byte]!);
}

/** The state with rows and columns exchanged. */
function transpose(state: Uint8Array): Uint8Array {
  return state.map((_, at) => state[4 * (at % 4) + (at >> 2)]!);
}

/** Products with the few factors of the two matrices. */
const PRODUCTS = [1, 2, 3, 9, 11, 13, 14].reduce((tables, factor) => {
  tables[factor] = Uint8Array.from({ length: 256 }, (_, byte) => times(factor, byte));
  return tables;
}, [] as Uint8Array[]);

/** Each column times the matrix whose first row is `factors`, the next ones rotated to the right. */
function mixWith(factors: readonly number[]) {
  const [a, b, c, d] = factors.map((factor) => PRODUCTS[factor]!) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  return (state: Uint8Array) =>
    state.map((_, at) => {
      const row = at % 4;
      const column = at - row;
      const s = (i: number) => state[column + ((row + i) % 4)]!;
      return a[s(0)]! ^ b[s(1)]! ^ c[s(2)]! ^ d[s(3)]!;
    });
}
