/** Whether a signature over a certificate, a request or a list was made with the key that belongs to a public one. */
import { CryptoError } from '../errors.ts';
import { createVerifier, type KeyVerdict, type PublicKey } from '../keys/index.ts';
import { expectKey } from '../keys/key.ts';
import { bitLength } from '../math/index.ts';
import type { RsaPublicKey } from '../rsa/index.ts';
import type { Signed } from './certificate.ts';
import type { SignatureAlgorithm } from './signature-algorithm.ts';

/** A verdict on the signature, or that it is of a kind we cannot verify. */
export type SignatureVerdict =
  | KeyVerdict
  | {
      readonly valid: false;
      /** The key is of a kind that is not known here. */
      readonly reason: 'unsupported-key';
      readonly algorithm: string;
    }
  | {
      readonly valid: false;
      /** The algorithm of the signature is not known here, or is not one of such a key. */
      readonly reason: 'unsupported-signature';
      readonly algorithm: string;
    };

/** Nothing about the signature or the key is thrown. */
export function verifySignature(
  { tbs, signatureAlgorithm, signature }: Pick<Signed, 'tbs' | 'signatureAlgorithm' | 'signature'>,
  publicKey: PublicKey,
): SignatureVerdict {
  expectKey('publicKey', publicKey);
  const { scheme, name } = signatureAlgorithm;
  if (publicKey.algorithm === 'unknown') {
    return { valid: false, reason: 'unsupported-key', algorithm: publicKey.name };
  }
  if (!scheme) return { valid: false, reason: 'unsupported-signature', algorithm: name };
  const { e } = publicKey.rsa;
  if (isCostly(publicKey.rsa)) {
    const error = new CryptoError(
      'too-large',
      `publicKey: expected an exponent e of at most ${MAX_EXPONENT_BITS} bits with such a long modulus, got ${bitLength(e)}; 65537 is usual`,
    );
    return { valid: false, reason: 'unusable-key', error };
  }
  return createVerifier(publicKey).verify(scheme, tbs, signature);
}

/** A stranger's key must not cost seconds: the bounds of OpenSSL. */
export function isCostly({ n, e }: RsaPublicKey): boolean {
  return bitLength(n) > LONG_MODULUS_BITS && bitLength(e) > MAX_EXPONENT_BITS;
}

const LONG_MODULUS_BITS = 3072;
export const MAX_EXPONENT_BITS = 64;

/** The hash of the signature where it is broken or weak (RFC 6194; RFC 6151). */
export function weakHashOf({ scheme }: SignatureAlgorithm): 'md5' | 'sha1' | undefined {
  return scheme?.hash === 'md5' || scheme?.hash === 'sha1' ? scheme.hash : undefined;
}
