/**
 * PBES2-params: which cipher, which key derivation, and with what (RFC 8018, A.2 and A.4).
 */
import {
  type DerReader,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeSequence,
  readNull,
  readOctetString,
  readPositive,
  readSequence,
  readSmall,
  TAG,
} from '../asn1/index.ts';
import { aes, type BlockCipher, tripleDes } from '../block/index.ts';
import { CryptoError, orList } from '../errors.ts';
import { encodeAlgorithm, readAlgorithm } from './algorithms.ts';

interface CipherRow {
  readonly oid: string;
  /** In bytes, as `ivLength`. */
  readonly keyLength: number;
  readonly ivLength: number;
  readonly create: (key: Uint8Array) => BlockCipher;
}

/** The ciphers, by OpenSSL's names (RFC 8018, B.2; AES: NIST's arc). */
export const CIPHERS = {
  'aes-128-cbc': { oid: '2.16.840.1.101.3.4.1.2', keyLength: 16, ivLength: 16, create: aes },
  'aes-192-cbc': { oid: '2.16.840.1.101.3.4.1.22', keyLength: 24, ivLength: 16, create: aes },
  'aes-256-cbc': { oid: '2.16.840.1.101.3.4.1.42', keyLength: 32, ivLength: 16, create: aes },
  'des-ede3-cbc': { oid: '1.2.840.113549.3.7', keyLength: 24, ivLength: 8, create: tripleDes },
} as const satisfies Readonly<Record<string, CipherRow>>;

/** The HMACs of PBKDF2, by their hash (RFC 8018, B.1). */
const PRFS = {
  sha1: '1.2.840.113549.2.7',
  sha224: '1.2.840.113549.2.8',
  sha256: '1.2.840.113549.2.9',
  sha384: '1.2.840.113549.2.10',
  sha512: '1.2.840.113549.2.11',
  'sha512-224': '1.2.840.113549.2.12',
  'sha512-256': '1.2.840.113549.2.13',
} as const;

export type Pbes2Cipher = keyof typeof CIPHERS;
export type Pbes2Prf = keyof typeof PRFS;

export const PBES2_CIPHERS = Object.keys(CIPHERS) as readonly Pbes2Cipher[];
export const PBES2_PRFS = Object.keys(PRFS) as readonly Pbes2Prf[];

/** A file that asks for more would keep us busy for minutes, and may have been made for that. */
export const MAX_ITERATIONS = 10_000_000;

/** What a file says about how it is encrypted. */
export interface Pbes2Scheme {
  readonly cipher: Pbes2Cipher;
  /** The hash inside PBKDF2's HMAC. */
  readonly prf: Pbes2Prf;
  readonly iterations: number;
  readonly salt: Uint8Array;
  readonly iv: Uint8Array;
}

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';

/** The AlgorithmIdentifier of an encrypted key. `unsupported`, with its name, for anything but PBES2 with the above. */
export function readScheme(der: DerReader): Pbes2Scheme {
  return readAlgorithm(der, 'PBES2', (oid, inner) => {
    if (oid !== PBES2) throw unsupported('encryption', 'PBES2', oid);
    return readSequence(
      inner,
      'PBES2 parameters',
      (fields) => {
        const derivation = readAlgorithm(fields, 'PBES2 keyDerivationFunc', readDerivation);
        const { cipher, iv } = readAlgorithm(fields, 'PBES2 encryptionScheme', readCipher);
        const { keyLength, ...rest } = derivation;
        const expected = CIPHERS[cipher].keyLength;
        if (keyLength !== undefined && keyLength !== expected) {
          throw new CryptoError(
            'bad-format',
            `PBKDF2 keyLength: expected the ${expected} bytes of ${cipher}, got ${keyLength}`,
          );
        }
        return { ...rest, cipher, iv };
      },
      'RFC 8018, A.4',
    );
  });
}

export function encodeScheme({ cipher, prf, iterations, salt, iv }: Pbes2Scheme): Uint8Array {
  const derivation = encodeSequence(
    encodeOctetString(salt),
    encodeInteger(BigInt(iterations)),
    ...(prf === 'sha1' ? [] : [encodeAlgorithm(PRFS[prf], encodeNull())]),
  );
  return encodeAlgorithm(
    PBES2,
    encodeSequence(
      encodeAlgorithm(PBKDF2, derivation),
      encodeAlgorithm(CIPHERS[cipher].oid, encodeOctetString(iv)),
    ),
  );
}

/** PBKDF2-params (RFC 8018, A.2); the PRF is HMAC with SHA-1 where none is named. */
function readDerivation(oid: string, der: DerReader) {
  if (oid !== PBKDF2) throw unsupported('key derivation', 'PBKDF2', oid);
  return readSequence(
    der,
    'PBKDF2 parameters',
    (fields) => {
      const salt = readOctetString(fields, 'PBKDF2 salt').slice();
      const iterations = Number(readPositive(fields, 'PBKDF2 iterationCount'));
      if (iterations > MAX_ITERATIONS) throw tooMany('PBKDF2 iterationCount', iterations);
      const keyLength =
        fields.peekTag() === TAG.integer ? readSmall(fields, 'PBKDF2 keyLength', 2 ** 16) : undefined;
      const prf = fields.remaining > 0 ? readAlgorithm(fields, 'PBKDF2 prf', readPrf) : 'sha1';
      return { salt, iterations, keyLength, prf };
    },
    'RFC 8018, A.2',
  );
}

/** `bad-argument` below 1; `too-large` above the limit. */
export function expectIterations(iterations: number): void {
  if (!Number.isSafeInteger(iterations) || iterations < 1) {
    throw new CryptoError('bad-argument', `iterations: expected an integer from 1 up, got ${iterations}`);
  }
  if (iterations > MAX_ITERATIONS) throw tooMany('iterations', iterations);
}

function tooMany(name: string, iterations: number): CryptoError {
  return new CryptoError('too-large', `${name}: expected at most ${MAX_ITERATIONS}, got ${iterations}`);
}

function readPrf(oid: string, der: DerReader): Pbes2Prf {
  const prf = PBES2_PRFS.find((id) => PRFS[id] === oid);
  if (prf === undefined) throw unsupported('prf', 'HMAC with SHA-1 or SHA-2', oid);
  readNull(der, 'PBKDF2 prf parameters');
  return prf;
}

function readCipher(oid: string, der: DerReader): Pick<Pbes2Scheme, 'cipher' | 'iv'> {
  const cipher = PBES2_CIPHERS.find((id) => CIPHERS[id].oid === oid);
  if (cipher === undefined) throw unsupported('cipher', orList(PBES2_CIPHERS), oid);
  const { ivLength } = CIPHERS[cipher];
  const iv = readOctetString(der, 'PBES2 iv').slice();
  if (iv.length === ivLength) return { cipher, iv };
  throw new CryptoError('bad-format', `PBES2 iv: expected ${ivLength} bytes, got ${iv.length}`);
}

function unsupported(part: string, expected: string, oid: string): CryptoError {
  return new CryptoError(
    'unsupported',
    `${part} of the key: expected ${expected}, got ${NAMES[oid] ?? oid}; openssl pkcs8 -topk8 -v2 aes-256-cbc writes one that is read`,
  );
}

/** What else is met: PBES1 (RFC 8018, A.3), PKCS#12's schemes (RFC 7292, C), scrypt (RFC 7914, 7), old ciphers. */
const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.5.1': 'PBES1 (pbeWithMD2AndDES-CBC)',
  '1.2.840.113549.1.5.3': 'PBES1 (pbeWithMD5AndDES-CBC)',
  '1.2.840.113549.1.5.4': 'PBES1 (pbeWithMD2AndRC2-CBC)',
  '1.2.840.113549.1.5.6': 'PBES1 (pbeWithMD5AndRC2-CBC)',
  '1.2.840.113549.1.5.10': 'PBES1 (pbeWithSHA1AndDES-CBC)',
  '1.2.840.113549.1.5.11': 'PBES1 (pbeWithSHA1AndRC2-CBC)',
  '1.2.840.113549.1.12.1.1': 'PBES1 of PKCS#12 (pbeWithSHAAnd128BitRC4)',
  '1.2.840.113549.1.12.1.2': 'PBES1 of PKCS#12 (pbeWithSHAAnd40BitRC4)',
  '1.2.840.113549.1.12.1.3': 'PBES1 of PKCS#12 (pbeWithSHAAnd3-KeyTripleDES-CBC)',
  '1.2.840.113549.1.12.1.4': 'PBES1 of PKCS#12 (pbeWithSHAAnd2-KeyTripleDES-CBC)',
  '1.2.840.113549.1.12.1.5': 'PBES1 of PKCS#12 (pbeWithSHAAnd128BitRC2-CBC)',
  '1.2.840.113549.1.12.1.6': 'PBES1 of PKCS#12 (pbeWithSHAAnd40BitRC2-CBC)',
  '1.3.6.1.4.1.11591.4.11': 'scrypt',
  '1.3.14.3.2.7': 'des-cbc',
  '1.2.840.113549.3.2': 'rc2-cbc',
  '2.16.840.1.101.3.4.1.6': 'aes-128-gcm',
  '2.16.840.1.101.3.4.1.26': 'aes-192-gcm',
  '2.16.840.1.101.3.4.1.46': 'aes-256-gcm',
};
