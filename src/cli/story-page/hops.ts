/** Messages of HTTP between three parties; arrows under TLS are drawn thick. */
import type { Figure, HopRow } from '../../story/index.ts';
import type { Session } from '../session.ts';
import { type Html, html } from '../tls/demo-page/html.ts';

const WIDTH = 484;
const TOP = 36;
const ROW = 44;
/** A line of text below an arrow. */
const LINE = 19;
/** Characters from one party to the next. */
const LANE = 24;

const PARTIES = { alice: 14, hacker: 242, bank: 470 } as const;
const ANCHORS = { alice: 'start', hacker: 'middle', bank: 'end' } as const;

export function hopsFigure(session: Session, { rows }: Extract<Figure, { kind: 'hops' }>): Html {
  const tops: number[] = [];
  let height = TOP;
  for (const row of rows) {
    tops.push(height);
    height += ROW + LINE * wordsOf(row).below.length;
  }
  const said = rows
    .map(({ from, to, secure, label, below }) => {
      const ends = `${session.say(`story.actor.${from}`)} → ${session.say(`story.actor.${to}`)}`;
      return [`${ends} (${secure ? 'https' : 'http'})`, label, ...below].join(', ');
    })
    .join('; ');
  const people = Object.keys(PARTIES) as (keyof typeof PARTIES)[];
  return html`<svg class="drawn" viewBox="0 0 ${WIDTH} ${height + 6}" role="img" aria-label="${said}">
${people.map((who) => {
  const [x, end] = [PARTIES[who], { alice: 0, hacker: PARTIES.hacker, bank: WIDTH }[who]];
  return html`<line class="life" x1="${x}" y1="${TOP - 10}" x2="${x}" y2="${height + 6}"/><text class="who" x="${end}" y="18" text-anchor="${ANCHORS[who]}">${session.say(`story.actor.${who}`)}</text>
`;
})}${rows.map((row, i) => hopRow(row, tops[i]! + 26))}</svg>
`;
}

function hopRow(row: HopRow, y: number): Html {
  const [start, end] = [PARTIES[row.from], PARTIES[row.to]];
  const back = end > start ? -10 : 10;
  const left = Math.min(start, end) + 12;
  const name = row.secure ? 'arrow secure' : 'arrow';
  const { label, below } = wordsOf(row);
  return html`<text class="label" x="${left}" y="${y - 8}">${label}</text>
<line class="${name}" x1="${start}" y1="${y}" x2="${end + back}" y2="${y}"/><polygon class="head" points="${end},${y} ${end + back},${y - 5} ${end + back},${y + 5}"/>
${below.map((line, i) => html`<text class="note" x="${left}" y="${y + LINE * (i + 1) - 2}">${line}</text>`)}
`;
}

/** What stands above an arrow, and what below it, in lines that keep within its lane. */
function wordsOf({ label, secure, below }: HopRow): { label: string; below: string[] } {
  const scheme = secure ? 'https' : 'http';
  const lines = below.flatMap(laneLines);
  const whole = `${label} · ${scheme}`;
  return whole.length <= LANE ? { label: whole, below: lines } : { label, below: [scheme, ...lines] };
}

/** Lines of a message end where it has a blank or a `&`. */
function laneLines(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=[ &])/)) {
    if (line !== '' && line.length + piece.trimEnd().length > LANE) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}
