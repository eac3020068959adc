/** Classical ciphers, and how they are broken from the ciphertext alone. None of them protects anything today. */
export { caesarDecrypt, caesarEncrypt, createCaesar } from './caesar.ts';
export { englishBits, englishLetterShares } from './english.ts';
export { createXor, xorPad, xorRepeating } from './xor.ts';
