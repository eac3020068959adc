/**
 * JSON Web Key: a key as JSON (RFC 7517), its numbers as base64url without padding (RFC 7518, 6.3).
 */
import { base64urlnopad } from '@scure/base';
import { excerpt, fromHex, toHex } from '../bytes/index.ts';
import { CryptoError, kindOf } from '../errors.ts';
import type { RsaCrt, RsaOtherPrime, RsaPrivateKey, RsaPublicKey } from '../rsa/key.ts';
import { expectRsa, type PrivateKey, type PublicKey } from './key.ts';

/** One prime after the second (RFC 7518, 6.3.2.7). */
export interface JwkOtherPrime {
  readonly r: string;
  readonly d: string;
  readonly t: string;
}

/** An RSA key; `d` and what follows it are in private ones only. */
export interface RsaJwk {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly d?: string;
  readonly p?: string;
  readonly q?: string;
  readonly dp?: string;
  readonly dq?: string;
  readonly qi?: string;
  readonly oth?: readonly JwkOtherPrime[];
}

type Json = Readonly<Record<string, unknown>>;

/** The numbers of a JWK, public or private; members that are not part of the key (`kid`, `use`, …) are passed over. */
export function readJwk(text: string): RsaPublicKey | RsaPrivateKey {
  const jwk = object('JWK', parsed(text));
  if ('keys' in jwk) throw new CryptoError('bad-format', 'JWK: expected one key, got a set of keys');
  if (jwk.kty !== 'RSA') {
    const { kty } = jwk;
    if (typeof kty === 'string') {
      throw new CryptoError('unsupported', `JWK kty: expected "RSA", got ${excerpt(kty)}`);
    }
    throw new CryptoError(
      'bad-format',
      `JWK kty: expected "RSA", got ${kty === undefined ? 'none' : kindOf(kty)}`,
    );
  }
  const publicKey = { n: number(jwk, 'n'), e: number(jwk, 'e') };
  if (!('d' in jwk)) return publicKey;
  const key = { ...publicKey, d: number(jwk, 'd') };
  // RFC 7518, 6.3.2: if one of them is there, all must be.
  if (!['p', 'q', 'dp', 'dq', 'qi', 'oth'].some((name) => name in jwk)) return key;
  const crt: RsaCrt = {
    p: number(jwk, 'p'),
    q: number(jwk, 'q'),
    dP: number(jwk, 'dp'),
    dQ: number(jwk, 'dq'),
    qInv: number(jwk, 'qi'),
  };
  return 'oth' in jwk ? { ...key, crt, otherPrimes: otherPrimes(jwk.oth) } : { ...key, crt };
}

/** `key` as a JWK. `unsupported` for one that is not plain RSA: a JWK cannot say what it is restricted to. */
export function toJwk(key: PublicKey | PrivateKey): RsaJwk {
  expectRsa('key', key);
  if (key.algorithm !== 'rsa') {
    throw new CryptoError(
      'unsupported',
      'key: expected a plain RSA key, got RSASSA-PSS, whose restriction a JWK cannot hold; write PKCS#8 or SPKI',
    );
  }
  const { rsa } = key;
  const numbers = { kty: 'RSA', n: text(rsa.n), e: text(rsa.e) } as const;
  if (!('d' in rsa)) return numbers;
  const { d, crt, otherPrimes: others = [] } = rsa;
  if (!crt) return { ...numbers, d: text(d) };
  return {
    ...numbers,
    d: text(d),
    p: text(crt.p),
    q: text(crt.q),
    dp: text(crt.dP),
    dq: text(crt.dQ),
    qi: text(crt.qInv),
    ...(others.length > 0 && {
      oth: others.map((other) => ({ r: text(other.r), d: text(other.d), t: text(other.t) })),
    }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CryptoError('bad-format', 'JWK: expected JSON, got text that is none');
  }
}

function object(name: string, value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new CryptoError('bad-format', `${name}: expected a JSON object, got ${kindOf(value)}`);
}

function otherPrimes(value: unknown): RsaOtherPrime[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new CryptoError('bad-format', `JWK oth: expected an array of primes, got ${kindOf(value)}`);
  }
  return value.map((each: unknown, i) => {
    const other = object(`JWK oth[${i}]`, each);
    const at = `oth[${i}].`;
    return { r: number(other, 'r', at), d: number(other, 'd', at), t: number(other, 't', at) };
  });
}

/** Base64urlUInt (RFC 7518, 2): big-endian, in as few bytes as possible. */
function number(jwk: Json, member: string, prefix = ''): bigint {
  const name = `JWK ${prefix}${member}`;
  const value = jwk[member];
  if (typeof value !== 'string') {
    throw new CryptoError(
      'bad-format',
      `${name}: expected base64url, got ${member in jwk ? kindOf(value) : 'none'}`,
    );
  }
  const bytes = decoded(name, value);
  if (bytes.length === 0 || bytes[0] === 0) {
    throw new CryptoError(
      'bad-format',
      `${name}: expected a positive number without leading zero bytes, got ${bytes.length === 0 ? 'nothing' : '00 in front'}`,
    );
  }
  return BigInt(`0x${toHex(bytes)}`);
}

function decoded(name: string, value: string): Uint8Array {
  try {
    return base64urlnopad.decode(value);
  } catch {
    throw new CryptoError(
      'bad-encoding',
      `${name}: expected base64url without padding, got ${excerpt(value)}`,
    );
  }
}

function text(value: bigint): string {
  const hex = value.toString(16);
  return base64urlnopad.encode(fromHex(hex.length % 2 === 0 ? hex : `0${hex}`));
}
