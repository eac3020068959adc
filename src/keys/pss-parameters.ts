/**
 * RSASSA-PSS-params (RFC 8017, A.2.3; RFC 4055, 3.1): the hashes and the salt that a PSS key is restricted to.
 *
 * Each field has a default, and all of them are SHA-1. DER omits defaults; ones written out are read all the same.
 */
import {
  type DerReader,
  encodeExplicit,
  encodeInteger,
  encodeSequence,
  readOptional,
  readSequence,
  readSmall,
} from '../asn1/index.ts';
import { CryptoError } from '../errors.ts';
import type { HashId } from '../hash/index.ts';
import { encodeAlgorithm, readAlgorithm } from './algorithms.ts';
import { encodeHashAlgorithm, readHashAlgorithm } from './hash-algorithm.ts';
import type { PssRestriction } from './key.ts';

export const MGF1 = '1.2.840.113549.1.1.8';

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
        (e) => readHashAlgorithm(e, 'PSS hashAlgorithm'),
        clause,
      );
      const mgfHash = readOptional(inner, 1, 'PSS maskGenAlgorithm', (e) => readMaskGen(e, 'PSS'), clause);
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
  if (hash !== DEFAULTS.hash) fields.push(encodeExplicit(0, encodeHashAlgorithm(hash)));
  if (mgfHash !== DEFAULTS.mgfHash) {
    fields.push(encodeExplicit(1, encodeAlgorithm(MGF1, encodeHashAlgorithm(mgfHash))));
  }
  if (saltLength !== DEFAULTS.saltLength) fields.push(encodeExplicit(2, encodeInteger(BigInt(saltLength))));
  return encodeSequence(...fields);
}

/** MGF1, the only one there is, and its hash. */
export function readMaskGen(der: DerReader, scheme: 'PSS' | 'OAEP'): HashId {
  return readAlgorithm(der, `${scheme} maskGenAlgorithm`, (oid, inner) => {
    if (oid === MGF1) return readHashAlgorithm(inner, `${scheme} MGF1 hash`);
    throw new CryptoError('unsupported', `${scheme} maskGenAlgorithm: expected MGF1 (${MGF1}), got ${oid}`);
  });
}

function readTrailer(der: DerReader): void {
  const trailer = readSmall(der, 'PSS trailerField', 255);
  if (trailer === 1) return;
  throw new CryptoError('unsupported', `PSS trailerField: expected 1, which stands for bc, got ${trailer}`);
}
