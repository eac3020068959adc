/** What hash functions, MACs and key derivation say, in Chinese. */

export const HASH_SENTENCES = {};

export const HASH_NAMES = {};
