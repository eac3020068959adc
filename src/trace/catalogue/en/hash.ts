/** Words of hash functions, MACs and key derivation. */
export const hash = {} as const;
