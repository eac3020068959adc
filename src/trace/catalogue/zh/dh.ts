/** Words of Diffie–Hellman. */
export const dh = {};
