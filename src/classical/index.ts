/** Classical ciphers, and how they are broken from the ciphertext alone. None of them protects anything today. */
export { analysedBytes } from './analysed-bytes.ts';
export { breakCaesar, type CaesarBreak, type CaesarCandidate } from './break-caesar.ts';
export {
  type BreakXorOptions,
  breakRepeatingXor,
  type KeyLengthFigures,
  longestXorKey,
  mostXorCandidates,
  type XorBreak,
  type XorCandidate,
  type XorDoubt,
} from './break-xor.ts';
export { caesarDecrypt, caesarEncrypt, createCaesar } from './caesar.ts';
export { englishBits, englishLetterShares } from './english.ts';
export { countLetters } from './letters.ts';
export { createPad, createXor, xorPad, xorRepeating } from './xor.ts';
export { type CribPlace, dragCrib, type XorReuse, xorReuse } from './xor-reuse.ts';
