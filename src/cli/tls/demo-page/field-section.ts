/** A block of bytes on the page: all of them in the colours of their fields, and the fields in a table. */
import type { TraceStep } from '../../../trace/index.ts';
import type { Session } from '../../session.ts';
import { visibleText } from '../../visible.ts';
import { type ShownField, shownFields } from '../field-table.ts';
import { type Html, html } from './html.ts';

const COLORS = 6;
/** Bytes of a field that the table shows; all of them stand above it. */
const SHOWN_BYTES = 24;
/** Characters of a text in it. */
const SHOWN_TEXT = 400;

export function fieldSection(session: Session, step: TraceStep): Html {
  const fields = shownFields(step);
  const heading = (name: 'offset' | 'length' | 'field' | 'value' | 'clause') =>
    session.say(`tls.fields.${name}`);
  return html`<div class="hex">${fields.filter(({ length }) => length > 0).map((field) => html`<span class="f${colorOf(fields, field)}" title="${field.name}">${spaced(field.hex)}</span> `)}</div>
<div class="scroll"><table>
<thead><tr><th class="num">${heading('offset')}</th><th class="num">${heading('length')}</th><th>${heading('field')}</th><th>${heading('value')}</th><th class="clause">${heading('clause')}</th></tr></thead>
<tbody>
${fields.map((field) => fieldRow(field, colorOf(fields, field)))}</tbody></table></div>
`;
}

function fieldRow({ offset, length, name, hex, meaning, clause }: ShownField, color: number): Html {
  const bytes =
    length > SHOWN_BYTES ? `${spaced(hex.slice(0, 24))} … ${spaced(hex.slice(-12))}` : spaced(hex);
  const said = meaning === undefined ? '' : html` <span>${visibleText(meaning, SHOWN_TEXT)}</span>`;
  return html`<tr><td class="num">${offset}</td><td class="num">${length}</td><td class="name"><i class="f${color}"></i>${name}</td><td class="bytes">${bytes}${said}</td><td class="clause">${clause}</td></tr>
`;
}

/** Neighbours differ. */
function colorOf(fields: readonly ShownField[], field: ShownField): number {
  return fields.indexOf(field) % COLORS;
}

function spaced(hex: string): string {
  return hex.replace(/(..)(?=.)/g, '$1 ');
}
