/** Tables of the page: a heading, and rows of cells, some of them good news or bad. */
import { type Html, html, type Part } from '../tls/demo-page/html.ts';

export interface Cell {
  readonly text: Part;
  readonly tone?: 'good' | 'bad' | 'num' | undefined;
}

export const good = (text: Part): Cell => ({ text, tone: 'good' });
export const bad = (text: Part): Cell => ({ text, tone: 'bad' });
export const num = (text: string | number): Cell => ({ text, tone: 'num' });

/** The first cell of each row names it. */
export function tableOf(heading: readonly string[], rows: readonly (readonly (Cell | string)[])[]): Html {
  const isNumeric = (column: number) =>
    rows.some((row) => isNumber(row[column])) && rows.every((row) => !row[column] || isNumber(row[column]));
  return html`<div class="scroll" tabindex="0"><table><thead><tr>${heading.map((cell, i) => html`<th scope="col" class="${isNumeric(i) ? 'num' : ''}">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(rowOf)}</tbody></table></div>`;
}

function isNumber(cell: Cell | string | undefined): boolean {
  return typeof cell === 'object' && cell.tone === 'num';
}

function rowOf(cells: readonly (Cell | string)[]): Html {
  return html`<tr>${cells.map((cell, i) => {
    const { text, tone = '' } = typeof cell === 'string' ? { text: cell } : cell;
    if (i === 0) return html`<th scope="row" class="${tone}">${text}</th>`;
    return html`<td class="${tone}">${text}</td>`;
  })}</tr>
`;
}
