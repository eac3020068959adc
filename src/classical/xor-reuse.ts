/**
 * What two messages under one pad give away: the pad falls out of their XOR, and the XOR of two texts is
 * far from random.
 *
 * This is how the Venona project read one-time pads that had been printed twice. Nothing here needs the pad.
 */
import { CryptoError, expectBytes } from '../errors.ts';
import { englishBits } from './english.ts';
import { letterPlace } from './letters.ts';

export interface XorReuse {
  /** a xor b over their common length: also the XOR of the two plaintexts, if the pad was the same. */
  readonly xored: Uint8Array;
  /** Positions where both messages have the same byte. */
  readonly equal: readonly number[];
  /** Positions where very likely a space in one message meets this letter (A to Z or a to z) in the other. */
  readonly letters: readonly { readonly position: number; readonly letter: string }[];
  /** Share of bytes below 80: 1 for two texts in ASCII under one pad, about one half under different pads. */
  readonly lowShare: number;
}

/** Compares two ciphertexts, as far as the shorter reaches. `bad-length` if one is empty. */
export function xorReuse(a: Uint8Array, b: Uint8Array): XorReuse {
  for (const [name, bytes] of Object.entries({ a, b })) {
    expectBytes(name, bytes);
    if (bytes.length === 0) throw new CryptoError('bad-length', `${name}: expected at least 1 byte, got 0`);
  }
  const xored = new Uint8Array(Math.min(a.length, b.length));
  const equal: number[] = [];
  const letters: { position: number; letter: string }[] = [];
  let low = 0;
  for (let position = 0; position < xored.length; position++) {
    const sum = a[position]! ^ b[position]!;
    xored[position] = sum;
    if (sum < 0x80) low++;
    if (sum === 0) equal.push(position);
    // A space is 20: it flips a letter's case. Two letters differ in their low bits only, or in bit 20 too,
    // so what has bit 40 is a letter and something else, most often a space.
    const letter = sum ^ 0x20;
    if (letterPlace(letter) >= 0) letters.push({ position, letter: String.fromCharCode(letter) });
  }
  return { xored, equal, letters, lowShare: low / xored.length };
}

export interface CribPlace {
  /** Where in one of the messages the crib is supposed to stand. */
  readonly position: number;
  /** What would then stand there in the other message. */
  readonly fragment: Uint8Array;
  /** Bits per byte of the fragment under the model of English. Low is good. */
  readonly score: number;
}

/**
 * Crib dragging: supposes `crib` at each place of one message and ranks the places by how English the other
 * message then is there, the best `top` first.
 *
 * `xored` is the XOR of the two messages. `bad-length` for a crib that is empty or longer than it.
 */
export function dragCrib(xored: Uint8Array, crib: Uint8Array, top = 10): CribPlace[] {
  expectBytes('xored', xored);
  expectBytes('crib', crib);
  if (crib.length === 0 || crib.length > xored.length) {
    throw new CryptoError(
      'bad-length',
      `crib: expected from 1 to ${xored.length} bytes, the common length of the messages, got ${crib.length}`,
    );
  }
  if (!Number.isInteger(top) || top < 1) {
    throw new CryptoError('bad-argument', `top: expected a whole number of at least 1, got ${top}`);
  }
  const places: CribPlace[] = [];
  for (let position = 0; position + crib.length <= xored.length; position++) {
    const fragment = crib.map((byte, i) => byte ^ xored[position + i]!);
    places.push({ position, fragment, score: englishBits(fragment) / fragment.length });
  }
  return places.sort((a, b) => a.score - b.score || a.position - b.position).slice(0, top);
}
