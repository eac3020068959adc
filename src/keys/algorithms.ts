/**
 * The algorithms that key files name, by their object identifiers, and AlgorithmIdentifier, which carries one
 * (RFC 5280, 4.1.1.2).
 */
import { type DerReader, encodeOid, encodeSequence, readOid, readSequence } from '../asn1/index.ts';

export const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
export const RSASSA_PSS = '1.2.840.113549.1.1.10';

/**
 * An AlgorithmIdentifier. `parameters` reads what stands behind the object identifier, all of it or nothing where nothing
 * stands there.
 */
export function readAlgorithm<T>(
  der: DerReader,
  name: string,
  parameters: (oid: string, inner: DerReader) => T,
): T {
  return readSequence(
    der,
    name,
    (inner) => parameters(readOid(inner, `${name} algorithm`, 'RFC 5280, 4.1.1.2'), inner),
    'RFC 5280, 4.1.1.2',
  );
}

export function encodeAlgorithm(oid: string, ...parameters: Uint8Array[]): Uint8Array {
  return encodeSequence(encodeOid(oid), ...parameters);
}

/** What people call the algorithm of a key; the identifier itself where it is not in the list. */
export function algorithmName(oid: string): string {
  return NAMES[oid] ?? oid;
}

const NAMES: Readonly<Record<string, string>> = {
  [RSA_ENCRYPTION]: 'RSA',
  [RSASSA_PSS]: 'RSASSA-PSS',
  '1.2.840.113549.1.1.7': 'RSAES-OAEP',
  '1.2.840.113549.1.3.1': 'Diffie-Hellman (PKCS#3)',
  '1.2.840.10046.2.1': 'Diffie-Hellman (X9.42)',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.10045.2.1': 'elliptic curve (EC)',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
  '2.16.840.1.101.3.4.4.1': 'ML-KEM-512',
  '2.16.840.1.101.3.4.4.2': 'ML-KEM-768',
  '2.16.840.1.101.3.4.4.3': 'ML-KEM-1024',
};
