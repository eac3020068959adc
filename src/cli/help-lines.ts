/**
 * Chinese help in lines of limited width, measured in terminal columns.
 *
 * Chinese has no spaces, so a line may end beside any of its characters; only a closing mark never begins a line and
 * an opening one never ends it (W3C, Requirements for Chinese Text Layout, 3.1.7). What stays whole, too: a term in
 * brackets, and file:路径.
 */
import { columnsOf } from './render.ts';

const WIDE = String.raw`\u2e80-\u9fff\uff00-\uffef`;
const PIECE = new RegExp(
  String.raw`\s*[（“]*(?:\([^()]{1,40}\)|file:路径|[${WIDE}]|[^\s${WIDE}]+)[、，。；：！？）”]*`,
  'gu',
);

/** The text with line feeds, so that no line takes more than `width` columns unless one piece alone does. */
export function chineseLines(text: string, width: number): string {
  const lines: string[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    const line = lines.at(-1);
    if (line !== undefined && columnsOf(line + piece) <= width) lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  return lines.join('\n');
}
