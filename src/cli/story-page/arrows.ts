/** Arrows between Alice and the other side with their states, and between three parties, as drawings. */
import type { ArrowRow, Figure, HopRow } from '../../story/index.ts';
import { secondsText } from '../net/ladder.ts';
import type { Session } from '../session.ts';
import { type Html, html } from '../tls/demo-page/html.ts';

const WIDTH = 760;
const LEFT = 210;
const RIGHT = 600;
const TOP = 44;
const ROW = 44;

export function arrowsFigure(session: Session, { rows, other }: Extract<Figure, { kind: 'arrows' }>): Html {
  const height = TOP + ROW * rows.length + 10;
  const names = { alice: session.say('story.actor.alice'), bob: session.say(`story.actor.${other}`) };
  const said = rows
    .map(({ time, from, label, lost, alice, bob }) =>
      [
        `${secondsText(time)} s`,
        ...(from && label ? [`${names[from]}: ${label}${lost ? ' ✗' : ''}`] : []),
        ...(alice ? [`${names.alice} ${alice}`] : []),
        ...(bob ? [`${names.bob} ${bob}`] : []),
      ].join(', '),
    )
    .join('; ');
  return html`<svg class="drawn" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${said}">
<line class="life" x1="${LEFT}" y1="${TOP - 10}" x2="${LEFT}" y2="${height}"/><line class="life" x1="${RIGHT}" y1="${TOP - 10}" x2="${RIGHT}" y2="${height}"/>
<text class="who" x="${LEFT}" y="22" text-anchor="middle">${names.alice}</text><text class="who" x="${RIGHT}" y="22" text-anchor="middle">${names.bob}</text>
${rows.map((row, i) => arrowRow(row, TOP + ROW * i + 26))}</svg>
`;
}

function arrowRow({ time, from, label, lost, alice = '', bob = '' }: ArrowRow, y: number): Html {
  const isOut = from === 'alice';
  const [start, end, back] = isOut ? [LEFT, RIGHT, -10] : [RIGHT, LEFT, 10];
  return html`<text class="note" x="0" y="${y + 4}">${secondsText(time)}</text><text class="note" x="${LEFT - 10}" y="${y + 4}" text-anchor="end">${alice}</text><text class="note" x="${RIGHT + 10}" y="${y + 4}">${bob}</text>
${
  label === undefined
    ? ''
    : html`<text class="label" x="${(LEFT + RIGHT) / 2}" y="${y - 8}" text-anchor="middle">${label}</text>
<line class="arrow" x1="${start}" y1="${y}" x2="${end + back}" y2="${y}"/>${
        lost
          ? html`<text class="gap" x="${end + back}" y="${y + 5}" text-anchor="middle">✗</text>`
          : html`<polygon class="head" points="${end},${y} ${end + back},${y - 5} ${end + back},${y + 5}"/>`
      }`
}
`;
}

const PARTIES = { alice: 60, hacker: 380, bank: 700 } as const;
/** A line of text below an arrow. */
const LINE = 22;

/** Three parties; arrows under TLS are drawn thick. */
export function hopsFigure(session: Session, { rows }: Extract<Figure, { kind: 'hops' }>): Html {
  const tops: number[] = [];
  let height = TOP;
  for (const { below } of rows) {
    tops.push(height);
    height += ROW + LINE * below.length;
  }
  const names = Object.entries(PARTIES).map(([party, x]) => ({
    x,
    name: session.say(`story.actor.${party as keyof typeof PARTIES}`),
  }));
  const said = rows
    .map(({ from, to, secure, label, below }) => {
      const ends = `${session.say(`story.actor.${from}`)} → ${session.say(`story.actor.${to}`)}`;
      return [`${ends} (${secure ? 'https' : 'http'})`, label, ...below].join(', ');
    })
    .join('; ');
  return html`<svg class="drawn" viewBox="0 0 ${WIDTH} ${height + 10}" role="img" aria-label="${said}">
${names.map(
  ({ x, name }) =>
    html`<line class="life" x1="${x}" y1="${TOP - 10}" x2="${x}" y2="${height + 10}"/><text class="who" x="${x}" y="22" text-anchor="middle">${name}</text>
`,
)}${rows.map((row, i) => hopRow(row, tops[i]! + 26))}</svg>
`;
}

function hopRow({ from, to, secure, label, below }: HopRow, y: number): Html {
  const [start, end] = [PARTIES[from], PARTIES[to]];
  const back = end > start ? -10 : 10;
  const left = Math.min(start, end) + 18;
  const name = secure ? 'arrow secure' : 'arrow';
  return html`<text class="label" x="${left}" y="${y - 8}">${label} · ${secure ? 'https' : 'http'}</text>
<line class="${name}" x1="${start}" y1="${y}" x2="${end + back}" y2="${y}"/><polygon class="head" points="${end},${y} ${end + back},${y - 5} ${end + back},${y + 5}"/>
${below.map((line, i) => html`<text class="note" x="${left}" y="${y + LINE * (i + 1) - 3}">${line}</text>`)}
`;
}
