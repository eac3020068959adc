/** Message authentication codes, and the derivation of keys with them. */
export { hkdf, hkdfExpand, hkdfExtract } from './hkdf.ts';
export { hmac } from './hmac.ts';
export { pbkdf2 } from './pbkdf2.ts';
export { tls10Prf } from './tls10-prf.ts';
export { tls12Prf } from './tls12-prf.ts';
