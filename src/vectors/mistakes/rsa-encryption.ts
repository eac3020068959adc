/** Mistakes in what RSA encrypts (RFC 8017, 7), seen by who has the private key and opens the block. */
import { CryptoError } from '../../errors.ts';
import { sha1, sha256 } from '../../hash/index.ts';
import { emeOaepDecode, type OaepOptions } from '../../rsa/index.ts';
import { bytes, bytesOrNone, type Fields, hashOf, mgfHashOf } from '../operations/index.ts';
import type { Want } from '../vector-file.ts';
import { areSame, type MistakeName, type WellKnownMistake } from './mistake.ts';
import {
  bare,
  noZero,
  ofType,
  others,
  partsOf,
  type Shape,
  withoutFirstZero,
  withoutSeparator,
  zeroPadded,
} from './rsa-shape.ts';

/** A block that was encrypted, as `want` opens it. */
function encrypted(
  name: MistakeName,
  clause: string,
  shape: Shape,
  ops = /^rsa-pkcs1-encrypt$/,
): WellKnownMistake {
  return {
    name,
    clause: `RFC 8017, ${clause}`,
    ops,
    explains: (output, fields, _, want) => {
      const EM = opened(output, want);
      return EM !== undefined && shape(EM, bytes(fields, 'msg'), fields);
    },
  };
}

/** By its output, since all mistakes ask for the same block. */
const OPENED = new WeakMap<Uint8Array, Uint8Array>();

function opened(output: Uint8Array, want: Want): Uint8Array | undefined {
  const known = OPENED.get(output);
  if (known || want.kind !== 'accepted') return known;
  const EM = want.open?.(output);
  if (EM) OPENED.set(output, EM);
  return EM;
}

const OAEP = /^rsa-oaep-encrypt$/;

/** OAEP with other parameters gives the message. */
const opensWith = (options: (fields: Fields) => readonly OaepOptions[]): Shape => {
  return (EM, msg, fields) =>
    options(fields).some((option) => {
      try {
        return areSame(emeOaepDecode(EM, option), msg);
      } catch (error) {
        if (error instanceof CryptoError) return false;
        throw error;
      }
    });
};
export const encryptionMistakes: readonly WellKnownMistake[] = [
  encrypted('rsa-pkcs1-zeros-for-padding', '7.2.1', zeroPadded(2)),
  encrypted('rsa-pkcs1-block-type-1-to-encrypt', '7.2.1', ofType(1)),
  encrypted('rsa-pkcs1-no-separator', '7.2.1', withoutSeparator(2)),
  encrypted('rsa-pkcs1-no-first-zero', '7.2.1', withoutFirstZero(2)),
  encrypted('rsa-pkcs1-no-padding', '7.2.1', bare),
  encrypted('rsa-pkcs1-block-not-filled', '7.2.1', (EM, msg) => {
    const start = EM.findIndex((byte) => byte !== 0);
    const { ends, separator } = partsOf(EM, msg);
    const PS = EM.subarray(start + 1, EM.length - msg.length - 1);
    return ends && separator === 0 && start > 1 && EM[start] === 2 && noZero(PS);
  }),
  encrypted('rsa-pkcs1-zero-in-padding', '7.2.1', (EM, msg) => {
    const { first, type, PS, separator, ends } = partsOf(EM, msg);
    return ends && first === 0 && type === 2 && separator === 0 && PS.includes(0);
  }),
  encrypted(
    'rsa-oaep-for-pkcs1',
    '7.2',
    opensWith(() => [{ hash: sha1 }, { hash: sha256 }]),
  ),
  encrypted('rsa-pkcs1-for-oaep', '7.1', ofType(2), OAEP),
  encrypted(
    'rsa-oaep-label-left-out',
    '7.1.1',
    opensWith((fields) => [{ hash: hashOf(fields), mgfHash: mgfHashOf(fields) }]),
    OAEP,
  ),
  encrypted(
    'rsa-oaep-other-hash-in-mgf1',
    '7.1.1 and B.2.1',
    opensWith((fields) =>
      others(mgfHashOf(fields)).map((mgfHash) => ({
        hash: hashOf(fields),
        mgfHash,
        label: bytesOrNone(fields, 'label'),
      })),
    ),
    OAEP,
  ),
  encrypted(
    'rsa-oaep-other-hash',
    '7.1.1',
    opensWith((fields) =>
      others(hashOf(fields)).flatMap((hash) =>
        [hash, mgfHashOf(fields)].map((mgfHash) => ({ hash, mgfHash, label: bytesOrNone(fields, 'label') })),
      ),
    ),
    OAEP,
  ),
  encrypted('rsa-pkcs1-no-padding', '7.1.1', bare, OAEP),
];
