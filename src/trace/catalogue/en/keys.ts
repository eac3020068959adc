/** Words of key files. */
export const keys = {} as const;
