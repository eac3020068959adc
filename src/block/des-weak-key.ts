/**
 * The weak and semi-weak keys of DES (NIST SP 800-67 Rev. 2, 3.3.2).
 *
 * They are 16 out of 2^56: drawn keys never hit them, but keys that people type do (`0101010101010101`).
 */
import { desKeySchedule } from './des-key-schedule.ts';

/**
 * `weak` if all sixteen round keys are equal (encrypting twice gives the plaintext back), `semi-weak` if there
 * are only two different ones (another key undoes this one), else undefined. 8 bytes, else `bad-length`.
 */
export function desWeakKey(key: Uint8Array): 'weak' | 'semi-weak' | undefined {
  const schedule = desKeySchedule(key);
  const roundKeys = new Set<string>();
  for (let i = 0; i < schedule.length; i += 2) roundKeys.add(`${schedule[i]} ${schedule[i + 1]}`);
  if (roundKeys.size === 1) return 'weak';
  return roundKeys.size === 2 ? 'semi-weak' : undefined;
}
