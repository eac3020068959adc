/**
 * Number theory by jsbn, the big integers that the web computed RSA with for years. It has not been audited.
 *
 * Its random bases come from Math.random among small primes: nothing that others chose should be judged by it.
 */
import jsbn from 'jsbn';
import type { RsaPrivateKey, RsaPublicKey } from '../rsa/index.ts';

const { BigInteger } = jsbn;
type BigInteger = InstanceType<typeof BigInteger>;

/** base^exponent mod modulus, of numbers from 0 up and a modulus from 1 up. */
export function jsbnModPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const m = to(modulus);
  // Its modPow alone gives 1 for an exponent 0 under the modulus 1.
  return from(to(base).modPow(to(exponent), m).mod(m));
}

/** Throws where there is none. */
export function jsbnModInverse(a: bigint, modulus: bigint): bigint {
  const m = to(modulus);
  const reduced = to(a).mod(m);
  // It gives 0 where there is no inverse, and does not end for 0 itself.
  const inverse = reduced.signum() === 0 ? 0n : from(reduced.modInverse(m));
  if (inverse === 0n) throw new Error('no inverse');
  return inverse;
}

export function jsbnGcd(a: bigint, b: bigint): bigint {
  return from(to(a).gcd(to(b)));
}

/** After 64 rounds of Miller–Rabin. */
export function jsbnIsProbablePrime(n: bigint): boolean {
  return to(n).isProbablePrime(64);
}

/** RSA's public operation, m^e mod n. */
export function jsbnPublic({ n, e }: RsaPublicKey, m: bigint): bigint {
  return jsbnModPow(m, e, n);
}

/** RSA's private operation c^d mod n, with the CRT where the key has its numbers. */
export function jsbnPrivate({ n, d, crt }: RsaPrivateKey, c: bigint): bigint {
  if (!crt) return jsbnModPow(c, d, n);
  const [p, q] = [to(crt.p), to(crt.q)];
  const m1 = to(c).mod(p).modPow(to(crt.dP), p);
  const m2 = to(c).mod(q).modPow(to(crt.dQ), q);
  return from(m1.subtract(m2).multiply(to(crt.qInv)).mod(p).multiply(q).add(m2));
}

function to(value: bigint): BigInteger {
  return new BigInteger(value.toString(16), 16);
}

function from(value: BigInteger): bigint {
  return BigInt(`0x${value.toString(16)}`);
}
