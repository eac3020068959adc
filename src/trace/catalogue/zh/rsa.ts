/** Words of RSA and its commands. */
export const rsa = {};
