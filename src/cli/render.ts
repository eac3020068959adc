/** Tables and coloured bytes for a terminal. Widths count columns: a Chinese character takes two. */
import pc from 'picocolors';

export function colorsOf(session: { readonly color: boolean }): ReturnType<typeof pc.createColors> {
  return pc.createColors(session.color);
}

/** Rows under a heading, the columns aligned; to the right where every cell is a number, perhaps with its unit. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => columnsOf(row[column] ?? ''))));
  const numeric = numericColumns(heading, rows);
  return all
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat(widths[column]! - columnsOf(cell));
          return numeric[column] ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Of each column, whether every cell is a number, perhaps with its unit. */
export function numericColumns(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): readonly boolean[] {
  return heading.map((_, column) =>
    rows.every((row) => /^(-?\d[\d,.]*( ?%|x| m?s)?|–|-)$/.test(row[column] ?? '')),
  );
}

/** Characters that take two columns, as a class of a regular expression has them. */
export const WIDE = String.raw`\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6`;
const WIDE_ONE = new RegExp(`[${WIDE}]`);
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const PLAIN = /^[\x20-\x7e]*$/;

/** With blanks behind it up to so many columns; a longer text stays as it is. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** With the blanks before it. */
export function paddedLeft(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** Its beginning and `…`, where it takes more columns than that. */
export function clipped(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let shown = '';
  for (const character of text) {
    if (columnsOf(shown + character) > columns - 1) break;
    shown += character;
  }
  return `${shown}…`;
}

/** How many terminal columns a text takes. */
export function columnsOf(text: string): number {
  // Most are: long listings need not look at each character.
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const character of text.replace(ANSI, '')) columns += WIDE_ONE.test(character) ? 2 : 1;
  return columns;
}

/** The end of a path, in that many columns: whole names of it, or of the last what has room. */
export function endOf(path: string, columns: number): string {
  if (columnsOf(path) <= columns) return path;
  const kept = Array.from(path);
  while (kept.length > 1 && columnsOf(kept.join('')) >= columns) kept.shift();
  return `…${kept.join('').replace(/^[^/]+(?=\/)/, '')}`;
}

/** Bytes in hex, two digits each; those at `marked` in colour, or behind a `>` where there is none. */
export function markedHex(
  session: { readonly color: boolean },
  bytes: Uint8Array,
  marked: ReadonlySet<number>,
): string {
  const { red, bold } = colorsOf(session);
  const cells = [...bytes].map((byte, i) => {
    const digits = byte.toString(16).padStart(2, '0');
    if (!marked.has(i)) return ` ${digits}`;
    return session.color ? ` ${bold(red(digits))}` : `>${digits}`;
  });
  return cells.join('');
}

/** Bytes as ASCII; what a terminal cannot show is a dot. */
export function printable(bytes: Uint8Array): string {
  return [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
}
