/**
 * What keys do, whatever their kind: sign, verify, decrypt, encrypt. Certificates and protocols use keys through these, so
 * that a new kind of key changes nothing there.
 *
 * A key that is for PSS alone is held to that, and to its hash and salt (RFC 4055, 3.3).
 */
import { CryptoError, kindOf, orList } from '../errors.ts';
import { HASHES, type Hash, type HashId } from '../hash/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import {
  oaepDecrypt,
  oaepEncrypt,
  pkcs1Decrypt,
  pkcs1DecryptOr,
  pkcs1Encrypt,
  pkcs1Sign,
  pkcs1Verify,
  pssSign,
  pssVerify,
  type Verdict,
} from '../rsa/index.ts';
import { expectRsa, type PrivateKey, type PublicKey } from './key.ts';

/** How a message is signed. `mgfHash` is `hash`, and `saltLength` its length in bytes, where not given. */
export type SignatureScheme =
  | { readonly scheme: 'rsa-pkcs1'; readonly hash: HashId }
  | {
      readonly scheme: 'rsa-pss';
      readonly hash: HashId;
      readonly mgfHash?: HashId;
      readonly saltLength?: number;
    };

/** How a message is encrypted. `hash` is `sha1` where not given, as in RFC 8017; `mgfHash` is `hash`. */
export type EncryptionScheme =
  | { readonly scheme: 'rsa-pkcs1' }
  | {
      readonly scheme: 'rsa-oaep';
      readonly hash?: HashId;
      readonly mgfHash?: HashId;
      readonly label?: Uint8Array;
    };

/** A verdict on a signature, or that its scheme is not one this key allows. */
export type KeyVerdict =
  | Verdict
  | {
      readonly valid: false;
      readonly reason: 'scheme-not-allowed';
      /** What the key allows, as a sentence has it: `PSS with sha256`. */
      readonly allowed: string;
    };

export interface Signer {
  sign(scheme: SignatureScheme, msg: Uint8Array): Uint8Array;
}

export interface Verifier {
  /** Nothing about the signature is thrown. */
  verify(scheme: SignatureScheme, msg: Uint8Array, signature: Uint8Array): KeyVerdict;
}

export interface Encrypter {
  encrypt(scheme: EncryptionScheme, msg: Uint8Array): Uint8Array;
}

export interface Decrypter {
  decrypt(scheme: EncryptionScheme, ciphertext: Uint8Array): Uint8Array;
  /**
   * The message if it has the length of `fallback`, else `fallback`, and nobody learns which, as TLS needs it (RFC 5246,
   * 7.4.7.1). Nothing about the ciphertext is thrown.
   */
  decryptOr(
    scheme: Extract<EncryptionScheme, { scheme: 'rsa-pkcs1' }>,
    ciphertext: Uint8Array,
    fallback: Uint8Array,
  ): Uint8Array;
}

/** `unsupported` for a key of a kind that is not known here; `random` gives the salts of PSS. */
export function createSigner(privateKey: PrivateKey, random: RandomSource = systemRandom): Signer {
  expectRsa('privateKey', privateKey);
  return {
    sign(scheme, msg) {
      expectScheme(scheme, SIGNATURES);
      const allowed = allowedInstead(privateKey, scheme);
      if (allowed !== undefined) {
        throw new CryptoError('bad-argument', `scheme: expected ${allowed} with this key, got another`);
      }
      const hash = hashNamed(scheme.hash);
      if (scheme.scheme === 'rsa-pkcs1') return pkcs1Sign(privateKey.rsa, hash, msg);
      return pssSign(privateKey.rsa, hash, msg, { ...pssOptions(scheme), random });
    },
  };
}

/** `unsupported` for a key of a kind that is not known here. */
export function createVerifier(publicKey: PublicKey): Verifier {
  expectRsa('publicKey', publicKey);
  return {
    verify(scheme, msg, signature) {
      expectScheme(scheme, SIGNATURES);
      const allowed = allowedInstead(publicKey, scheme);
      if (allowed !== undefined) return { valid: false, reason: 'scheme-not-allowed', allowed };
      const hash = hashNamed(scheme.hash);
      if (scheme.scheme === 'rsa-pkcs1') return pkcs1Verify(publicKey.rsa, hash, msg, signature);
      return pssVerify(publicKey.rsa, hash, msg, signature, pssOptions(scheme));
    },
  };
}

/** `unsupported` for a key that cannot encrypt; `random` fills the padding. */
export function createEncrypter(publicKey: PublicKey, random: RandomSource = systemRandom): Encrypter {
  const { rsa } = expectEncryption('publicKey', publicKey);
  return {
    encrypt(scheme, msg) {
      expectScheme(scheme, ENCRYPTIONS);
      if (scheme.scheme === 'rsa-pkcs1') return pkcs1Encrypt(rsa, msg, random);
      return oaepEncrypt(rsa, msg, { ...oaepOptions(scheme), random });
    },
  };
}

/** `unsupported` for a key that cannot decrypt. */
export function createDecrypter(privateKey: PrivateKey): Decrypter {
  const { rsa } = expectEncryption('privateKey', privateKey);
  return {
    decrypt(scheme, ciphertext) {
      expectScheme(scheme, ENCRYPTIONS);
      if (scheme.scheme === 'rsa-pkcs1') return pkcs1Decrypt(rsa, ciphertext);
      return oaepDecrypt(rsa, ciphertext, oaepOptions(scheme));
    },
    decryptOr(scheme, ciphertext, fallback) {
      expectScheme(scheme, ['rsa-pkcs1']);
      return pkcs1DecryptOr(rsa, ciphertext, fallback);
    },
  };
}

const SIGNATURES = ['rsa-pkcs1', 'rsa-pss'] as const;
const ENCRYPTIONS = ['rsa-pkcs1', 'rsa-oaep'] as const;

/** What the key allows, where that is not `scheme`. */
function allowedInstead(key: PublicKey | PrivateKey, scheme: SignatureScheme): string | undefined {
  if (key.algorithm !== 'rsassa-pss') return undefined;
  const { restriction } = key;
  if (!restriction) return scheme.scheme === 'rsa-pss' ? undefined : 'PSS';
  const { hash, mgfHash, saltLength } = restriction;
  if (scheme.scheme === 'rsa-pss' && scheme.hash === hash && (scheme.mgfHash ?? scheme.hash) === mgfHash) {
    const given = scheme.saltLength ?? hashNamed(hash).digestLength;
    if (given >= saltLength) return undefined;
  }
  return `PSS with ${hash}, MGF1 with ${mgfHash} and a salt of at least ${saltLength} bytes`;
}

function expectEncryption<K extends PublicKey | PrivateKey>(
  name: string,
  key: K,
): Extract<K, { algorithm: 'rsa' }> {
  expectRsa(name, key);
  if (isPlain(key)) return key;
  throw new CryptoError(
    'unsupported',
    `${name}: expected a plain RSA key, got RSASSA-PSS, which is for signatures`,
  );
}

function isPlain<K extends PublicKey | PrivateKey>(key: K): key is Extract<K, { algorithm: 'rsa' }> {
  return key.algorithm === 'rsa';
}

function expectScheme(scheme: { readonly scheme: string }, known: readonly string[]): void {
  const got: unknown = scheme?.scheme;
  if (typeof got === 'string' && known.includes(got)) return;
  throw new CryptoError(
    'bad-argument',
    `scheme: expected ${orList(known)}, got ${typeof got === 'string' ? JSON.stringify(got) : kindOf(got)}`,
  );
}

function pssOptions({ mgfHash, saltLength }: Extract<SignatureScheme, { scheme: 'rsa-pss' }>) {
  return { mgfHash: mgfHash && hashNamed(mgfHash), saltLength };
}

function oaepOptions({ hash, mgfHash, label }: Extract<EncryptionScheme, { scheme: 'rsa-oaep' }>) {
  return { hash: hash && hashNamed(hash), mgfHash: mgfHash && hashNamed(mgfHash), label };
}

function hashNamed(hash: HashId): Hash {
  if (Object.hasOwn(HASHES, hash)) return HASHES[hash];
  throw new CryptoError(
    'bad-argument',
    `hash: expected ${orList(Object.keys(HASHES))}, got ${JSON.stringify(hash)}`,
  );
}
