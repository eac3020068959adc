/** Mistakes in taking RSA's blocks apart again: after decryption, and in verifying (RFC 8017, 7.2.2, 8.2.2). */
import { concat } from '../../bytes/index.ts';
import type { Hash } from '../../hash/index.ts';
import { byteLength, i2osp, modPow, os2ip } from '../../math/index.ts';
import {
  digestInfoPrefix,
  emePkcs1Decode,
  emsaPkcs1Encode,
  expectPublicKey,
  modulusLength,
  pssVerify,
} from '../../rsa/index.ts';
import { bytes, type Fields, hashOf, mgfHashOf, privateKeyIn, publicKeyIn } from '../operations/index.ts';
import { areSame, type MistakeName, type WellKnownMistake } from './mistake.ts';
import { all } from './rsa-shape.ts';

const VERIFICATION = /^rsa-pkcs1-verify$/;

/** `messages` are what programs take for the message in a block. */
function decrypted(name: MistakeName, messages: (EM: Uint8Array) => readonly Uint8Array[]): WellKnownMistake {
  return {
    name,
    clause: 'RFC 8017, 7.2.2',
    ops: /^rsa-pkcs1-decrypt$/,
    outputs: (fields) => {
      const key = privateKeyIn(fields);
      expectPublicKey('publicKey', key);
      const { n, d } = key;
      const k = byteLength(n);
      return messages(i2osp(modPow(os2ip(bytes(fields, 'ct')) % n, d, n), k));
    },
  };
}

/** Forgeries and damaged signatures that `accepts` although they are to be refused. */
function verified(
  name: MistakeName,
  accepts: (EM: Uint8Array, digest: Uint8Array, hash: Hash) => boolean,
): WellKnownMistake {
  return {
    name,
    clause: 'RFC 8017, 8.2.2',
    ops: VERIFICATION,
    outputs: (fields) => {
      const hash = hashOf(fields);
      const [EM, digest] = [blockIn(fields), hash(bytes(fields, 'msg'))];
      return !isRightBlock(EM, digest, hash) && accepts(EM, digest, hash) ? [true] : [];
    },
  };
}

/** The block as it should be: then something else is wrong, such as a number that is too large. */
function isRightBlock(EM: Uint8Array, digest: Uint8Array, hash: Hash): boolean {
  return areSame(EM, emsaPkcs1Encode(hash, digest, EM.length));
}

/** The block in a signature. */
function blockIn(fields: Fields): Uint8Array {
  const key = publicKeyIn(fields);
  expectPublicKey('publicKey', key);
  const EM = modPow(os2ip(bytes(fields, 'sig')) % key.n, key.e, key.n);
  return i2osp(EM, modulusLength(key));
}

function endsIn(EM: Uint8Array, end: Uint8Array): boolean {
  return areSame(EM.subarray(EM.length - end.length), end);
}

/** Where the first zero behind the block type is. */
const separatorIn = (EM: Uint8Array) => EM.indexOf(0, 2);

export const openingMistakes: readonly WellKnownMistake[] = [
  decrypted('rsa-pkcs1-padding-not-removed', (EM) => [EM, EM.subarray(EM.findIndex((byte) => byte !== 0))]),
  decrypted('rsa-pkcs1-short-padding-accepted', (EM) => {
    const end = separatorIn(EM);
    return EM[0] === 0 && EM[1] === 2 && end > 0 && end < 10 ? [EM.subarray(end + 1)] : [];
  }),
  {
    name: 'rsa-ciphertext-range-not-checked',
    clause: 'RFC 8017, 7.2.2',
    ops: /^rsa-pkcs1-decrypt$/,
    outputs: (fields) => {
      const { n, d } = privateKeyIn(fields);
      const ct = bytes(fields, 'ct');
      const fits = ct.length === byteLength(n) && os2ip(ct) < n;
      return fits ? [] : [emePkcs1Decode(i2osp(modPow(os2ip(ct) % n, d, n), byteLength(n)))];
    },
  },
  decrypted('rsa-pkcs1-padding-not-checked', (EM) => [EM.subarray(separatorIn(EM) + 1)]),
  decrypted('rsa-pkcs1-last-zero-taken', (EM) => [EM.subarray(EM.lastIndexOf(0) + 1)]),
  decrypted('rsa-pkcs1-separator-left', (EM) => [EM.subarray(separatorIn(EM))]),
  {
    name: 'rsa-verify-length-not-checked',
    clause: 'RFC 8017, 8.2.2',
    ops: VERIFICATION,
    outputs: (fields) => {
      const hash = hashOf(fields);
      const T = concat(digestInfoPrefix(hash), hash(bytes(fields, 'msg')));
      const right = modulusLength(publicKeyIn(fields)) === bytes(fields, 'sig').length;
      return !right && areSame(blockIn(fields).subarray(-T.length), T) ? [true] : [];
    },
  },
  {
    name: 'rsa-verify-range-not-checked',
    clause: 'RFC 8017, 5.2.2',
    ops: VERIFICATION,
    outputs: (fields) => {
      const hash = hashOf(fields);
      const isTooLarge = os2ip(bytes(fields, 'sig')) >= publicKeyIn(fields).n;
      return isTooLarge && isRightBlock(blockIn(fields), hash(bytes(fields, 'msg')), hash) ? [true] : [];
    },
  },
  verified('rsa-verify-padding-not-checked', (EM, digest, hash) => {
    return endsIn(EM, concat(digestInfoPrefix(hash), digest));
  }),
  verified('rsa-verify-rest-not-checked', (EM, digest, hash) => {
    const T = concat(digestInfoPrefix(hash), digest);
    const start = separatorIn(EM) + 1;
    const isSigned = EM[0] === 0 && EM[1] === 1 && start > 0;
    return isSigned && areSame(EM.subarray(start, start + T.length), T);
  }),
  verified('rsa-verify-hash-not-checked', (EM, digest) => {
    const start = separatorIn(EM) + 1;
    const info = EM.subarray(start, EM.length - digest.length);
    const isPadded = EM[0] === 0 && EM[1] === 1 && start > 10 && all(EM.subarray(2, start - 1), 0xff);
    return isPadded && info[0] === 0x30 && endsIn(EM, digest);
  }),
  verified('rsa-verify-only-digest-compared', endsIn),
  {
    name: 'rsa-pss-salt-length-not-checked',
    clause: 'RFC 8017, 9.1.2',
    ops: /^rsa-pss-verify$/,
    outputs: (fields) => {
      const options = { mgfHash: mgfHashOf(fields), saltLength: 'auto' } as const;
      const [msg, sig] = [bytes(fields, 'msg'), bytes(fields, 'sig')];
      return pssVerify(publicKeyIn(fields), hashOf(fields), msg, sig, options).valid ? [true] : [];
    },
  },
  {
    name: 'rsa-verify-anything-accepted',
    clause: (op) => `RFC 8017, ${op === 'rsa-pss-verify' ? '8.1.2' : '8.2.2'}`,
    ops: /^rsa-(pkcs1|pss)-verify$/,
    outputs: () => [true],
  },
];
