/** Chinese words of the topic `modes`. */
export const modes = {} as const;
