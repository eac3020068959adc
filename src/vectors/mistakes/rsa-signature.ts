/** Mistakes in what RSA signs (RFC 8017, 8.2 and 9.2), seen in the block that the public key opens. */
import { concat, toHex, utf8 } from '../../bytes/index.ts';
import { type Hash, md5, sha1 } from '../../hash/index.ts';
import { byteLength, i2osp, modPow, os2ip } from '../../math/index.ts';
import {
  digestInfoPrefix,
  emsaPkcs1Encode,
  type PssVerifyOptions,
  pkcs1Verify,
  pssVerify,
} from '../../rsa/index.ts';
import { bytes, type Fields, hashOf, integer, mgfHashOf, publicKeyIn } from '../operations/index.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';
import {
  all,
  bare,
  ofType,
  others,
  partsOf,
  type Shape,
  withoutFirstZero,
  withoutSeparator,
  zeroPadded,
} from './rsa-shape.ts';

/** A block that was signed, which the public key opens. */
function signed(name: MistakeName, clause: string, shape: Shape): WellKnownMistake {
  return {
    name,
    clause: `RFC 8017, ${clause}`,
    ops: /^rsa-pkcs1-sign$/,
    explains: (output, fields) => {
      const { n, e } = publicKeyIn(fields);
      const s = os2ip(output);
      if (s >= n) return false;
      const hash = hashOf(fields);
      const EM = i2osp(modPow(s, e, n), byteLength(n));
      return shape(EM, concat(digestInfoPrefix(hash), hash(bytes(fields, 'msg'))), fields);
    },
  };
}

const PSS = /^rsa-pss-sign$/;

/** The block as it should be, but around another value. */
const around = (value: (fields: Fields, hash: Hash) => readonly Uint8Array[]): Shape => {
  return (EM, _, fields) =>
    value(fields, hashOf(fields)).some((T) => {
      const { first, type, PS, separator, ends } = partsOf(EM, T);
      return ends && first === 0 && type === 1 && separator === 0 && all(PS, 0xff);
    });
};

/** Without the NULL that follows the object identifier, and with the lengths that go with it. */
function withoutNull(hash: Hash): Uint8Array {
  const prefix = digestInfoPrefix(hash);
  const oid = prefix.subarray(4, 4 + 2 + prefix[5]!);
  return concat(
    Uint8Array.of(0x30, prefix[1]! - 2, 0x30, prefix[3]! - 2),
    oid,
    prefix.subarray(prefix.length - 2),
  );
}

export const signatureMistakes: readonly WellKnownMistake[] = [
  signed('rsa-sign-zeros-for-padding', '9.2', zeroPadded(1)),
  signed('rsa-sign-block-type-2', '9.2', ofType(2)),
  signed('rsa-sign-no-separator', '9.2', withoutSeparator(1)),
  signed('rsa-sign-no-first-zero', '9.2', withoutFirstZero(1)),
  signed('rsa-sign-no-padding', '9.2', (EM, T, fields) =>
    [T, hashOf(fields)(bytes(fields, 'msg'))].some((end) => bare(EM, end, fields)),
  ),
  signed(
    'rsa-sign-no-digest-info',
    '9.2',
    around((fields, hash) => [hash(bytes(fields, 'msg'))]),
  ),
  signed(
    'rsa-sign-message-not-hashed',
    '9.2',
    around((fields, hash) => {
      const msg = bytes(fields, 'msg');
      return [msg, concat(digestInfoPrefix(hash), msg)];
    }),
  ),
  signed(
    'rsa-sign-digest-of-hex',
    '9.2',
    around((fields, hash) => [concat(digestInfoPrefix(hash), hash(utf8(toHex(bytes(fields, 'msg')))))]),
  ),
  signed(
    'rsa-sign-digest-as-hex',
    '9.2',
    around((fields, hash) => {
      const digest = utf8(toHex(hash(bytes(fields, 'msg'))));
      return [digest, concat(digestInfoPrefix(hash), digest)];
    }),
  ),
  signed(
    'rsa-sign-hashed-twice',
    '9.2',
    around((fields, hash) => [concat(digestInfoPrefix(hash), hash(hash(bytes(fields, 'msg'))))]),
  ),
  signed(
    'rsa-sign-wrong-object-identifier',
    '9.2 and B.1',
    around((fields, hash) =>
      others(hash).map((other) => concat(digestInfoPrefix(other), hash(bytes(fields, 'msg')))),
    ),
  ),
  signed(
    'rsa-sign-other-hash',
    '9.2',
    around((fields, hash) =>
      others(hash).map((other) => concat(digestInfoPrefix(other), other(bytes(fields, 'msg')))),
    ),
  ),
  signed(
    'rsa-sign-no-null',
    '9.2 and A.2.4',
    around((fields, hash) => [concat(withoutNull(hash), hash(bytes(fields, 'msg')))]),
  ),
  signed(
    'rsa-sign-md5-and-sha1',
    '9.2',
    around((fields) => [concat(md5(bytes(fields, 'msg')), sha1(bytes(fields, 'msg')))]),
  ),
  {
    name: 'rsa-sign-with-public-exponent',
    clause: 'RFC 8017, 5.2.1',
    ops: /^rsa-pkcs1-sign$/,
    outputs: (fields) => {
      const { n, e } = publicKeyIn(fields);
      const hash = hashOf(fields);
      const EM = emsaPkcs1Encode(hash, hash(bytes(fields, 'msg')), byteLength(n));
      return [i2osp(modPow(os2ip(EM), e, n), byteLength(n))];
    },
  },
  {
    name: 'rsa-pss-for-pkcs1',
    clause: 'RFC 8017, 8.2',
    ops: /^rsa-pkcs1-sign$/,
    explains: (output, fields) =>
      pssVerify(publicKeyIn(fields), hashOf(fields), bytes(fields, 'msg'), output, { saltLength: 'auto' })
        .valid,
  },
  {
    name: 'rsa-pkcs1-for-pss',
    clause: 'RFC 8017, 8.1',
    ops: PSS,
    explains: (output, fields) =>
      pkcs1Verify(publicKeyIn(fields), hashOf(fields), bytes(fields, 'msg'), output).valid,
  },
  pss('rsa-pss-salt-of-other-length', (fields) => [{ mgfHash: mgfHashOf(fields), saltLength: 'auto' }]),
  pss('rsa-pss-other-hash-in-mgf1', (fields) =>
    others(mgfHashOf(fields)).map((mgfHash) => ({ mgfHash, saltLength: integer(fields, 'sLen') })),
  ),
];

/** With these options the signature verifies. */
function pss(name: MistakeName, options: (fields: Fields) => readonly PssVerifyOptions[]): WellKnownMistake {
  return {
    name,
    clause: 'RFC 8017, 9.1.1',
    ops: PSS,
    explains: (output, fields) =>
      options(fields).some(
        (option) =>
          pssVerify(publicKeyIn(fields), hashOf(fields), bytes(fields, 'msg'), output, option).valid,
      ),
  };
}
