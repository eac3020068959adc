/**
 * The AlgorithmIdentifier of a signature (RFC 5280, 4.1.1.2; RSA: RFC 4055, 3 and 5).
 *
 * It stands twice in everything that is signed: inside, under the signature, and outside. An algorithm that is not known here
 * is kept by its identifier, and whoever verifies says so.
 */
import { type DerReader, encodeNull, openDer, readAny, readNull } from '../asn1/index.ts';
import { CryptoError, orList } from '../errors.ts';
import { HASHES, type HashId } from '../hash/index.ts';
import { encodeAlgorithm, RSASSA_PSS, readAlgorithm } from '../keys/algorithms.ts';
import type { SignatureScheme } from '../keys/index.ts';
import { encodePssParameters, readPssParameters } from '../keys/pss-parameters.ts';

export interface SignatureAlgorithm {
  readonly oid: string;
  /** As the standards call it: `sha256WithRSAEncryption`; the `oid` where it is not in the list. */
  readonly name: string;
  /** How to verify it; absent where we cannot. */
  readonly scheme?: SignatureScheme;
  /** The whole AlgorithmIdentifier, as DER. */
  readonly raw: Uint8Array;
}

export function readSignatureAlgorithm(der: DerReader, name: string): SignatureAlgorithm {
  const start = der.offset;
  const found = readAlgorithm(der, name, (oid, inner) => ({ oid, scheme: readScheme(oid, inner, name) }));
  return {
    oid: found.oid,
    name: signatureName(found.oid),
    ...(found.scheme && { scheme: found.scheme }),
    raw: der.since(start).slice(),
  };
}

function readScheme(oid: string, inner: DerReader, name: string): SignatureScheme | undefined {
  const hash = HASH_OF[oid];
  if (hash !== undefined) {
    // RFC 4055, 5: NULL is to be written, and its absence to be accepted.
    if (inner.remaining > 0) readNull(inner, `${name} parameters`, 'RFC 4055, 5');
    return { scheme: 'rsa-pkcs1', hash };
  }
  const parameters = inner.remaining > 0 ? readAny(inner, `${name} parameters`) : undefined;
  if (oid !== RSASSA_PSS || !parameters) return undefined;
  return readPssScheme(parameters);
}

/** Undefined where the parameters name a hash or mask that we do not have. */
function readPssScheme(parameters: Uint8Array): SignatureScheme | undefined {
  try {
    return { scheme: 'rsa-pss', ...readPssParameters(openDer(parameters)) };
  } catch (error) {
    if (error instanceof CryptoError && error.code === 'unsupported') return undefined;
    throw error;
  }
}

/** As DER. `unsupported` for a hash that has no identifier with this scheme. */
export function encodeSignatureAlgorithm(scheme: SignatureScheme): Uint8Array {
  if (scheme.scheme === 'rsa-pss') {
    const { hash, mgfHash = hash } = scheme;
    const saltLength = scheme.saltLength ?? HASHES[hash].digestLength;
    return encodeAlgorithm(RSASSA_PSS, encodePssParameters({ hash, mgfHash, saltLength }));
  }
  const [oid] = Object.entries(HASH_OF).find(([, hash]) => hash === scheme.hash) ?? [];
  if (oid !== undefined) return encodeAlgorithm(oid, encodeNull());
  throw new CryptoError(
    'bad-argument',
    `scheme: expected a hash of ${orList(Object.values(HASH_OF))}, got ${JSON.stringify(scheme.hash)}`,
  );
}

/** The hash of a PKCS#1 v1.5 signature by its identifier (RFC 8017, A.2.4; RFC 4055, 5). */
const HASH_OF: Readonly<Record<string, HashId>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.15': 'sha512-224',
  '1.2.840.113549.1.1.16': 'sha512-256',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.4': 'md5',
  // sha1WithRSASignature of old (OIW).
  '1.3.14.3.2.29': 'sha1',
};

function signatureName(oid: string): string {
  return NAMES[oid] ?? oid;
}

const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.2.840.113549.1.1.15': 'sha512-224WithRSAEncryption',
  '1.2.840.113549.1.1.16': 'sha512-256WithRSAEncryption',
  '1.3.14.3.2.29': 'sha1WithRSASignature',
  [RSASSA_PSS]: 'RSASSA-PSS',
  '1.2.840.10040.4.3': 'dsa-with-sha1',
  '2.16.840.1.101.3.4.3.2': 'dsa-with-sha256',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.1': 'ecdsa-with-SHA224',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};
