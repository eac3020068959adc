/** Chinese words of the topic `story`. */
export const story = {} as const;
