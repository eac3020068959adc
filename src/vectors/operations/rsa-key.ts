/** RSA keys in a request: as Wycheproof's numbers, or as DER. */

import { CryptoError } from '../../errors.ts';
import { parsePrivateKey, parsePublicKey } from '../../keys/index.ts';
import { os2ip } from '../../math/index.ts';
import type { RsaPrivateKey, RsaPublicKey } from '../../rsa/index.ts';
import { BadRequest, bytes, type Fields } from './operation.ts';

const number = (fields: Fields, name: string) => os2ip(bytes(fields, name));

/** From `publicKeyDer` (SPKI), `publicKeyAsn` (PKCS#1), or `modulus` and `publicExponent`. */
export function publicKeyIn(fields: Fields): RsaPublicKey {
  for (const name of ['publicKeyDer', 'publicKeyAsn']) {
    if (fields[name] !== undefined) return rsaOf(parsePublicKey(bytes(fields, name)));
  }
  return { n: number(fields, 'modulus'), e: number(fields, 'publicExponent') };
}

/**
 * From `privateKeyPkcs8`, or `modulus`, `publicExponent` and `privateExponent`; with all five of `prime1`, `prime2`,
 * `exponent1`, `exponent2` and `coefficient` through the Chinese remainder theorem.
 */
export function privateKeyIn(fields: Fields): RsaPrivateKey {
  if (fields.privateKeyPkcs8 !== undefined) return rsaOf(parsePrivateKey(bytes(fields, 'privateKeyPkcs8')));
  const key = {
    n: number(fields, 'modulus'),
    e: number(fields, 'publicExponent'),
    d: number(fields, 'privateExponent'),
  };
  const present = CRT_FIELDS.filter((name) => fields[name] !== undefined);
  if (present.length === 0) return key;
  if (present.length < CRT_FIELDS.length) {
    throw new BadRequest(`prime1: expected all of ${CRT_FIELDS.join(', ')} or none`);
  }
  const [p, q, dP, dQ, qInv] = CRT_FIELDS.map((name) => number(fields, name));
  return { ...key, crt: { p: p!, q: q!, dP: dP!, dQ: dQ!, qInv: qInv! } };
}

const CRT_FIELDS = ['prime1', 'prime2', 'exponent1', 'exponent2', 'coefficient'] as const;

/** What requests for a private operation may have beside modulus and exponents. */
export const OPTIONAL_KEY_FIELDS: readonly string[] = [...CRT_FIELDS, 'privateKeyPkcs8'];

function rsaOf<T>(key: { readonly algorithm: string; readonly rsa?: T; readonly name?: string }): T {
  if (key.rsa) return key.rsa;
  throw new CryptoError('unsupported', `key: expected an RSA key, got ${key.name}`);
}
