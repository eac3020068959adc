/**
 * Triple DES, the TDEA block cipher (NIST SP 800-67 Rev. 2, 3.1): encrypt, decrypt, encrypt.
 *
 * Its blocks of 8 bytes repeat by chance after some 2^32 of them under one key (32 GiB; the SWEET32 attack),
 * and NIST disallows it for encryption since 2024.
 */
import { expectLength } from '../errors.ts';
import type { BlockCipher } from './block.ts';
import { desPasses } from './des.ts';
import { desKeySchedule, reverseKeySchedule } from './des-key-schedule.ts';

/**
 * 3DES under a key bundle of 24 bytes (K1, K2, K3) or 16 (K1, K2, and K1 again), else `bad-length`.
 * Parity bits are ignored. Equal keys are allowed, although the standard forbids them: three of them make
 * plain DES, which is how the middle decryption came to be.
 */
export function tripleDes(key: Uint8Array): BlockCipher {
  expectLength('key', key, 16, 24);
  const k1 = desKeySchedule(key.subarray(0, 8));
  const k2 = desKeySchedule(key.subarray(8, 16));
  const k3 = key.length === 24 ? desKeySchedule(key.subarray(16)) : k1;
  const schedule = new Int32Array(96);
  schedule.set(k1, 0);
  schedule.set(reverseKeySchedule(k2), 32);
  schedule.set(k3, 64);
  return desPasses(schedule);
}
