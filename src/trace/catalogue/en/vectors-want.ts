/** What a randomized operation may give. */
export const vectorsWant = {
  'vectors.want.decrypts': 'any ciphertext that decrypts to {msg}',
  'vectors.want.verifies': 'any signature that verifies',
} as const;
