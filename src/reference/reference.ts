/**
 * The shapes in which the independent equivalents are offered, whoever wrote them.
 *
 * Agreement with them on random input is evidence that both are right, not proof.
 */
import type { RsaPublicKey } from '../rsa/index.ts';

/** A cipher in one mode, without padding. `iv` is empty for ECB, and the first counter block for CTR. */
export interface ReferenceMode {
  encrypt(key: Uint8Array, iv: Uint8Array, msg: Uint8Array): Uint8Array;
  decrypt(key: Uint8Array, iv: Uint8Array, msg: Uint8Array): Uint8Array;
}

/** A cipher that authenticates; `sealed` is the ciphertext and then the tag. `open` throws if the tag does not match. */
export interface ReferenceAead {
  seal(key: Uint8Array, nonce: Uint8Array, msg: Uint8Array, aad: Uint8Array): Uint8Array;
  open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array;
}

/** RSA under one public key; `hash` is an id such as `sha256`. */
export interface ReferenceRsaVerifier {
  pkcs1Verify(hash: string, msg: Uint8Array, signature: Uint8Array): boolean;
  /** MGF1 has the same hash. */
  pssVerify(hash: string, msg: Uint8Array, signature: Uint8Array, saltLength: number): boolean;
}

/** RSA under one private key. */
export interface ReferenceRsa extends ReferenceRsaVerifier {
  /** The whole block that was encrypted, with its padding. */
  openBlock(ciphertext: Uint8Array): Uint8Array;
  /** Throws if the padding is not as it should be. MGF1 has the same hash. */
  oaepDecrypt(ciphertext: Uint8Array, hash: string, label: Uint8Array): Uint8Array;
  pkcs1Sign(hash: string, msg: Uint8Array): Uint8Array;
}

/** What a certificate says, in the reference's words. */
export interface ReferenceCertificate {
  /** Upper hex, whole bytes. */
  readonly serialNumber: string;
  /** An attribute a line, in the order of the encoding. */
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** The subjectAltName in OpenSSL's words; empty without one. */
  readonly names: string;
  readonly ca: boolean;
  /** SHA-256, lower hex. */
  readonly fingerprint: string;
  /** Whether that key's owner signed it. */
  isSignedBy(publicKey: RsaPublicKey): boolean;
}
