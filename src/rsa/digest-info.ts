/**
 * DigestInfo, the value that says with which hash function a digest was made (RFC 8017, 9.2 and A.2.4).
 *
 * Its DER encoding is the same for every digest of one hash function but for the digest itself, at its end.
 */
import { concat, fromHex } from '../bytes/index.ts';
import { CryptoError, orList } from '../errors.ts';
import { expectHash, type Hash } from '../hash/index.ts';

/**
 * The DER encoding T of DigestInfo before the digest: a SEQUENCE of an AlgorithmIdentifier, whose parameters are NULL,
 * and an OCTET STRING (9.2, step 2). `unsupported` for a hash function that is not in the list of the RFC.
 */
export function digestInfoPrefix(hash: Hash): Uint8Array {
  expectHash(hash);
  const content = OBJECT_IDENTIFIERS[hash.name];
  if (content === undefined) {
    throw new CryptoError(
      'unsupported',
      `hash: expected ${orList(Object.keys(OBJECT_IDENTIFIERS))}, got ${hash.name}`,
    );
  }
  const oid = fromHex(content);
  const algorithm = concat(Uint8Array.of(0x06, oid.length), oid, Uint8Array.of(0x05, 0x00));
  return concat(
    Uint8Array.of(0x30, 2 + algorithm.length + 2 + hash.digestLength, 0x30, algorithm.length),
    algorithm,
    Uint8Array.of(0x04, hash.digestLength),
  );
}

/** By the standard's name of the hash function, the content of its OBJECT IDENTIFIER in DER (RFC 8017, B.1). */
const OBJECT_IDENTIFIERS: Readonly<Record<string, string>> = {
  MD5: '2a864886f70d0205', // 1.2.840.113549.2.5
  'SHA-1': '2b0e03021a', // 1.3.14.3.2.26
  'SHA-224': '608648016503040204', // 2.16.840.1.101.3.4.2.4, and so on
  'SHA-256': '608648016503040201',
  'SHA-384': '608648016503040202',
  'SHA-512': '608648016503040203',
  'SHA-512/224': '608648016503040205',
  'SHA-512/256': '608648016503040206',
};
