/** Trial division (Knuth, The Art of Computer Programming, volume 2, 4.5.4, algorithm A): a step is one division. */
import { isqrt } from './integer.ts';
import type { WorkBudget } from './work-budget.ts';

/** How many divisions are done between two questions to the budget. */
const STRIDE = 4096;

/**
 * Divides `n` by 2, 3 and the numbers 6k - 1 and 6k + 1 up to `limit`, and at most up to the square root of what is left,
 * which is a prime or 1 if it comes to that. Puts the primes that divide n into `factors`, and returns what is left.
 */
export function trialDivision(n: bigint, limit: number, budget: WorkBudget, factors: bigint[]): bigint {
  let rest = n;
  let last = lastDivisor(rest, limit);
  let granted = 0;
  for (let divisor = 2; divisor <= last; divisor = nextDivisor(divisor)) {
    if (granted === 0) {
      granted = budget.take(STRIDE);
      if (granted === 0) return rest;
    }
    granted--;
    if (!divides(divisor, rest)) continue;
    while (rest % BigInt(divisor) === 0n) {
      factors.push(BigInt(divisor));
      rest /= BigInt(divisor);
    }
    last = lastDivisor(rest, limit);
  }
  budget.giveBack(granted);
  return rest;
}

function lastDivisor(rest: bigint, limit: number): number {
  const root = isqrt(rest);
  return root < BigInt(limit) ? Number(root) : limit;
}

function nextDivisor(divisor: number): number {
  if (divisor < 5) return divisor === 2 ? 3 : 5;
  return divisor + (divisor % 6 === 5 ? 2 : 4);
}

/** Numbers divide many times faster than bigints. */
function divides(divisor: number, rest: bigint): boolean {
  return rest <= Number.MAX_SAFE_INTEGER ? Number(rest) % divisor === 0 : rest % BigInt(divisor) === 0n;
}
