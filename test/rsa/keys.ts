/** Keys for the tests of RSA: from vectors, and small ones to compute with by hand. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { fromHex } from '../../src/bytes/index.ts';
import { HASHES, type Hash } from '../../src/hash/index.ts';
import { byteLength, i2osp, modInverse, os2ip } from '../../src/math/index.ts';
import type { RsaPrivateKey, RsaPublicKey } from '../../src/rsa/index.ts';
import { type VectorCase, vectors } from '../vectors.ts';

type Numbers = Readonly<Record<string, string>>;

const number = (hex: string) => os2ip(fromHex(hex));

/** From the names that Wycheproof gives the numbers; the CRT's may be absent. */
export function privateKeyOf({ privateKey }: Record<string, unknown>): RsaPrivateKey {
  const { modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient } =
    privateKey as Numbers;
  const key = { n: number(modulus!), e: number(publicExponent!), d: number(privateExponent!) };
  if (prime1 === undefined) return key;
  const crt = {
    p: number(prime1),
    q: number(prime2!),
    dP: number(exponent1!),
    dQ: number(exponent2!),
    qInv: number(coefficient!),
  };
  return { ...key, crt };
}

export function publicKeyOf({ publicKey }: Record<string, unknown>): RsaPublicKey {
  const { modulus, publicExponent } = publicKey as Numbers;
  return { n: number(modulus!), e: number(publicExponent!) };
}

/** By the standard's name of a hash function. */
export function hashNamed(name: unknown): Hash {
  return Object.values(HASHES).find((hash) => hash.name === name)!;
}

/** A key from its primes. */
export function keyFrom(p: bigint, q: bigint, e: bigint): RsaPrivateKey {
  const d = modInverse(e, (p - 1n) * (q - 1n));
  return {
    n: p * q,
    e,
    d,
    crt: { p, q, dP: d % (p - 1n), dQ: d % (q - 1n), qInv: modInverse(q, p) },
  };
}

/** p = 61, q = 53, e = 17: the one that students meet. */
export const TOY = keyFrom(61n, 53n, 17n);

const cases = vectors('rsa-pss').filter((test) => test.privateKey);
const ofSize = (bits: number): RsaPrivateKey =>
  privateKeyOf(cases.find((test: VectorCase) => test.keySize === bits)!);

export const KEY_1024 = ofSize(1024);
/** 8 i + 1 bits: a PSS block is one byte shorter than the modulus. */
export const KEY_1025 = ofSize(1025);
export const KEY_1026 = ofSize(1026);

/** The key as Node's, through JWK. */
export function nodeKey({ n, e, d, crt }: RsaPrivateKey): KeyObject {
  const text = (value: bigint) => Buffer.from(i2osp(value, byteLength(value))).toString('base64url');
  const { p, q, dP, dQ, qInv } = crt!;
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: text(n),
      e: text(e),
      d: text(d),
      p: text(p),
      q: text(q),
      dp: text(dP),
      dq: text(dQ),
      qi: text(qInv),
    },
  });
}
