/**
 * RSA keys as numbers (RFC 8017, 3.1 and 3.2), under the names the standard gives them.
 */

export interface RsaPublicKey {
  /** The modulus, n = p * q. */
  readonly n: bigint;
  /** The public exponent. */
  readonly e: bigint;
}

/** The first two primes and what the Chinese remainder theorem needs beside them. */
export interface RsaCrt {
  readonly p: bigint;
  readonly q: bigint;
  /** d mod (p - 1) */
  readonly dP: bigint;
  /** d mod (q - 1) */
  readonly dQ: bigint;
  /** The inverse of q mod p. */
  readonly qInv: bigint;
}

/** One prime after the first two (RFC 8017, 3.2: r_i, d_i, t_i). */
export interface RsaOtherPrime {
  readonly r: bigint;
  readonly d: bigint;
  readonly t: bigint;
}

export interface RsaPrivateKey extends RsaPublicKey {
  /** The private exponent: e * d = 1 mod lambda(n). */
  readonly d: bigint;
  /** Absent where a key file gives n, e and d alone. */
  readonly crt?: RsaCrt;
  /** Primes after the second. Such a key is used through n and d, without the CRT. */
  readonly otherPrimes?: readonly RsaOtherPrime[];
}
