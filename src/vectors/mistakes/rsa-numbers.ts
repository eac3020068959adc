/** Mistakes in RSA on bare numbers (RFC 8017, 5.1), and in the test for primes. */
import { byteLength, fromTwosComplement, i2osp, isProbablePrime, modPow, os2ip } from '../../math/index.ts';
import { bytes, type Fields } from '../operations/index.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';

const ENCRYPTION = /^rsa-textbook-encrypt$/;
const DECRYPTION = /^rsa-textbook-decrypt$/;
const BOTH = /^rsa-textbook-/;

const number = (fields: Fields, name: string) => os2ip(bytes(fields, name));
const toBytes = (value: bigint) => i2osp(value, Math.max(1, byteLength(value)));

interface Numbers {
  /** The message or the ciphertext. */
  readonly x: bigint;
  readonly exponent: bigint;
  readonly n: bigint;
  readonly text: Uint8Array;
}

function numbers(
  name: MistakeName,
  clause: string,
  ops: RegExp,
  compute: (numbers: Numbers, fields: Fields) => readonly Uint8Array[],
): WellKnownMistake {
  return {
    name,
    clause: `RFC 8017, ${clause}`,
    ops,
    outputs: (fields, op) => {
      const encrypts = op.endsWith('encrypt');
      const text = bytes(fields, encrypts ? 'msg' : 'ct');
      const exponent = number(fields, encrypts ? 'publicExponent' : 'privateExponent');
      const n = number(fields, 'modulus');
      return n > 0n ? compute({ x: os2ip(text), exponent, n, text }, fields) : [];
    },
  };
}

/** Beyond it the power is not written out. */
const MOST_UNREDUCED = 17n;

const primeMistakes: readonly WellKnownMistake[] = [
  prime('prime-negative-number', (value) => value < 0n && isProbablePrime(-value)),
  prime('prime-one', (value) => value === 1n),
  prime('prime-fermat-test-only', (value) => value > 3n && [2n, 3n].every((a) => passesFermat(a, value))),
];

/** Numbers that the program takes for primes although they are none. */
function prime(name: MistakeName, passes: (value: bigint) => boolean): WellKnownMistake {
  return {
    name,
    clause: 'FIPS 186-5, B.3',
    ops: /^prime-test$/,
    outputs: (fields) => {
      const value = fromTwosComplement(bytes(fields, 'value'));
      return passes(value) && !isProbablePrime(value) ? [true] : [];
    },
  };
}

function passesFermat(a: bigint, value: bigint): boolean {
  return value % a === 0n || modPow(a, value - 1n, value) === 1n;
}

export const numberMistakes: readonly WellKnownMistake[] = [
  numbers('rsa-number-not-below-modulus', '5.1', BOTH, ({ x, exponent, n }) =>
    x >= n ? [toBytes(modPow(x % n, exponent, n))] : [],
  ),
  numbers('rsa-public-exponent-to-decrypt', '5.1.2', DECRYPTION, ({ x, n }, fields) => [
    toBytes(modPow(x % n, number(fields, 'publicExponent'), n)),
  ]),
  numbers('rsa-little-endian', '4', BOTH, ({ x, exponent, n, text }) => {
    const reversed = modPow(os2ip(text.toReversed()) % n, exponent, n);
    const length = byteLength(n);
    return [modPow(x % n, exponent, n), reversed].flatMap((value) => [
      toBytes(value).toReversed(),
      i2osp(value, length).toReversed(),
      toBytes(value),
    ]);
  }),
  numbers('rsa-exclusive-or-for-power', '5.1', BOTH, ({ x, exponent, n }) => [
    toBytes((x ^ exponent) % n),
    toBytes(x ^ (exponent % n)),
  ]),
  numbers('rsa-product-for-power', '5.1', BOTH, ({ x, exponent, n }) => [toBytes((x * exponent) % n)]),
  numbers('rsa-not-reduced', '5.1.1', ENCRYPTION, ({ x, exponent }) =>
    exponent <= MOST_UNREDUCED ? [toBytes(x ** exponent)] : [],
  ),
  numbers('rsa-one-multiplication-off', '5.1', BOTH, ({ x, exponent, n }) =>
    [exponent - 1n, exponent + 1n].map((other) => toBytes(modPow(x % n, other, n))),
  ),
  ...primeMistakes,
];
