/** Rows of the table: number theory beside jsbn, Diffie–Hellman beside the platform. Numbers are big-endian bytes. */
import fc from 'fast-check';
import { concat, toHex } from '../bytes/index.ts';
import { type DhGroup, dhPublic, dhShared } from '../dh/index.ts';
import { findPrime, gcd, i2osp, isProbablePrime, modInverse, modPow, os2ip } from '../math/index.ts';
import { seededRandom } from '../random/index.ts';
import { openJsbn, openPlatform } from '../reference/index.ts';
import { anyMessage, fixedBytes } from './inputs.ts';
import { type Operation, operation } from './operation.ts';

/** Long enough for several digits of either side's arithmetic, short enough for a quick check. */
const LENGTH = 48;
const TIMED = 128;

/** 0, small numbers and large ones. */
const anyNumber = anyMessage(0, LENGTH);
const anyModulus = anyNumber.map((bytes) => (os2ip(bytes) < 2n ? concat(bytes, Uint8Array.of(2)) : bytes));

/** One in three is a prime; others are products of two primes, small numbers, and any. */
const anyCandidate = fc.oneof(
  anyMessage(8, 8).map(primeFrom),
  fc.tuple(anyMessage(8, 8), anyMessage(8, 8)).map(([a, b]) => times(primeFrom(a), primeFrom(b))),
  anyMessage(0, 2),
  anyNumber,
);

const anyPrivateValue = anyMessage(0, 28).map((bytes) => concat(bytes, Uint8Array.of(1)));

/** A result in as many bytes as an input has. */
const asLongAs = (like: Uint8Array, value: bigint) => i2osp(value, like.length);
const yesOrNo = (answer: boolean) => Uint8Array.of(Number(answer));

/** The first group of RFC 2409, 6.1: 768 bits, too short for use and quick to check with. */
const P =
  0xffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a63a3620ffffffffffffffffn;
const GROUP: DhGroup = { name: 'modp768', p: P, g: 2n, order: (P - 1n) / 2n, privateBits: 225 };

export const numberOperations: readonly Operation[] = [
  operation({
    name: 'mod-pow',
    inputs: fc.record({ base: anyNumber, exponent: anyNumber, modulus: anyModulus }),
    timed: {
      bytes: TIMED,
      inputs: () => ({ base: odd(TIMED), exponent: odd(TIMED), modulus: odd(TIMED) }),
    },
    scratch: {
      run: ({ base, exponent, modulus }) =>
        asLongAs(modulus, modPow(os2ip(base), os2ip(exponent), os2ip(modulus))),
    },
    reference: {
      name: 'jsbn',
      open: async () => {
        const { jsbnModPow } = await openJsbn();
        return {
          run: ({ base, exponent, modulus }) =>
            asLongAs(modulus, jsbnModPow(os2ip(base), os2ip(exponent), os2ip(modulus))),
        };
      },
    },
  }),
  operation({
    name: 'mod-inverse',
    inputs: fc.record({ a: anyNumber, modulus: anyModulus }),
    timed: { bytes: TIMED, inputs: () => ({ a: fixedBytes(TIMED - 1), modulus: odd(TIMED) }) },
    scratch: { run: ({ a, modulus }) => asLongAs(modulus, modInverse(os2ip(a), os2ip(modulus))) },
    mayRefuse: true,
    reference: {
      name: 'jsbn',
      open: async () => {
        const { jsbnModInverse } = await openJsbn();
        return { run: ({ a, modulus }) => asLongAs(modulus, jsbnModInverse(os2ip(a), os2ip(modulus))) };
      },
    },
  }),
  operation({
    name: 'gcd',
    inputs: fc
      .record({ a: anyNumber, b: anyNumber, shared: anyMessage(0, 8) })
      .map(({ a, b, shared }) => ({ a: times(a, shared), b: times(b, shared) })),
    timed: { bytes: TIMED, inputs: () => ({ a: odd(TIMED), b: fixedBytes(TIMED - 1) }) },
    scratch: { run: ({ a, b }) => asLongAs(longer(a, b), gcd(os2ip(a), os2ip(b))) },
    reference: {
      name: 'jsbn',
      open: async () => {
        const { jsbnGcd } = await openJsbn();
        return { run: ({ a, b }) => asLongAs(longer(a, b), jsbnGcd(os2ip(a), os2ip(b))) };
      },
    },
  }),
  operation({
    name: 'prime',
    inputs: fc.record({ n: anyCandidate }),
    timed: { bytes: 32, inputs: () => ({ n: primeFrom(fixedBytes(32)) }) },
    scratch: { run: ({ n }) => yesOrNo(isProbablePrime(os2ip(n))) },
    reference: {
      name: 'jsbn',
      open: async () => {
        const { jsbnIsProbablePrime } = await openJsbn();
        return { run: ({ n }) => yesOrNo(jsbnIsProbablePrime(os2ip(n))) };
      },
    },
  }),
  operation({
    name: 'dh',
    inputs: fc.record({ ours: anyPrivateValue, theirs: anyPrivateValue }),
    timed: { bytes: 28, inputs: () => ({ ours: fixedBytes(28), theirs: fixedBytes(28) }) },
    scratch: {
      run: ({ ours, theirs }) => {
        const peerPublic = dhPublic(GROUP, os2ip(theirs));
        return i2osp(dhShared(GROUP, os2ip(ours), peerPublic), 96);
      },
    },
    reference: {
      name: 'node:crypto DiffieHellman',
      open: async () => {
        const { platformDh } = await openPlatform();
        const shared = platformDh(GROUP);
        return {
          run: ({ ours, theirs }) => shared(os2ip(ours), modPow(GROUP.g, os2ip(theirs), GROUP.p)),
        };
      },
    },
  }),
];

/** A prime of 8 bits for each byte, which they determine. */
function primeFrom(bytes: Uint8Array): Uint8Array {
  const prime = findPrime({ bits: 8 * bytes.length, random: seededRandom(toHex(bytes)) });
  return i2osp(prime, bytes.length);
}

function times(a: Uint8Array, b: Uint8Array): Uint8Array {
  return i2osp(os2ip(a) * os2ip(b), a.length + b.length);
}

/** Bytes that are an odd number of their full length. */
function odd(length: number): Uint8Array {
  return fixedBytes(length).map((byte, i) => (i === 0 ? byte | 128 : i === length - 1 ? byte | 1 : byte));
}

function longer(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.length > b.length ? a : b;
}
