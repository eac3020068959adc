/** Random sources: the system's, and one that a word determines. */
export { HmacDrbg } from './hmac-drbg.ts';
export type { RandomSource } from './random-source.ts';
export { seededRandom } from './seeded.ts';
export { systemRandom } from './system.ts';
