/** The bytes at the beginning of a ciphertext that are analysed: enough for any of these breaks. */
export const analysedBytes = 64 * 1024;
