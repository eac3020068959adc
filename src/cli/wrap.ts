/**
 * Prose in lines of limited width, counted in terminal columns.
 *
 * Words stay whole. Chinese has no spaces, so there a line may end beside any character; only a closing mark never
 * begins a line and an opening one never ends it (W3C, Requirements for Chinese Text Layout, 3.1.7). A term in brackets
 * stays whole, and so does file:路径.
 */
import { columnsOf, numericColumns, table, WIDE } from './render.ts';

/** Beyond it the eye loses the line; also the width for everything that is not a terminal, so that it is the same everywhere. */
const MOST_COLUMNS = 100;
/** A narrower terminal breaks the lines itself. */
const LEAST_COLUMNS = 40;
/** Where a hanging indent leaves fewer columns than this, it is given up for a small one. */
const LEAST_ROOM = 24;
const SMALL_HANG = 4;

const OPENING = '（「『《【“‘';
const CLOSING = '，。、；：！？）」』》】”’…';
const PIECE = new RegExp(
  String.raw`\s*[${OPENING}]*(?:(?<=[${WIDE}]\s)\([^()]{1,40}\)|file:路径|[${WIDE}]|[^\s${WIDE}“‘]+|[“‘])[${CLOSING}]*`,
  'gu',
);

export type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>;

/** The text as it is printed on a stream: each line that has to go on in further ones does so below column `hang`. */
export function prose(stream: Screen, text: string, hang = 0): string {
  return wrap(text, widthOf(stream), hang);
}

/** A table whose last column is prose, which goes on below itself. */
export function proseTable(
  stream: Screen,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const all = [heading, ...rows];
  const before = table(
    heading.slice(0, -1),
    rows.map((row) => row.slice(0, -1)),
  ).split('\n');
  const hang = Math.max(...before.map(columnsOf)) + 2;
  const lines = before.map((line, i) => `${line}${' '.repeat(hang - columnsOf(line))}${all[i]!.at(-1)}`);
  return lines.map((line) => prose(stream, line.trimEnd(), hang)).join('\n');
}

/** What is told as a story fits on a wall, and into the narrowest terminal that is usual. */
const NARROW_COLUMNS = 80;

/** The same stream, but never wider than that. */
export function narrowed(stream: Screen): Screen {
  return { isTTY: true, columns: Math.min(NARROW_COLUMNS, widthOf(stream)) };
}

/** Between two columns. */
const GAP = '  ';
const ESCAPE = String.fromCharCode(27);
const PAINTED = new RegExp(`^(${ESCAPE}\\[\\d+m)([^${ESCAPE}]*)(${ESCAPE}\\[\\d+m)$`, 's');

/** A table as wide as the screen at most: the widest columns give way, and their cells go on below themselves. */
export function fitTable(
  stream: Screen,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  indent = 0,
): string {
  const all = [heading, ...rows];
  const numeric = numericColumns(heading, rows);
  const room = widthOf(stream) - indent - GAP.length * (heading.length - 1);
  const widths = fittedWidths(all, room);
  return all
    .flatMap((row) => {
      const cells = widths.map((width, column) => cellLines(row[column] ?? '', width));
      const height = Math.max(...cells.map((lines) => lines.length));
      return Array.from({ length: height }, (_, i) => {
        const line = cells.map((lines, column) => {
          const space = ' '.repeat(Math.max(0, widths[column]! - columnsOf(lines[i] ?? '')));
          return numeric[column] ? space + (lines[i] ?? '') : (lines[i] ?? '') + space;
        });
        return `${' '.repeat(indent)}${line.join(GAP)}`.trimEnd();
      });
    })
    .join('\n');
}

/** No column becomes narrower than its longest word. */
function fittedWidths(all: readonly (readonly string[])[], room: number): number[] {
  const columns = all[0]!.map((_, column) => all.map((row) => row[column] ?? ''));
  const widths = columns.map((cells) => Math.max(...cells.map(columnsOf)));
  const least = columns.map((cells) => Math.max(...cells.map(longestPiece)));
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const spare = widths.map((width, i) => (width > least[i]! ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.lastIndexOf(widest)]! -= 1;
  }
  return widths;
}

function longestPiece(cell: string): number {
  return Math.max(0, ...Array.from(cell.matchAll(PIECE), ([piece]) => columnsOf(piece.trim())));
}

function cellLines(cell: string, width: number): string[] {
  if (columnsOf(cell) <= width) return [cell];
  const [, on = '', text = cell, off = ''] = PAINTED.exec(cell) ?? [];
  return wrap(text, width)
    .split('\n')
    .map((line) => `${on}${line}${off}`);
}

/** The text with line feeds, so that no line takes more than `width` columns; all but the first are indented. */
export function wrap(text: string, width: number, hang = 0): string {
  const indent = width - hang < LEAST_ROOM ? Math.min(hang, SMALL_HANG) : hang;
  return text
    .split('\n')
    .flatMap((line) => linesOf(line, width, ' '.repeat(indent)))
    .join('\n');
}

function linesOf(text: string, width: number, margin: string): string[] {
  if (columnsOf(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    // What fits into no line, a number of a key perhaps, fills them.
    const [needed, room] = line === '' ? [piece, width] : [piece.trim(), width - margin.length];
    const parts = columnsOf(needed) > room ? Array.from(piece) : [piece];
    for (const part of parts) {
      const more = columnsOf(part);
      if (columns + more > width && line !== '') {
        lines.push(line.trimEnd());
        line = margin + part.trimStart();
        columns = columnsOf(line);
      } else {
        line += part;
        columns += more;
      }
    }
  }
  return [...lines, line.trimEnd()];
}

/** How many columns a line on it takes at most. */
export function widthOf({ isTTY, columns }: Screen): number {
  if (!isTTY || !columns) return MOST_COLUMNS;
  return Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, columns));
}
