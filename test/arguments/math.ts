/** Arguments of number theory and Diffie–Hellman. */
import * as dh from '../../src/dh/index.ts';
import * as math from '../../src/math/index.ts';
import { systemRandom } from '../../src/random/index.ts';
import { exported, type Row } from './row.ts';

const bytes = Uint8Array.of(1, 2, 3);
const toy = dh.dhGroup('toy23');
const { findPrime, randomBelow, ...functions } = math;

export const mathRows: readonly Row[] = [
  ...exported(functions, {
    bitLength: { n: 5n },
    byteLength: { n: 5n },
    isqrt: { n: 5n },
    gcd: { a: 5n, b: 7n },
    lcm: { a: 5n, b: 7n },
    modInverse: { a: 5n, modulus: 7n },
    modPow: { base: 5n, exponent: 3n, modulus: 7n },
    os2ip: { bytes },
    i2osp: { x: 5n, length: 2 },
    fromTwosComplement: { bytes },
    isProbablePrime: { n: 5n },
    primeRounds: { bits: 512 },
    randomBits: { bits: 8, random: systemRandom },
    factor: { n: 6n },
  }),
  ['findPrime', (bits) => findPrime({ bits }), { bits: 16 }],
  ['randomBelow', (limit) => randomBelow(limit, systemRandom), { limit: 5n }],
  ...exported(dh, {
    dhGroup: { name: 'toy23' },
    customDhGroup: { p: 23n, g: 5n },
    dhKeyPair: { group: toy },
    dhPublic: { group: toy, privateValue: 6n },
    dhShared: { group: toy, privateValue: 6n, peerPublic: 19n },
    judgePublicValue: { group: toy, peerPublic: 19n },
  }),
];
