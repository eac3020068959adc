/**
 * Text that a stranger chose, as a terminal may have it: what would move the cursor, turn the writing direction or hide itself
 * is shown as its code, and what is very long is cut.
 */

/** Characters of one name; a longer one fills the screen. */
const MOST = 200;

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** With each such character as `\u{202e}`, and at most `most` characters. */
export function visibleText(text: string, most = MOST): string {
  return allVisible(shortened(text, most));
}

/** However long it is. */
export function allVisible(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** The beginning of a long text, and how long it is. */
export function shortened(text: string, most = MOST): string {
  if (text.length <= most) return text;
  // Never half of a pair.
  const head = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${head}… (${text.length})`;
}
