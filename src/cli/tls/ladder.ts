/** The messages of a handshake as a ladder: the client's line to the left, the server's to the right, an arrow for each. */
import { colorsOf, columnsOf } from '../render.ts';
import type { Session } from '../session.ts';
import { wrap } from '../wrap.ts';

export interface LadderRow {
  readonly from: 'client' | 'server';
  readonly label: string;
  /** Said at the end of the arrow: a size, an alert. */
  readonly note?: string | undefined;
  /** Under the new keys: drawn as a double line. */
  readonly protected?: boolean | undefined;
  readonly number?: number | undefined;
  /** What is wrong with it: the arrow ends in a cross, and this stands below. */
  readonly broken?: string | undefined;
}

/** Between the two lines, in columns. */
const INNER = 66;
const NUMBER = 3;
const LABEL_INDENT = 4;

/** A heading, and a line for each row; two or more where something is broken. */
export function ladderLines(
  session: Session,
  rows: readonly LadderRow[],
  [client, server] = [session.say('tls.ladder.client'), session.say('tls.ladder.server')],
): string[] {
  const { bold } = colorsOf(session);
  const half = Math.floor(columnsOf(client) / 2);
  const gap = INNER + 1 - (columnsOf(client) - half) - Math.floor(columnsOf(server) / 2);
  const margin = ' '.repeat(NUMBER + 1 - half);
  return [
    `${margin}${bold(client)}${' '.repeat(gap)}${bold(server)}`,
    ...rows.flatMap((row) => rowLines(session, row)),
  ];
}

function rowLines(session: Session, row: LadderRow): string[] {
  const { dim, red } = colorsOf(session);
  const number = String(row.number ?? '').padStart(NUMBER);
  const lines = [`${dim(number)} │${arrow(session, row)}│`];
  if (row.broken === undefined) return lines;
  const below = wrap(`✗ ${row.broken}`, INNER - 2 * LABEL_INDENT, 2).split('\n');
  for (const line of below) {
    const space = ' '.repeat(Math.max(0, INNER - LABEL_INDENT - columnsOf(line)));
    lines.push(`${' '.repeat(NUMBER)} │${' '.repeat(LABEL_INDENT)}${red(line)}${space}│`);
  }
  return lines;
}

/** `── ClientHello ─────── 58 bytes ─►`, or from the other side `◄─ ServerHello ─────── 74 bytes ──`. */
function arrow(session: Session, { from, label, note = '', protected: secret, broken }: LadderRow): string {
  const { bold, cyan, red } = colorsOf(session);
  const dash = secret ? '═' : '─';
  const paint = (text: string) => (broken !== undefined ? red(text) : secret ? cyan(text) : text);
  const [start, end] = from === 'client' ? [dash, broken === undefined ? '►' : '✗'] : ['◄', dash];
  const first = from === 'server' && broken !== undefined ? '✗' : start;
  const head = `${first}${dash} `;
  const tail = `${note === '' ? '' : ` ${note} `}${dash}${end}`;
  const filled = INNER - columnsOf(head) - columnsOf(label) - 1 - columnsOf(tail);
  const middle = dash.repeat(Math.max(1, filled));
  return `${paint(head)}${bold(label)} ${paint(`${middle}${tail}`)}`;
}
