/**
 * Keys and their files: `parsePrivateKey` and `parsePublicKey` read every form, an encoder writes each.
 *
 * PKCS#1, PKCS#8, encrypted PKCS#8 and SubjectPublicKeyInfo are DER; `toPem` makes text of them. JWK is JSON.
 */
export { type DerForm, pemLabel, toPem } from './form.ts';
export { type JwkOtherPrime, type RsaJwk, toJwk } from './jwk.ts';
export {
  type PrivateKey,
  type PssRestriction,
  type PublicKey,
  publicKeyOfPrivate,
  type RsaKey,
  type RsassaPssKey,
  type UnknownKey,
} from './key.ts';
export {
  type KeyFile,
  type PrivateKeyFile,
  type PublicKeyFile,
  parseKeyFile,
  parsePrivateKey,
  parsePublicKey,
  type ReadOptions,
} from './key-file.ts';
export { DEFAULT_ITERATIONS, type EncryptionOptions, encodeEncryptedPkcs8 } from './pbes2.ts';
export {
  MAX_ITERATIONS,
  PBES2_CIPHERS,
  PBES2_PRFS,
  type Pbes2Cipher,
  type Pbes2Prf,
  type Pbes2Scheme,
} from './pbes2-scheme.ts';
export { encodePkcs1Private, encodePkcs1Public } from './pkcs1.ts';
export { encodePkcs8 } from './pkcs8.ts';
export type { KeyEncryption } from './read-container.ts';
export {
  createDecrypter,
  createEncrypter,
  createSigner,
  createVerifier,
  type Decrypter,
  type Encrypter,
  type EncryptionScheme,
  type KeyVerdict,
  type SignatureScheme,
  type Signer,
  type Verifier,
} from './signer.ts';
export { encodeSpki } from './spki.ts';
