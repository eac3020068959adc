/** Whether a signature over a certificate, a request or a list was made with the key that belongs to a public one. */
import { createVerifier, type KeyVerdict, type PublicKey } from '../keys/index.ts';
import { expectKey } from '../keys/key.ts';
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
  return createVerifier(publicKey).verify(scheme, tbs, signature);
}

/** The hash of the signature where it is broken or weak (RFC 6194; RFC 6151). */
export function weakHashOf({ scheme }: SignatureAlgorithm): 'md5' | 'sha1' | undefined {
  return scheme?.hash === 'md5' || scheme?.hash === 'sha1' ? scheme.hash : undefined;
}
