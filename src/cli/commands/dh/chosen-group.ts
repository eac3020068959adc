/** The group of a verb of `crypto dh`: one by its name, or the user's own numbers, judged. */
import { customDhGroup, type DhGroup, dhGroup } from '../../../dh/index.ts';
import { CryptoError } from '../../../errors.ts';
import { bitLength, factor, isProbablePrime, modPow } from '../../../math/index.ts';
import { withOptionNames } from '../../option-names.ts';
import type { Session } from '../../session.ts';
import { numberFor } from './number-text.ts';
import type { GroupOptions } from './options.ts';

/** Up to here every exponent can be tried, or the square root of their number. */
export const PAPER_BITS = 64;

/** Without any option, the one that is followed by hand. */
export function chosenGroup(session: Session, options: GroupOptions): DhGroup {
  const { group, p, g } = options;
  const isOwn = p !== undefined || g !== undefined;
  if (!isOwn) return dhGroup(group ?? 'toy23');
  if (group !== undefined) throw new CryptoError('bad-argument', session.say('dh.error.twoGroups'));
  if (p === undefined || g === undefined) {
    const missing = p === undefined ? '--p' : '--g';
    throw new CryptoError('bad-argument', session.say('dh.error.halfGroup', { name: missing }));
  }
  return ownGroup(session, p, g);
}

/** Says on stderr in one line why a group is weak. */
export function remarkGroup(session: Session, group: DhGroup): void {
  const bits = bitLength(group.p);
  if (bits <= PAPER_BITS) session.note('dh.weak.paper', { bits });
  else if (bits <= TAKEN_BITS) session.note('dh.weak.taken', { bits });
  else if (bits < 2048) session.note('dh.weak.short', { bits });
  const isSubgroup = group.order < (group.p - 1n) / 2n;
  if (isSubgroup && (bits <= PAPER_BITS || bitLength(group.order) < FEW_BITS))
    session.note('dh.weak.subgroup', { order: numberFor(session, group.order) });
}

function ownGroup(session: Session, p: bigint, g: bigint): DhGroup {
  expectPrime(session, p);
  if (g < 2n || g > p - 2n) {
    const values = { most: numberFor(session, p - 2n), got: numberFor(session, g) };
    throw new CryptoError('bad-argument', session.say('dh.error.generator', values));
  }
  const group = withOptionNames({ p: '--p', g: '--g' }, () => customDhGroup(p, g));
  if (group.order < p - 1n) return group;
  const order = orderOf(group) ?? group.order;
  return { ...group, order, privateBits: bitLength(order) };
}

/** Composite numbers are told by a single round; `customDhGroup` makes sure of the primes. */
function expectPrime(session: Session, p: bigint): void {
  const bits = bitLength(p);
  if (bits > MOST_BITS)
    throw new CryptoError('too-large', session.say('dh.error.longPrime', { most: MOST_BITS, bits }));
  if (p > 3n && isProbablePrime(p, { rounds: 1 })) return;
  const got = numberFor(session, p);
  if (p < 5n || bits > PAPER_BITS)
    throw new CryptoError('bad-argument', session.say('dh.error.notPrime', { got }));
  const product = factor(p).factors.join(' · ');
  throw new CryptoError('bad-argument', session.say('dh.error.composite', { got, product }));
}

/**
 * How many different powers g has, where the factors of p - 1 that are found decide it: each that is not needed for
 * g^order = 1 is divided out.
 */
function orderOf({ p, g }: DhGroup): bigint | undefined {
  const isLong = bitLength(p) > 2 * PAPER_BITS;
  const work = isLong ? ({ methods: ['trial-division'], maxSteps: 2 ** 14 } as const) : { maxSteps: 2 ** 18 };
  const { factors, rest } = factor(p - 1n, work);
  let order = (p - 1n) / rest;
  if (modPow(g, order, p) !== 1n) return undefined;
  for (const prime of factors) if (modPow(g, order / prime, p) === 1n) order /= prime;
  return order;
}

/** As many as `customDhGroup` takes. */
const MOST_BITS = 8192;

/** Logarithms modulo a prime of 795 bits were taken in 2019 (Boudot and others, CRYPTO 2020). */
const TAKEN_BITS = 795;

/** Subgroups for 2048 bits have an order of at least 224 (SP 800-56A Rev. 3, 5.5.1.1). */
const FEW_BITS = 224;
