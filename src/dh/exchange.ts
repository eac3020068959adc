/**
 * Finite-field Diffie–Hellman (RFC 7919, 5; SP 800-56A Rev. 3, 5.7.1.1): two who each send one number share a secret.
 *
 * It says nothing about with whom: whoever sits between the two can share one secret with each. And bigint does not
 * compute in constant time: whoever can measure closely learns about the private value.
 */
import { CryptoError, expectInteger, kindOf } from '../errors.ts';
import { modPow, randomBelow } from '../math/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import type { DhGroup } from './group.ts';

export interface DhKeyPair {
  /** x */
  readonly privateValue: bigint;
  /** y = g^x mod p */
  readonly publicValue: bigint;
}

/** Whether a number can be the public value of somebody honest; `power` is y^order mod p. */
export type PublicValueVerdict =
  | { readonly valid: true }
  /** Not from 2 to p - 2: the secret would be 0, 1 or p - 1, as everybody knows (RFC 7919, 5.1). */
  | { readonly valid: false; readonly reason: 'out-of-range' }
  /** No power of g: the secret tells whether the private value is even (SP 800-56A Rev. 3, 5.6.2.3.1). */
  | { readonly valid: false; readonly reason: 'not-in-group'; readonly power: bigint };

/**
 * A private value from 1 to min(2^privateBits, order) - 1, each as likely (SP 800-56A Rev. 3, 5.6.1.1.4), and its public
 * value, drawn again where that is one that others refuse, as can happen in toy groups.
 */
export function dhKeyPair(group: DhGroup, random: RandomSource = systemRandom): DhKeyPair {
  expectGroup(group);
  const longest = 1n << BigInt(group.privateBits);
  const limit = longest < group.order ? longest : group.order;
  for (;;) {
    const privateValue = 1n + randomBelow(limit - 1n, random);
    const publicValue = modPow(group.g, privateValue, group.p);
    if (isInRange(group, publicValue)) return { privateValue, publicValue };
  }
}

/** g^x mod p; `bad-argument` unless x is from 1 to p - 2. */
export function dhPublic(group: DhGroup, privateValue: bigint): bigint {
  expectGroup(group);
  expectPrivateValue(group, privateValue);
  return modPow(group.g, privateValue, group.p);
}

/**
 * The shared secret y^x mod p, as a number: protocols differ in how they write it. `check-failed` for a public value that
 * `judgePublicValue` refuses, `bad-argument` unless x is from 1 to p - 2.
 */
export function dhShared(group: DhGroup, privateValue: bigint, peerPublic: bigint): bigint {
  expectGroup(group);
  expectPrivateValue(group, privateValue);
  expectInteger('peerPublic', peerPublic);
  const verdict = judgePublicValue(group, peerPublic);
  if (!verdict.valid) {
    throw new CryptoError(
      'check-failed',
      `peerPublic: expected ${EXPECTED[verdict.reason]}, got another number; end the exchange`,
    );
  }
  return modPow(peerPublic, privateValue, group.p);
}

/** What can be told of a number that a peer sent. */
export function judgePublicValue(group: DhGroup, peerPublic: bigint): PublicValueVerdict {
  expectGroup(group);
  expectInteger('peerPublic', peerPublic);
  const { p, order } = group;
  if (!isInRange(group, peerPublic)) return { valid: false, reason: 'out-of-range' };
  const power = order === p - 1n ? 1n : modPow(peerPublic, order, p);
  return power === 1n ? { valid: true } : { valid: false, reason: 'not-in-group', power };
}

const EXPECTED = {
  'out-of-range': 'a public value from 2 to p - 2',
  'not-in-group': 'a public value that is a power of g',
};

function isInRange({ p }: DhGroup, y: bigint): boolean {
  return y > 1n && y < p - 1n;
}

function expectPrivateValue({ p }: DhGroup, x: bigint): void {
  expectInteger('privateValue', x);
  if (x >= 1n && x <= p - 2n) return;
  throw new CryptoError(
    'bad-argument',
    `privateValue: expected a number from 1 to p - 2, got ${x < 1n ? 'a smaller' : 'a larger'} one`,
  );
}

function expectGroup(group: DhGroup): void {
  const isGroup =
    typeof group === 'object' &&
    group !== null &&
    [group.p, group.g, group.order].every((number) => typeof number === 'bigint') &&
    Number.isInteger(group.privateBits);
  if (isGroup) return;
  throw new CryptoError(
    'bad-argument',
    `group: expected one such as dhGroup('ffdhe2048'), got ${kindOf(group)}`,
  );
}
