/**
 * Modular exponentiation written out bit by bit (Menezes, van Oorschot, Vanstone: Handbook of Applied
 * Cryptography, Algorithm 14.79: left to right, square and multiply).
 *
 * Its running time shows the bits of the exponent: for reading and for tracing, not for secret keys.
 */
import { CryptoError, expectInteger } from '../errors.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { rsaStep, written } from './rsa-step.ts';

const CLAUSE = 'HAC, 14.79';

/**
 * base^exponent mod modulus, with a step for each square and each multiplication: `bit[i].square` for every bit
 * from the highest to bit 0, and `bit[i].multiply` after it where bit i is 1. The output is decimal.
 * `bad-argument` for a base or exponent below 0 and a modulus below 1.
 */
export function explainModPow(base: bigint, exponent: bigint, modulus: bigint): Trace {
  for (const [name, value, least] of [
    ['base', base, 0n],
    ['exponent', exponent, 0n],
    ['modulus', modulus, 1n],
  ] as const) {
    expectInteger(name, value);
    if (value < least) {
      throw new CryptoError('bad-argument', `${name}: expected an integer from ${least} up, got ${value}`);
    }
  }
  const steps: TraceStep[] = [];
  const output = squareAndMultiply(base, exponent, modulus, (step) => steps.push(step));
  const inputs = written({ base, exponent, modulus, bits: exponent.toString(2) });
  return { version: 1, subject: 'mod-pow', inputs, steps, output: String(output) };
}

/** As `explainModPow`, for arguments known to fit; `prefix` stands before the names of the steps. */
export function squareAndMultiply(
  base: bigint,
  exponent: bigint,
  modulus: bigint,
  record?: (step: TraceStep) => void,
  prefix = '',
): bigint {
  const g = base % modulus;
  const bits = exponent === 0n ? '' : exponent.toString(2);
  let A = 1n % modulus;
  for (const [at, bit] of [...bits].entries()) {
    const index = bits.length - 1 - at;
    const square = (A * A) % modulus;
    record?.(
      rsaStep(`${prefix}bit[${index}].square`, CLAUSE, 'explain.rsa.pow.square', {
        index,
        bit,
        before: A,
        value: square,
      }),
    );
    A = square;
    if (bit === '0') continue;
    const product = (A * g) % modulus;
    record?.(
      rsaStep(`${prefix}bit[${index}].multiply`, CLAUSE, 'explain.rsa.pow.multiply', {
        index,
        before: A,
        base: g,
        value: product,
      }),
    );
    A = product;
  }
  return A;
}
