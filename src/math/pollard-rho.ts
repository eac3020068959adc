/**
 * Pollard's rho method as Brent has it (An improved Monte Carlo factorization algorithm, BIT 20, 1980).
 *
 * The sequence x -> x^2 + c repeats modulo an unknown prime factor p after about sqrt(p) terms, long before it does
 * modulo n, and the greatest common divisor notices. A step is one term. Nothing here is random: the same n takes the same
 * steps.
 */
import { isqrt } from './integer.ts';
import { gcd } from './mod-inverse.ts';
import type { WorkBudget } from './work-budget.ts';

/** So many differences are multiplied together before one gcd is taken of all. */
const BATCH = 128;

/** A divisor of `n`, an odd composite number, other than 1 and n; undefined where the budget ends first. */
export function pollardRho(n: bigint, budget: WorkBudget): bigint | undefined {
  // Of the square of a small prime no sequence may tell the primes apart.
  const root = isqrt(n);
  if (root * root === n) return root;
  for (let c = 1n; ; c++) {
    const divisor = walk(n, c, budget);
    if (divisor !== n) return divisor;
  }
}

/** One sequence: a divisor, which is n where all its primes showed at once; undefined where the budget ends first. */
function walk(n: bigint, c: bigint, budget: WorkBudget): bigint | undefined {
  const next = (x: bigint) => (x * x + c) % n;
  let y = 2n;
  for (let length = 1; ; length *= 2) {
    // The terms after this one are compared with it: `length` are passed over, `length` looked at.
    const x = y;
    for (let passed = 0; passed < length; ) {
      const granted = budget.take(Math.min(BATCH, length - passed));
      if (granted === 0) return undefined;
      for (let i = 0; i < granted; i++) y = next(y);
      passed += granted;
    }
    for (let seen = 0; seen < length; ) {
      const granted = budget.take(Math.min(BATCH, length - seen));
      if (granted === 0) return undefined;
      const start = y;
      let product = 1n;
      for (let i = 0; i < granted; i++) {
        y = next(y);
        product = (product * (x - y)) % n;
      }
      seen += granted;
      if (gcd(product, n) > 1n) return firstDivisor(n, x, start, next);
    }
  }
}

/** Again over the batch in which a divisor showed, one term after the other. */
function firstDivisor(n: bigint, x: bigint, start: bigint, next: (x: bigint) => bigint): bigint {
  for (let y = next(start); ; y = next(y)) {
    const divisor = gcd(x - y, n);
    if (divisor > 1n) return divisor;
  }
}
