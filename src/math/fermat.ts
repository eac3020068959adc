/**
 * Fermat's method (Knuth, The Art of Computer Programming, volume 2, 4.5.4, algorithm C): n = a^2 - b^2 = (a - b)(a + b).
 *
 * It starts at the square root of n, so it finds two factors at once if they are close, of whatever size; hence the
 * distance that FIPS 186-5 demands of p and q. A step is one a.
 */
import { isqrt } from './integer.ts';
import type { WorkBudget } from './work-budget.ts';

const STRIDE = 256;

/** A divisor of `n`, an odd composite number, other than 1 and n; undefined if `steps` do not find one. */
export function fermat(n: bigint, steps: number, budget: WorkBudget): bigint | undefined {
  const root = isqrt(n);
  let a = root * root === n ? root : root + 1n;
  let square = a * a - n;
  for (let left = steps; left > 0; ) {
    const granted = budget.take(Math.min(STRIDE, left));
    if (granted === 0) return undefined;
    for (let i = 0; i < granted; i++) {
      const b = rootOf(square);
      if (b !== undefined) {
        budget.giveBack(granted - i - 1);
        return a - b === 1n ? undefined : a - b;
      }
      square += 2n * a + 1n;
      a++;
    }
    left -= granted;
  }
  return undefined;
}

/** The root of a square. Of the numbers that are none, nineteen of twenty leave another residue than squares do. */
function rootOf(square: bigint): bigint | undefined {
  if (!SQUARE_RESIDUES.has(Number(square % RESIDUE_MODULUS))) return undefined;
  const root = isqrt(square);
  return root * root === square ? root : undefined;
}

/** 2^4 * 3^2 * 5 * 7: 192 of 5040 residues are squares. */
const RESIDUE_MODULUS = 5040n;
const SQUARE_RESIDUES = new Set(Array.from({ length: 5040 }, (_, i) => (i * i) % 5040));
