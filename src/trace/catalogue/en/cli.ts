/** English words of the topic `cli`. */
export const cli = { 'cli.hint': '' } as const;
