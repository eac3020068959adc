/**
 * A PKCS#8 key encrypted under a passphrase (EncryptedPrivateKeyInfo: RFC 5958, 3; PBES2: RFC 8018, 6.2).
 *
 * PBKDF2 turns the passphrase into a key, slowly, so that guessing is slow too; then CBC. Nothing is authenticated: whoever
 * can change the file can change the key in it, within what its numbers allow.
 */
import {
  type DerReader,
  encodeOctetString,
  encodeSequence,
  openDer,
  readOctetString,
  readSequence,
} from '../asn1/index.ts';
import { pad, unpad } from '../block/index.ts';
import { CryptoError, expectBytes, orList } from '../errors.ts';
import { HASHES } from '../hash/index.ts';
import { pbkdf2 } from '../mac/index.ts';
import { cbcDecrypt, cbcEncrypt } from '../modes/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import type { PrivateKey } from './key.ts';
import {
  CIPHERS,
  encodeScheme,
  expectIterations,
  PBES2_CIPHERS,
  PBES2_PRFS,
  type Pbes2Cipher,
  type Pbes2Prf,
  type Pbes2Scheme,
  readScheme,
} from './pbes2-scheme.ts';
import { encodePkcs8 } from './pkcs8.ts';

/** What OWASP asks of PBKDF2 with SHA-256 (2023); OpenSSL's default is 2048, which is a guess every few microseconds. */
export const DEFAULT_ITERATIONS = 600_000;

export interface EncryptionOptions {
  /** `aes-256-cbc` where not given. */
  readonly cipher?: Pbes2Cipher;
  /** The hash inside PBKDF2's HMAC; `sha256` where not given. */
  readonly prf?: Pbes2Prf;
  /** 600,000 where not given; at most ten million. */
  readonly iterations?: number;
  /** Where salt and IV come from, on the sub-streams `pbes2.salt` and `pbes2.iv`. */
  readonly random?: RandomSource;
}

/** An encrypted key, its parameters read and nothing decrypted yet. */
export interface EncryptedKey {
  readonly scheme: Pbes2Scheme;
  readonly encryptedData: Uint8Array;
}

/** `privateKey` as PKCS#8 under `passphrase`, as DER. */
export function encodeEncryptedPkcs8(
  privateKey: PrivateKey,
  passphrase: Uint8Array,
  options: EncryptionOptions = {},
): Uint8Array {
  const plain = encodePkcs8(privateKey);
  expectBytes('passphrase', passphrase);
  const {
    cipher = 'aes-256-cbc',
    prf = 'sha256',
    iterations = DEFAULT_ITERATIONS,
    random = systemRandom,
  } = options;
  if (!PBES2_CIPHERS.includes(cipher)) throw notAmong('cipher', PBES2_CIPHERS, cipher);
  if (!PBES2_PRFS.includes(prf)) throw notAmong('prf', PBES2_PRFS, prf);
  expectIterations(iterations);
  const { ivLength } = CIPHERS[cipher];
  const salt = random.substream('pbes2.salt').bytes(16);
  const iv = random.substream('pbes2.iv').bytes(ivLength);
  const scheme = { cipher, prf, iterations, salt, iv };
  const padded = pad('pkcs7', plain, ivLength);
  const encrypted = cbcEncrypt(cipherUnder(passphrase, scheme), iv, padded);
  return encodeSequence(encodeScheme(scheme), encodeOctetString(encrypted));
}

export function readEncryptedPkcs8(der: DerReader): EncryptedKey {
  return readSequence(
    der,
    'encrypted PKCS#8',
    (inner) => ({
      scheme: readScheme(inner),
      encryptedData: readOctetString(inner, 'encrypted PKCS#8 encryptedData', 'RFC 5958, 3'),
    }),
    'RFC 5958, 3',
  );
}

/**
 * The DER of the key inside. `check-failed` for a wrong passphrase, which is told by the padding and by the SEQUENCE that
 * must fill what is left.
 */
export function decryptKey({ scheme, encryptedData }: EncryptedKey, passphrase: Uint8Array): Uint8Array {
  const { ivLength } = CIPHERS[scheme.cipher];
  const { length } = encryptedData;
  if (length === 0 || length % ivLength !== 0) {
    throw new CryptoError(
      'bad-format',
      `encrypted PKCS#8 encryptedData: expected whole blocks of ${ivLength} bytes, got ${length} bytes`,
    );
  }
  return unwrap(cbcDecrypt(cipherUnder(passphrase, scheme), scheme.iv, encryptedData), ivLength);
}

/** Takes the padding off; `check-failed` unless one SEQUENCE is left. */
export function unwrap(padded: Uint8Array, blockSize: number): Uint8Array {
  try {
    const plain = unpad('pkcs7', padded, blockSize);
    const outer = openDer(plain);
    outer.skip('decrypted key');
    outer.end('decrypted key');
    return plain;
  } catch {
    throw new CryptoError(
      'check-failed',
      'passphrase: expected the one that encrypted this key, got another, or the file was changed',
    );
  }
}

function cipherUnder(passphrase: Uint8Array, { cipher, prf, iterations, salt }: Pbes2Scheme) {
  const { keyLength, create } = CIPHERS[cipher];
  return create(pbkdf2(HASHES[prf], passphrase, salt, iterations, keyLength));
}

function notAmong(name: string, known: readonly string[], got: string): CryptoError {
  return new CryptoError('bad-argument', `${name}: expected ${orList(known)}, got ${JSON.stringify(got)}`);
}
