/** English words of the topic `classical`. */
export const classical = {} as const;
