/**
 * Hash functions by their object identifiers, as the AlgorithmIdentifiers of PSS, OAEP and messages name them.
 *
 * They are read with and without their NULL (RFC 4055, 2.1). We write the NULL, as OpenSSL does.
 */
import { type DerReader, encodeNull, readNull } from '../asn1/index.ts';
import { CryptoError } from '../errors.ts';
import type { HashId } from '../hash/index.ts';
import { encodeAlgorithm, readAlgorithm } from './algorithms.ts';

/** RFC 8017, B.1. */
const HASH_OIDS: Readonly<Record<HashId, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  'sha512-224': '2.16.840.1.101.3.4.2.5',
  'sha512-256': '2.16.840.1.101.3.4.2.6',
};

/** `unsupported`, with its identifier, for another hash. */
export function readHashAlgorithm(der: DerReader, name: string): HashId {
  return readAlgorithm(der, name, (oid, inner) => {
    if (inner.remaining > 0) readNull(inner, `${name} parameters`);
    const hash = hashOfOid(oid);
    if (hash) return hash;
    throw new CryptoError('unsupported', `${name}: expected a hash of the SHA-1 or SHA-2 family, got ${oid}`);
  });
}

export function encodeHashAlgorithm(hash: HashId): Uint8Array {
  return encodeAlgorithm(HASH_OIDS[hash], encodeNull());
}

/** Undefined for one that is not known here. */
export function hashOfOid(oid: string): HashId | undefined {
  const [hash] = Object.entries(HASH_OIDS).find(([, known]) => known === oid) ?? [];
  return hash as HashId | undefined;
}
