/**
 * Taking numbers apart into their primes, as far as a little work goes: trial division, Fermat's method, Pollard's rho.
 *
 * The first costs about the smallest prime, the last its square root: a product of two primes of 32 bits falls at once,
 * one of 64 bits each takes hours, and a modulus of 2048 bits nothing here would touch in the age of the universe. Fermat
 * finds two primes of any size if they are close.
 */
import { CryptoError, expectInteger, kindOf } from '../errors.ts';
import { fermat } from './fermat.ts';
import { bitLength, expectAtLeast, expectBitsUpTo } from './integer.ts';
import { isProbablePrime } from './is-prime.ts';
import { MAX_MODULUS_BITS } from './mod-pow.ts';
import { pollardRho } from './pollard-rho.ts';
import { trialDivision } from './trial-division.ts';
import { WorkBudget } from './work-budget.ts';

/** In the order in which they are tried. */
export const FACTOR_METHODS = ['trial-division', 'fermat', 'pollard-rho'] as const;
export type FactorMethod = (typeof FACTOR_METHODS)[number];

export interface FactorOptions {
  /** Which methods may be used; all without. Trial division alone goes up to the square root, else up to 65536. */
  readonly methods?: readonly FactorMethod[];
  /**
   * The most steps of all methods together, from 1 up: divisions, squares or terms. Without, 2^15 for the first two methods
   * and 2^22 for the last, a second or so; fewer above 128 bits, where a step takes longer.
   */
  readonly maxSteps?: number;
  /** Asked now and then, with the steps so far; false ends the work. */
  readonly goOn?: (steps: number) => boolean;
}

export interface Factorization {
  /** The primes found, smallest first, each as often as it divides n. None for 1. */
  readonly factors: readonly bigint[];
  /** What could not be taken apart within the steps, a composite number; 1 where nothing is left. */
  readonly rest: bigint;
  /** What found the last factor, or was tried last; `miller-rabin` where no divisor was found and n proved prime. */
  readonly method: FactorMethod | 'miller-rabin';
  /** Steps of all methods together. */
  readonly steps: number;
}

/** The primes of `n`, a number from 1 up: `bad-argument` below, `too-large` above 16384 bits. */
export function factor(n: bigint, options: FactorOptions = {}): Factorization {
  expectInteger('n', n);
  expectAtLeast('n', n, 1n);
  expectBitsUpTo('n', n, MAX_MODULUS_BITS);
  const { methods = FACTOR_METHODS, maxSteps = defaultSteps(n), goOn } = options;
  expectMethods(methods);
  if (!Number.isSafeInteger(maxSteps) || maxSteps < 1) {
    throw new CryptoError('bad-argument', `maxSteps: expected an integer from 1 up, got ${maxSteps}`);
  }
  const budget = new WorkBudget(maxSteps, goOn);

  const alone = methods.length === 1;
  const withDivision = methods.includes('trial-division');
  const factors: bigint[] = [];
  // The others work on odd numbers.
  const limit = withDivision ? (alone ? Number.MAX_SAFE_INTEGER : TRIAL_LIMIT) : 3;
  const parts = [trialDivision(n, limit, budget, factors)];
  let method: Factorization['method'] = withDivision ? 'trial-division' : methods[0]!;
  let rest = 1n;
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if (part === 1n) continue;
    if (isProbablePrime(part)) {
      // Below the square of the last divisor, trial division has proved it itself.
      if (part === n && part > BigInt(limit) ** 2n) method = 'miller-rabin';
      factors.push(part);
      continue;
    }
    let divisor: bigint | undefined;
    for (const next of methods) {
      if (divisor !== undefined || next === 'trial-division') continue;
      method = next;
      if (next === 'fermat') divisor = fermat(part, alone ? Infinity : FERMAT_STEPS, budget);
      else divisor = pollardRho(part, budget);
    }
    if (divisor === undefined) rest *= part;
    else parts.push(divisor, part / divisor);
  }
  return { factors: factors.sort(ascending), rest, method, steps: budget.steps };
}

const TRIAL_LIMIT = 65536;

/** Before rho, for two primes at a distance of up to about 180 * n^(1/4). */
const FERMAT_STEPS = 2 ** 12;

/** A step takes time with the square of the length, once that is above a few words. */
function defaultSteps(n: bigint): number {
  return 2 ** 15 + Math.ceil(2 ** 22 * Math.min(1, 128 / bitLength(n)) ** 2);
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function expectMethods(methods: readonly FactorMethod[]): void {
  const known: readonly unknown[] = FACTOR_METHODS;
  if (Array.isArray(methods) && methods.length > 0 && methods.every((method) => known.includes(method)))
    return;
  throw new CryptoError(
    'bad-argument',
    `methods: expected some of ${FACTOR_METHODS.join(', ')}, got ${Array.isArray(methods) ? String(methods) : kindOf(methods)}`,
  );
}
