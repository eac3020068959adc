/**
 * PKCS#8: a private key behind the name of its algorithm (RFC 5208, 5; RFC 5958, 2), which is what OpenSSL writes today.
 *
 * Nothing here is encrypted: whoever reads the file has the key.
 */
import {
  contextTag,
  type DerReader,
  encodeInteger,
  encodeOctetString,
  encodeSequence,
  openOctetString,
  readSequence,
  readSmall,
} from '../asn1/index.ts';
import { expectKey, type PrivateKey } from './key.ts';
import { encodeKeyAlgorithm, type KeyAlgorithm, readKeyAlgorithm } from './key-algorithm.ts';
import { encodeRsaPrivate, readPkcs1Private } from './pkcs1.ts';

const CLAUSE = 'RFC 5958, 2';

/**
 * One PrivateKeyInfo, or OneAsymmetricKey. Attributes, and the public key that version 1 may add, are passed over; a kind that
 * is not known here is kept as it stands. The numbers are not yet held together.
 */
export function readPkcs8(der: DerReader): PrivateKey {
  const start = der.offset;
  const key = readSequence(
    der,
    'PKCS#8',
    (inner) => {
      const version = readSmall(inner, 'PKCS#8 version', 1, CLAUSE);
      const algorithm = readKeyAlgorithm(inner, 'PKCS#8 privateKeyAlgorithm');
      const key = readInside(inner, algorithm);
      if (inner.peekTag() === contextTag(0)) inner.skip('PKCS#8 attributes', CLAUSE);
      if (version === 1 && inner.peekTag() === contextTag(1, false)) inner.skip('PKCS#8 publicKey', CLAUSE);
      return key;
    },
    CLAUSE,
  );
  return key.algorithm === 'unknown' ? { ...key, raw: der.since(start).slice() } : key;
}

/** As DER, version 0, without attributes. `bad-argument` for an RSA key without its primes. */
export function encodePkcs8(privateKey: PrivateKey): Uint8Array {
  expectKey('privateKey', privateKey);
  if (privateKey.algorithm === 'unknown') return privateKey.raw.slice();
  return encodeSequence(
    encodeInteger(0n),
    encodeKeyAlgorithm(privateKey),
    encodeOctetString(encodeRsaPrivate(privateKey.rsa)),
  );
}

function readInside(der: DerReader, algorithm: KeyAlgorithm) {
  const inner = openOctetString(der, 'PKCS#8 privateKey', CLAUSE);
  if (algorithm.algorithm === 'unknown') {
    inner.rest('PKCS#8 privateKey', CLAUSE);
    return algorithm;
  }
  const rsa = readPkcs1Private(inner);
  inner.end('PKCS#8 privateKey');
  return { ...algorithm, rsa };
}
