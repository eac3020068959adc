/** RSA (RFC 8017), and the test for primes. Numbers are big-endian bytes. */

import { CryptoError } from '../../errors.ts';
import { byteLength, fromTwosComplement, i2osp, isProbablePrime, os2ip } from '../../math/index.ts';
import { openJsbn, openPlatform } from '../../reference/index.ts';
import {
  decryptBlock,
  encryptBlock,
  oaepDecrypt,
  oaepEncrypt,
  pkcs1Decrypt,
  pkcs1Encrypt,
  pkcs1Sign,
  pkcs1Verify,
  pssSign,
  pssVerify,
  type RsaPrivateKey,
} from '../../rsa/index.ts';
import {
  bytes,
  bytesOrNone,
  type Fields,
  hashId,
  hashOf,
  integer,
  mgfHashOf,
  type Run,
  type VectorOperation,
} from './operation.ts';
import { OPTIONAL_KEY_FIELDS, privateKeyIn, publicKeyIn } from './rsa-key.ts';

const PUBLIC = ['modulus', 'publicExponent'];
const PRIVATE = [...PUBLIC, 'privateExponent'];
const OPTIONAL_PUBLIC = ['publicKeyDer', 'publicKeyAsn'];

export const rsaOperations: readonly VectorOperation[] = [
  {
    name: 'rsa-textbook-encrypt',
    gives: 'ct',
    fields: [...PUBLIC, 'msg'],
    output: 'number',
    scratch: (fields) => toBytes(encryptBlock(publicKeyIn(fields), os2ip(bytes(fields, 'msg')))),
    reference: jsbn(
      ({ jsbnModPow }) =>
        (fields) =>
          toBytes(
            jsbnModPow(number(fields, 'msg'), number(fields, 'publicExponent'), number(fields, 'modulus')),
          ),
    ),
  },
  {
    name: 'rsa-textbook-decrypt',
    gives: 'msg',
    fields: [...PRIVATE, 'ct'],
    optional: OPTIONAL_KEY_FIELDS,
    output: 'number',
    scratch: (fields) => toBytes(decryptBlock(privateKeyIn(fields), os2ip(bytes(fields, 'ct')))),
    reference: jsbn(
      ({ jsbnModPow }) =>
        (fields) =>
          toBytes(
            jsbnModPow(number(fields, 'ct'), number(fields, 'privateExponent'), number(fields, 'modulus')),
          ),
    ),
  },
  {
    name: 'rsa-pkcs1-encrypt',
    gives: 'ct',
    fields: [...PUBLIC, 'msg'],
    optional: OPTIONAL_PUBLIC,
    output: 'bytes',
    randomized: true,
    scratch: (fields) => pkcs1Encrypt(publicKeyIn(fields), bytes(fields, 'msg')),
  },
  {
    name: 'rsa-pkcs1-decrypt',
    gives: 'msg',
    fields: [...PRIVATE, 'ct'],
    optional: OPTIONAL_KEY_FIELDS,
    output: 'bytes',
    scratch: (fields) => pkcs1Decrypt(privateKeyIn(fields), bytes(fields, 'ct')),
  },
  {
    name: 'rsa-oaep-encrypt',
    gives: 'ct',
    fields: [...PUBLIC, 'sha', 'mgfSha', 'label', 'msg'],
    optional: OPTIONAL_PUBLIC,
    output: 'bytes',
    randomized: true,
    scratch: (fields) => oaepEncrypt(publicKeyIn(fields), bytes(fields, 'msg'), oaepOptions(fields)),
  },
  {
    name: 'rsa-oaep-decrypt',
    gives: 'msg',
    fields: [...PRIVATE, 'sha', 'mgfSha', 'label', 'ct'],
    optional: OPTIONAL_KEY_FIELDS,
    output: 'bytes',
    scratch: (fields) => oaepDecrypt(privateKeyIn(fields), bytes(fields, 'ct'), oaepOptions(fields)),
    reference: platform(
      ({ platformRsa }) =>
        (fields) =>
          platformRsa(withPrimes(fields)).oaepDecrypt(
            bytes(fields, 'ct'),
            oneHash(fields),
            bytesOrNone(fields, 'label'),
          ),
    ),
  },
  {
    name: 'rsa-pkcs1-sign',
    gives: 'sig',
    fields: [...PRIVATE, 'sha', 'msg'],
    optional: OPTIONAL_KEY_FIELDS,
    output: 'bytes',
    scratch: (fields) => pkcs1Sign(privateKeyIn(fields), hashOf(fields), bytes(fields, 'msg')),
    reference: platform(
      ({ platformRsa }) =>
        (fields) =>
          platformRsa(withPrimes(fields)).pkcs1Sign(hashId(fields), bytes(fields, 'msg')),
    ),
  },
  {
    name: 'rsa-pkcs1-verify',
    gives: 'result',
    fields: [...PUBLIC, 'sha', 'msg', 'sig'],
    optional: OPTIONAL_PUBLIC,
    output: 'verdict',
    scratch: (fields) =>
      pkcs1Verify(publicKeyIn(fields), hashOf(fields), bytes(fields, 'msg'), bytes(fields, 'sig')).valid,
    reference: platform(
      ({ platformRsaVerifier }) =>
        (fields) =>
          platformRsaVerifier(publicKeyIn(fields)).pkcs1Verify(
            hashId(fields),
            bytes(fields, 'msg'),
            bytes(fields, 'sig'),
          ),
    ),
  },
  {
    name: 'rsa-pss-sign',
    gives: 'sig',
    fields: [...PRIVATE, 'sha', 'mgfSha', 'sLen', 'msg'],
    optional: OPTIONAL_KEY_FIELDS,
    output: 'bytes',
    randomized: true,
    scratch: (fields) =>
      pssSign(privateKeyIn(fields), hashOf(fields), bytes(fields, 'msg'), pssOptions(fields)),
  },
  {
    name: 'rsa-pss-verify',
    gives: 'result',
    fields: [...PUBLIC, 'sha', 'mgfSha', 'sLen', 'msg', 'sig'],
    optional: OPTIONAL_PUBLIC,
    output: 'verdict',
    scratch: (fields) =>
      pssVerify(
        publicKeyIn(fields),
        hashOf(fields),
        bytes(fields, 'msg'),
        bytes(fields, 'sig'),
        pssOptions(fields),
      ).valid,
    reference: platform(
      ({ platformRsaVerifier }) =>
        (fields) =>
          platformRsaVerifier(publicKeyIn(fields)).pssVerify(
            oneHash(fields),
            bytes(fields, 'msg'),
            bytes(fields, 'sig'),
            integer(fields, 'sLen'),
          ),
    ),
  },
  {
    name: 'prime-test',
    gives: 'result',
    fields: ['value'],
    output: 'verdict',
    scratch: (fields) => isProbablePrime(fromTwosComplement(bytes(fields, 'value'))),
    reference: jsbn(
      ({ jsbnIsProbablePrime }) =>
        (fields) =>
          jsbnIsProbablePrime(fromTwosComplement(bytes(fields, 'value'))),
    ),
  },
];

const number = (fields: Fields, name: string) => os2ip(bytes(fields, name));

function toBytes(value: bigint): Uint8Array {
  return i2osp(value, Math.max(1, byteLength(value)));
}

function oaepOptions(fields: Fields) {
  return {
    hash: hashOf(fields),
    mgfHash: mgfHashOf(fields),
    label: bytesOrNone(fields, 'label'),
  };
}

function pssOptions(fields: Fields) {
  return {
    mgfHash: mgfHashOf(fields),
    saltLength: integer(fields, 'sLen'),
  };
}

/** Node has one hash function for message and MGF1. */
function oneHash(fields: Fields): string {
  if (fields.mgfSha === undefined || fields.mgfSha === fields.sha) return hashId(fields);
  throw new CryptoError(
    'unsupported',
    `mgfSha: node:crypto expects ${fields.sha}, as sha, got ${fields.mgfSha}`,
  );
}

/** Node takes no private key without its primes. */
function withPrimes(fields: Fields): RsaPrivateKey {
  const key = privateKeyIn(fields);
  if (key.crt && !key.otherPrimes) return key;
  throw new CryptoError('unsupported', 'privateKey: node:crypto expects a key with its two primes');
}

function platform(choose: (reference: Awaited<ReturnType<typeof openPlatform>>) => Run) {
  return { name: 'node:crypto', open: async () => choose(await openPlatform()) };
}

function jsbn(choose: (reference: Awaited<ReturnType<typeof openJsbn>>) => Run) {
  return { name: 'jsbn', open: async () => choose(await openJsbn()) };
}
