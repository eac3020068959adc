/** The folders of `coursework/`, for their tests. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const COURSEWORK = fileURLToPath(new URL('../../coursework/', import.meta.url));

/** Those that are assignments: the lab is one, too. */
export const ASSIGNMENTS = readdirSync(COURSEWORK).filter((name) => isFile(`${name}/assignment.yaml`));

export function isFile(path: string): boolean {
  return statSync(COURSEWORK + path, { throwIfNoEntry: false })?.isFile() ?? false;
}

export function read(path: string): string {
  return readFileSync(COURSEWORK + path, 'utf8');
}

/** `#`, `##`, … of a text, without what stands behind them: those of two languages are to be the same. */
export function outline(markdown: string): string[] {
  return prose(markdown).match(/^#+(?= )/gm) ?? [];
}

/** Without blocks of code. */
export function prose(markdown: string): string {
  return markdown.replace(/^```.*?^```/gms, '');
}

/** The cells of each row of the tables, without their headings. */
export function tableRows(markdown: string): string[][] {
  const rows = prose(markdown)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const isRule = (line: string | undefined) => /^[|: -]+$/.test(line ?? '');
  return rows
    .filter((line, i) => !isRule(line) && !isRule(rows[i + 1]))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}
