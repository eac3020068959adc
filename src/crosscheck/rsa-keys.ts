/**
 * Keys that the rows of RSA are checked under: those of RSA Laboratories' published examples for PKCS#1 v2.1. They are
 * small, so that a check is quick, and everybody has them.
 */
import { modInverse } from '../math/index.ts';
import type { RsaPrivateKey } from '../rsa/index.ts';

/** OAEP's Example 1, 1024 bits; PSS's Example 2, 1025 bits, with which a PSS block is one byte shorter than the modulus. */
const PRIMES: readonly (readonly [p: bigint, q: bigint])[] = [
  [
    0xd32737e7267ffe1341b2d5c0d150a81b586fb3132bed2f8d5262864a9cb9f30af38be448598d413a172efb802c21acf1c11c520c2f26a471dcad212eac7ca39dn,
    0xcc8853d1d54da630fac004f471f281c7b8982d8224a490edbeb33d3e3d5cc93c4765703d1dd791642f1f116a0dd852be2419b2af72bfe9a030e860b0288b5d77n,
  ],
  [
    0x16601e926a0f8c9e26ecab769ea65a5e7c52cc9e080ef519457c644da6891c5a104d3ea7955929a22e7c68a7af9fcad777c3ccc2b9e3d3650bce404399b7e59d1n,
    0x14eafa1d4d0184da7e31f877d1281ddda625664869e8379e67ad3b75eae74a580e9827abd6eb7a002cb5411f5266797768fb8e95ae40e3e8a01f35ff89e56c079n,
  ],
];

export const RSA_KEYS: readonly RsaPrivateKey[] = PRIMES.map(([p, q]) => {
  const e = 65537n;
  const d = modInverse(e, (p - 1n) * (q - 1n));
  const crt = { p, q, dP: d % (p - 1n), dQ: d % (q - 1n), qInv: modInverse(q, p) };
  return { n: p * q, e, d, crt };
});
