/**
 * Groups for Diffie–Hellman: the powers of g modulo a prime p (RFC 7919, Appendix A; two for pencil and paper).
 */
import { CryptoError, expectInteger, orList } from '../errors.ts';
import { bitLength, isProbablePrime, modPow } from '../math/index.ts';
import { FFDHE, ffdhePrime } from './ffdhe.ts';

export interface DhGroup {
  readonly name: string;
  /** A prime. */
  readonly p: bigint;
  /** The generator. */
  readonly g: bigint;
  /** g^order = 1: the prime (p - 1) / 2 where the members of the group can be told apart by that, else p - 1. */
  readonly order: bigint;
  /** The length of private values, in bits: short ones where that does not weaken the group (RFC 7919, 5.2). */
  readonly privateBits: number;
}

/** Those of textbooks: every number from 1 to p - 1 is a power of g. Anybody can take logarithms there. */
const TOYS = { toy23: { p: 23n, g: 5n }, toy353: { p: 353n, g: 3n } } as const;

export type DhGroupName = keyof typeof TOYS | keyof typeof FFDHE;

/** From the smallest to the largest. */
export const DH_GROUP_NAMES = [...keysOf(TOYS), ...keysOf(FFDHE)] as const;

/** A group by its name; `bad-argument` for another. Its prime is computed when it is first asked for. */
export function dhGroup(name: DhGroupName): DhGroup {
  const known = groups.get(name);
  if (known) return known;
  const group = makeGroup(name);
  groups.set(name, group);
  return group;
}

/**
 * The group of any prime p and g: `bad-argument` unless p is a prime from 5 up and g from 2 to p - 2. `too-large` above
 * 8192 bits.
 */
export function customDhGroup(p: bigint, g: bigint): DhGroup {
  expectInteger('p', p);
  expectInteger('g', g);
  if (p >> BigInt(MAX_BITS) > 0n) {
    throw new CryptoError('too-large', `p: expected at most ${MAX_BITS} bits, got ${bitLength(p)}`);
  }
  if (p < 5n || !isProbablePrime(p)) {
    throw new CryptoError('bad-argument', 'p: expected a prime from 5 up, got another number');
  }
  if (g < 2n || g > p - 2n) {
    throw new CryptoError(
      'bad-argument',
      `g: expected a number from 2 to p - 2, got ${g < 2n ? 'a smaller' : 'a larger'} one`,
    );
  }
  const half = (p - 1n) / 2n;
  const order = modPow(g, half, p) === 1n && isProbablePrime(half) ? half : p - 1n;
  return { name: 'custom', p, g, order, privateBits: bitLength(order) };
}

const MAX_BITS = 8192;

const groups = new Map<DhGroupName, DhGroup>();

function makeGroup(name: DhGroupName): DhGroup {
  if (isKeyOf(TOYS, name)) {
    const { p, g } = TOYS[name];
    return { name, p, g, order: p - 1n, privateBits: bitLength(p) };
  }
  if (isKeyOf(FFDHE, name)) {
    const p = ffdhePrime(FFDHE[name]);
    return { name, p, g: 2n, order: (p - 1n) / 2n, privateBits: FFDHE[name].privateBits };
  }
  throw new CryptoError('bad-argument', `name: expected ${orList(DH_GROUP_NAMES)}, got ${String(name)}`);
}

function keysOf<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}

function isKeyOf<T extends object>(table: T, name: PropertyKey): name is keyof T {
  return Object.hasOwn(table, name);
}
