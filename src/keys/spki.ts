/**
 * SubjectPublicKeyInfo: a public key behind the name of its algorithm (RFC 5280, 4.1.2.7; RSA: RFC 4055, 1.2), as
 * `openssl pkey -pubout` writes it and certificates hold it.
 */
import {
  type DerReader,
  encodeBitString,
  encodeSequence,
  openBitString,
  readBitString,
  readSequence,
} from '../asn1/index.ts';
import { expectKey, type PublicKey } from './key.ts';
import { encodeKeyAlgorithm, readKeyAlgorithm } from './key-algorithm.ts';
import { encodeRsaPublic, readPkcs1Public } from './pkcs1.ts';

const CLAUSE = 'RFC 5280, 4.1';

/** One SubjectPublicKeyInfo. A kind that is not known here is kept as it stands. */
export function readSpki(der: DerReader): PublicKey {
  const start = der.offset;
  const key = readSequence(
    der,
    'SPKI',
    (inner) => {
      const algorithm = readKeyAlgorithm(inner, 'SPKI algorithm');
      if (algorithm.algorithm === 'unknown') {
        readBitString(inner, 'SPKI subjectPublicKey', CLAUSE);
        return algorithm;
      }
      const wrapped = openBitString(inner, 'SPKI subjectPublicKey', CLAUSE);
      const rsa = readPkcs1Public(wrapped);
      wrapped.end('SPKI subjectPublicKey');
      return { ...algorithm, rsa };
    },
    CLAUSE,
  );
  return key.algorithm === 'unknown' ? { ...key, raw: der.since(start).slice() } : key;
}

/** As DER. */
export function encodeSpki(publicKey: PublicKey): Uint8Array {
  expectKey('publicKey', publicKey);
  if (publicKey.algorithm === 'unknown') return publicKey.raw.slice();
  return encodeSequence(encodeKeyAlgorithm(publicKey), encodeBitString(encodeRsaPublic(publicKey.rsa)));
}
