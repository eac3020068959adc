/**
 * Breaks the shift cipher from the ciphertext alone: tries all 26 shifts and asks which text is English.
 *
 * A sentence of twenty letters is enough; text that is not English is
 * reported as not recognised rather than guessed at.
 */
import { CryptoError, expectBytes } from '../errors.ts';
import { analysedBytes } from './analysed-bytes.ts';
import { caesarDecrypt } from './caesar.ts';
import { createLetterScore } from './letter-score.ts';
import { letterPlace } from './letters.ts';

export interface CaesarCandidate {
  /** The key that `caesarDecrypt` takes, 0 to 25. */
  readonly shift: number;
  /** Bits per letter: English has about 3; letters drawn at random have 4.70 (log2 26) or more. Low is good. */
  readonly score: number;
  /** The analysed bytes, shifted back. */
  readonly text: Uint8Array;
}

export interface CaesarBreak {
  /** All 26, the best first. */
  readonly candidates: readonly CaesarCandidate[];
  /** Letters the scores rest on. */
  readonly letters: number;
  /** Bytes looked at: the first 64 KiB at most. */
  readonly analysed: number;
  /** Whether the best candidate is English beyond reasonable doubt; see `confidentBits`. */
  readonly confident: boolean;
}

/**
 * Bits that the best candidate must save against random letters, after the log2 26 that naming one shift of
 * 26 costs. Measured: 98% of English passages of 20 letters do, 2% of random strings of 8, none of 2,000 of 20.
 */
const confidentBits = 2;

/** However much there is to save in a long text, English never takes more bits per letter than this. */
const confidentScore = 4.4;

/** Ranks all shifts. `bad-length` for a ciphertext without a letter. */
export function breakCaesar(ciphertext: Uint8Array): CaesarBreak {
  expectBytes('ciphertext', ciphertext);
  const analysed = ciphertext.subarray(0, analysedBytes);
  const letters = analysed.reduce((count, byte) => count + (letterPlace(byte) >= 0 ? 1 : 0), 0);
  if (letters === 0) {
    throw new CryptoError(
      'bad-length',
      `ciphertext: expected at least one letter from A to Z in its first ${analysedBytes} bytes, ` +
        `got ${analysed.length} bytes without any`,
    );
  }
  const letterBits = createLetterScore();
  const candidates = Array.from({ length: 26 }, (_, shift) => {
    const text = caesarDecrypt(shift, analysed);
    return { shift, score: letterBits(text) / letters, text };
  }).sort((a, b) => a.score - b.score);

  const best = candidates[0]!.score;
  const saved = (Math.log2(26) - best) * letters - Math.log2(26);
  return {
    candidates,
    letters,
    analysed: analysed.length,
    confident: saved >= confidentBits && best <= confidentScore,
  };
}
