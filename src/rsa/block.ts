/**
 * RSA itself: a number to the power of e or d, mod n (RFC 8017, 5.1 and 5.2).
 *
 * This is the textbook's RSA, which protects nothing on its own: equal numbers give equal results, and small ones can be
 * had back by taking a root. Paddings make it safe. Nor does JavaScript's bigint compute in constant time: who can
 * measure many private operations closely learns about d.
 */
import { CryptoError, expectInteger } from '../errors.ts';
import { byteLength, modPow } from '../math/index.ts';
import { expectPrivateKey, expectPublicKey, usableCrt } from './expect-key.ts';
import type { RsaCrt, RsaPrivateKey, RsaPublicKey } from './key.ts';

/** k, the length of the modulus n in bytes: that of every ciphertext and signature. */
export function modulusLength(publicKey: RsaPublicKey): number {
  expectPublicKey('publicKey', publicKey);
  return byteLength(publicKey.n);
}

/** What may be published of `privateKey`. */
export function publicKeyOf(privateKey: RsaPrivateKey): RsaPublicKey {
  expectPublicKey('privateKey', privateKey);
  return { n: privateKey.n, e: privateKey.e };
}

/**
 * m^e mod n: RSAEP (5.1.1), and RSAVP1 (5.2.2) when `m` is a signature. `m` is from 0 to n - 1, else `bad-argument`.
 */
export function encryptBlock(publicKey: RsaPublicKey, m: bigint): bigint {
  expectPublicKey('publicKey', publicKey);
  expectBelow('m', m, publicKey.n);
  return modPow(m, publicKey.e, publicKey.n);
}

/**
 * c^d mod n: RSADP (5.1.2), and RSASP1 (5.2.1) when `c` is an encoded message. `c` is from 0 to n - 1, else
 * `bad-argument`.
 *
 * The result leaves only if its e-th power is `c`, else `check-failed`: one faulty half of the CRT would give away p and
 * q (Boneh, DeMillo and Lipton, 1997), and a key whose numbers do not belong together gives no output.
 */
export function decryptBlock(privateKey: RsaPrivateKey, c: bigint): bigint {
  expectPrivateKey('privateKey', privateKey);
  const { n, e, d } = privateKey;
  expectBelow('c', c, n);
  const crt = usableCrt(privateKey);
  const m = crt ? powerByHalves(crt, c) : modPow(c, d, n);
  if (modPow(m, e, n) === c) return m;
  throw new CryptoError(
    'check-failed',
    'privateKey: expected numbers that belong together, got a result whose e-th power mod n is not what it was made from; check the key',
  );
}

/** 5.1.2, step 2.b, with the primes first and second. */
function powerByHalves({ p, q, dP, dQ, qInv }: RsaCrt, c: bigint): bigint {
  const m1 = modPow(c % p, dP, p);
  const m2 = modPow(c % q, dQ, q);
  const h = ((((m1 - m2) * qInv) % p) + p) % p;
  return m2 + q * h;
}

function expectBelow(name: string, value: bigint, n: bigint): void {
  expectInteger(name, value);
  if (value >= 0n && value < n) return;
  throw new CryptoError(
    'bad-argument',
    `${name}: expected a number from 0 to n - 1, got ${value < 0n ? 'a negative one' : 'one that is not below n'}`,
  );
}
