/**
 * RSAES-OAEP-params (RFC 8017, A.2.1; RFC 4055, 4.1): the hashes and the label of an encrypted session key.
 *
 * Each field has a default, and both hashes are SHA-1 in it.
 */
import {
  type DerReader,
  encodeExplicit,
  encodeOctetString,
  encodeSequence,
  readOctetString,
  readOptional,
  readSequence,
} from '../asn1/index.ts';
import { CryptoError } from '../errors.ts';
import type { HashId } from '../hash/index.ts';
import { encodeAlgorithm, readAlgorithm } from '../keys/algorithms.ts';
import { encodeHashAlgorithm, readHashAlgorithm } from '../keys/hash-algorithm.ts';
import { MGF1, readMaskGen } from '../keys/pss-parameters.ts';

export interface OaepParameters {
  readonly hash: HashId;
  readonly mgfHash: HashId;
  readonly label: Uint8Array;
}

const SPECIFIED = '1.2.840.113549.1.1.9';
const CLAUSE = 'RFC 4055, 4.1';

export function readOaepParameters(der: DerReader): OaepParameters {
  return readSequence(
    der,
    'RSAES-OAEP-params',
    (inner) => {
      const hash = readOptional(inner, 0, 'OAEP hashFunc', (e) => readHashAlgorithm(e, 'OAEP hashFunc'));
      const mgfHash = readOptional(inner, 1, 'OAEP maskGenAlgorithm', (e) => readMaskGen(e, 'OAEP'));
      const label = readOptional(inner, 2, 'OAEP pSourceFunc', readSource);
      return { hash: hash ?? 'sha1', mgfHash: mgfHash ?? 'sha1', label: label ?? new Uint8Array(0) };
    },
    CLAUSE,
  );
}

export function encodeOaepParameters({ hash, mgfHash, label }: OaepParameters): Uint8Array {
  return encodeSequence(
    ...(hash === 'sha1' ? [] : [encodeExplicit(0, encodeHashAlgorithm(hash))]),
    ...(mgfHash === 'sha1' ? [] : [encodeExplicit(1, encodeAlgorithm(MGF1, encodeHashAlgorithm(mgfHash)))]),
    ...(label.length === 0 ? [] : [encodeExplicit(2, encodeAlgorithm(SPECIFIED, encodeOctetString(label)))]),
  );
}

function readSource(der: DerReader): Uint8Array {
  return readAlgorithm(der, 'OAEP pSourceFunc', (oid, inner) => {
    if (oid === SPECIFIED) return readOctetString(inner, 'OAEP label').slice();
    throw new CryptoError('unsupported', `OAEP pSourceFunc: expected a label (${SPECIFIED}), got ${oid}`);
  });
}
