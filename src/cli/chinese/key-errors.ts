/** What the readers of DER, PEM, JWK and key files say, in Chinese. */

export const KEY_SENTENCES = {};

export const KEY_NAMES = {};
