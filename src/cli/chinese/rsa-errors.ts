/** What number theory, RSA and Diffie–Hellman say, in Chinese. */

export const RSA_SENTENCES = {};

export const RSA_NAMES = {};
