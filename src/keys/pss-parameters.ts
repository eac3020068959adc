/**
 * RSASSA-PSS-params (RFC 8017, A.2.3; RFC 4055, 3.1): the hashes and the salt that a PSS key is restricted to.
 *
 * Each field has a default, and all of them are SHA-1. DER omits defaults; ones written out are read all the same, as are
 * hash identifiers with and without their NULL (RFC 4055, 2.1). We write the NULL, as OpenSSL does.
 */
import {
  type DerReader,
  encodeExplicit,
  encodeInteger,
  encodeNull,
  encodeSequence,
  readNull,
  readOptional,
  readSequence,
  readSmall,
} from '../asn1/index.ts';
import { CryptoError } from '../errors.ts';
import type { HashId } from '../hash/index.ts';
import { encodeAlgorithm, readAlgorithm } from './algorithms.ts';
import type { PssRestriction } from './key.ts';

const MGF1 = '1.2.840.113549.1.1.8';

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

const DEFAULTS: PssRestriction = { hash: 'sha1', mgfHash: 'sha1', saltLength: 20 };

/** No salt is longer than the modulus, whose limit this is in bytes. */
const MAX_SALT = 2048;

export function readPssParameters(der: DerReader): PssRestriction {
  const clause = 'RFC 8017, A.2.3';
  return readSequence(
    der,
    'RSASSA-PSS-params',
    (inner) => {
      const hash = readOptional(
        inner,
        0,
        'PSS hashAlgorithm',
        (e) => readHash(e, 'PSS hashAlgorithm'),
        clause,
      );
      const mgfHash = readOptional(inner, 1, 'PSS maskGenAlgorithm', readMaskGen, clause);
      const saltLength = readOptional(
        inner,
        2,
        'PSS saltLength',
        (e) => readSmall(e, 'PSS saltLength', MAX_SALT),
        clause,
      );
      readOptional(inner, 3, 'PSS trailerField', readTrailer, clause);
      return {
        hash: hash ?? DEFAULTS.hash,
        mgfHash: mgfHash ?? DEFAULTS.mgfHash,
        saltLength: saltLength ?? DEFAULTS.saltLength,
      };
    },
    clause,
  );
}

export function encodePssParameters({ hash, mgfHash, saltLength }: PssRestriction): Uint8Array {
  const fields: Uint8Array[] = [];
  if (hash !== DEFAULTS.hash) fields.push(encodeExplicit(0, encodeHash(hash)));
  if (mgfHash !== DEFAULTS.mgfHash) {
    fields.push(encodeExplicit(1, encodeAlgorithm(MGF1, encodeHash(mgfHash))));
  }
  if (saltLength !== DEFAULTS.saltLength) fields.push(encodeExplicit(2, encodeInteger(BigInt(saltLength))));
  return encodeSequence(...fields);
}

function readHash(der: DerReader, name: string): HashId {
  return readAlgorithm(der, name, (oid, inner) => {
    if (inner.remaining > 0) readNull(inner, `${name} parameters`);
    const found = Object.entries(HASH_OIDS).find(([, known]) => known === oid);
    if (found) return found[0] as HashId;
    throw new CryptoError('unsupported', `${name}: expected a hash of the SHA-1 or SHA-2 family, got ${oid}`);
  });
}

function readMaskGen(der: DerReader): HashId {
  return readAlgorithm(der, 'PSS maskGenAlgorithm', (oid, inner) => {
    if (oid === MGF1) return readHash(inner, 'PSS MGF1 hash');
    throw new CryptoError('unsupported', `PSS maskGenAlgorithm: expected MGF1 (${MGF1}), got ${oid}`);
  });
}

function readTrailer(der: DerReader): void {
  const trailer = readSmall(der, 'PSS trailerField', 255);
  if (trailer === 1) return;
  throw new CryptoError('unsupported', `PSS trailerField: expected 1, which stands for bc, got ${trailer}`);
}

function encodeHash(hash: HashId): Uint8Array {
  return encodeAlgorithm(HASH_OIDS[hash], encodeNull());
}
