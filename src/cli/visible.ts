/**
 * Text that a stranger chose, as a terminal may have it: what would move the cursor, turn the writing direction or hide itself
 * is shown as its code, and what is very long is cut.
 */

/** Characters of one name; a longer one fills the screen. */
const MOST = 200;

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** With each such character as `\u{202e}`, and at most `most` characters. */
export function visibleText(text: string, most = MOST): string {
  return shortened(text, most).replace(
    HIDDEN,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** The beginning of a long text, and how long it is. */
export function shortened(text: string, most = MOST): string {
  if (text.length <= most) return text;
  // Never half of a pair.
  const head = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${head}… (${text.length})`;
}

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
