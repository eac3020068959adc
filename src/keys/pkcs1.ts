/**
 * PKCS#1: the numbers of an RSA key and nothing else (RFC 8017, A.1), as `openssl rsa -traditional` writes them.
 *
 * PKCS#8 and SubjectPublicKeyInfo hold the same bytes inside.
 */
import {
  type DerReader,
  derError,
  encodeInteger,
  encodeSequence,
  readPositive,
  readSequence,
  readSequenceOf,
  readSmall,
} from '../asn1/index.ts';
import { CryptoError } from '../errors.ts';
import type { RsaOtherPrime, RsaPrivateKey, RsaPublicKey } from '../rsa/key.ts';
import { expectRsa, type PrivateKey, type PublicKey } from './key.ts';

const PUBLIC = 'RFC 8017, A.1.1';
const PRIVATE = 'RFC 8017, A.1.2';

/** RSAPublicKey ::= SEQUENCE { modulus, publicExponent } */
export function readPkcs1Public(der: DerReader): RsaPublicKey {
  return readSequence(
    der,
    'PKCS#1 RSAPublicKey',
    (inner) => ({
      n: readPositive(inner, 'PKCS#1 modulus', PUBLIC),
      e: readPositive(inner, 'PKCS#1 publicExponent', PUBLIC),
    }),
    PUBLIC,
  );
}

/** RSAPrivateKey: version 0 with two primes, version 1 with more behind them. The numbers are not yet held together. */
export function readPkcs1Private(der: DerReader): RsaPrivateKey {
  return readSequence(
    der,
    'PKCS#1 RSAPrivateKey',
    (inner) => {
      const version = readSmall(inner, 'PKCS#1 version', 1, PRIVATE);
      const next = (name: string) => readPositive(inner, `PKCS#1 ${name}`, PRIVATE);
      const [n, e, d] = [next('modulus'), next('publicExponent'), next('privateExponent')];
      const [p, q] = [next('prime1'), next('prime2')];
      const [dP, dQ, qInv] = [next('exponent1'), next('exponent2'), next('coefficient')];
      const key = { n, e, d, crt: { p, q, dP, dQ, qInv } };
      if (version === 0) return key;
      const at = inner.offset;
      const otherPrimes = readSequenceOf(inner, 'PKCS#1 otherPrimeInfos', readOtherPrime, PRIVATE);
      if (otherPrimes.length > 0) return { ...key, otherPrimes };
      throw derError('PKCS#1 otherPrimeInfos', 'at least one prime', at, 'no prime');
    },
    PRIVATE,
  );
}

/** As DER. `unsupported` for a key that is not plain RSA: PKCS#1 cannot say what it is restricted to. */
export function encodePkcs1Public(publicKey: PublicKey): Uint8Array {
  expectPlainRsa('publicKey', publicKey);
  return encodeRsaPublic(publicKey.rsa);
}

/** As `encodePkcs1Public`; `bad-argument` for a key without its primes. */
export function encodePkcs1Private(privateKey: PrivateKey): Uint8Array {
  expectPlainRsa('privateKey', privateKey);
  return encodeRsaPrivate(privateKey.rsa);
}

export function encodeRsaPublic({ n, e }: RsaPublicKey): Uint8Array {
  return encodeSequence(encodeInteger(n), encodeInteger(e));
}

export function encodeRsaPrivate({ n, e, d, crt, otherPrimes = [] }: RsaPrivateKey): Uint8Array {
  if (!crt) {
    throw new CryptoError(
      'bad-argument',
      'privateKey: expected its primes, which PKCS#1 and PKCS#8 hold, got n, e and d alone; a JWK can do without',
    );
  }
  const { p, q, dP, dQ, qInv } = crt;
  const others = otherPrimes.map((other) =>
    encodeSequence(encodeInteger(other.r), encodeInteger(other.d), encodeInteger(other.t)),
  );
  const version = others.length > 0 ? 1n : 0n;
  const numbers = [version, n, e, d, p, q, dP, dQ, qInv].map(encodeInteger);
  return encodeSequence(...numbers, ...(others.length > 0 ? [encodeSequence(...others)] : []));
}

function readOtherPrime(der: DerReader): RsaOtherPrime {
  return readSequence(der, 'PKCS#1 OtherPrimeInfo', (inner) => {
    const next = (name: string) => readPositive(inner, `PKCS#1 ${name}`, PRIVATE);
    return { r: next('prime'), d: next('exponent'), t: next('coefficient') };
  });
}

function expectPlainRsa<K extends PublicKey | PrivateKey>(
  name: string,
  key: K,
): asserts key is Extract<K, { algorithm: 'rsa' }> {
  expectRsa(name, key);
  if (key.algorithm === 'rsa') return;
  throw new CryptoError(
    'unsupported',
    `${name}: expected a plain RSA key, got RSASSA-PSS, whose restriction PKCS#1 cannot hold; write PKCS#8 or SPKI`,
  );
}
