/** Stream ciphers: a keystream of any length, XORed with the message. */
export { createRc4, rc4 } from './rc4.ts';
