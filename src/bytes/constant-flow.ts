/**
 * Decisions about secret bytes without branches, as far as JavaScript lets one promise it.
 *
 * A compiler may still turn them into branches, and the bigint arithmetic before them is not constant in time. What this
 * keeps out is a difference that depends on where a padding fails.
 */

/** 1 if `value`, an integer of 31 bits, is 0, else 0. */
export function isZero(value: number): number {
  return ((value - 1) & ~value) >>> 31;
}

/** 1 if `value`, an integer of 32 bits, is under 0, else 0. */
export function isNegative(value: number): number {
  return value >>> 31;
}

/** `yes` if `condition` is 1, `no` if it is 0; integers of 31 bits. */
export function select(condition: number, yes: number, no: number): number {
  return no ^ (-condition & (yes ^ no));
}

/** 1 if both, of one length, are equal byte for byte, else 0. */
export function equalBytes(a: Uint8Array, b: Uint8Array): number {
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!;
  return isZero(difference);
}
