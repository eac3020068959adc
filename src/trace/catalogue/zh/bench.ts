/** Words of `crypto bench`. */
export const bench = {};
