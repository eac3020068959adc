/** English words of the topic `image`. */
export const image = {} as const;
