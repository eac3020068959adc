/** Text that a stranger chose, identifiers, numbers and times, as a terminal may have them. */
export { allVisible, shortened, visibleText } from '../bytes/visible.ts';

/** `AA:BB:CC`, as fingerprints and key identifiers are written. */
export function colonHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}

/** A serial number in the same way; a negative one with its sign in front. */
export function serialText(serial: bigint): string {
  const digits = (serial < 0n ? -serial : serial).toString(16).toUpperCase();
  const pairs = digits.padStart(digits.length + (digits.length % 2), '0').match(/../g) ?? [];
  return (serial < 0n ? '-' : '') + pairs.join(':');
}

/** `2026-06-01 12:00:00 UTC`; with milliseconds where it has them. */
export function timeText(date: Date): string {
  return date.toISOString().replace('T', ' ').replace('.000Z', ' UTC').replace('Z', ' UTC');
}

/** As `timeText`, to the second: a moment that nobody chose has thousandths that say nothing. */
export function secondText(date: Date): string {
  return timeText(new Date(Math.floor(date.getTime() / 1000) * 1000));
}
