/**
 * RSA (RFC 8017; FIPS 186-5, A.1): keys, the bare operation, encryption with PKCS#1 v1.5 and OAEP padding, and signatures
 * with PKCS#1 v1.5 padding and PSS.
 */
export { decryptBlock, encryptBlock, modulusLength, publicKeyOf } from './block.ts';
export { checkKey, type KeyFinding } from './check-key.ts';
export { digestInfoPrefix } from './digest-info.ts';
export { emeOaepDecode, emeOaepEncode, type OaepOptions } from './eme-oaep.ts';
export { emePkcs1Decode, emePkcs1Encode, nonZeroBytes } from './eme-pkcs1.ts';
export { emsaPkcs1Encode, emsaPkcs1Length } from './emsa-pkcs1.ts';
export { emsaPssEncode, emsaPssVerify } from './emsa-pss.ts';
export { expectPrivateKey, expectPublicKey } from './expect-key.ts';
export { defaultExponent, generateKey, type KeyGenerationOptions } from './generate-key.ts';
export type { RsaCrt, RsaOtherPrime, RsaPrivateKey, RsaPublicKey } from './key.ts';
export {
  assembleKey,
  type FoundPrimes,
  keySearch,
  MAX_KEY_BITS,
  MIN_KEY_BITS,
  type PrimeName,
  type PrimeSearch,
  primeSearch,
} from './key-search.ts';
export { mgf1 } from './mgf1.ts';
export { maxOaepLength, type OaepEncryptOptions, oaepDecrypt, oaepEncrypt } from './oaep.ts';
export { maxPkcs1Length, pkcs1Decrypt, pkcs1DecryptOr, pkcs1Encrypt } from './pkcs1-encryption.ts';
export { pkcs1Sign, pkcs1SignDigest, pkcs1Verify, pkcs1VerifyDigest } from './pkcs1-signature.ts';
export {
  maxSaltLength,
  type PssSignOptions,
  type PssVerifyOptions,
  pssSign,
  pssSignDigest,
  pssVerify,
  pssVerifyDigest,
} from './pss.ts';
export type { Pkcs1Refusal, Pkcs1Verdict, PssRefusal, PssVerdict, Refusal, Verdict } from './verdict.ts';
