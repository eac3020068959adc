/** Arrows between Alice and the other side: each falls from the moment when it leaves to that when it arrives, states beside it. */
import type { ArrowRow, Figure } from '../../story/index.ts';
import { secondsText } from '../net/ladder.ts';
import type { Session } from '../session.ts';
import { type Html, html } from '../tls/demo-page/html.ts';

/** So narrow that its words can still be read on a telephone. */
const WIDTH = 492;
const LEFT = 112;
const RIGHT = 372;
const TOP = 40;
const ROW = 46;
/** So much of its way a lost one goes. */
const LOST = 0.7;

export function arrowsFigure(session: Session, { rows, other }: Extract<Figure, { kind: 'arrows' }>): Html {
  const height = TOP + ROW * rows.length + 6;
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
  const heightOf = (row: number) => TOP + ROW * row + 18;
  return html`<svg class="drawn" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${said}">
<line class="life" x1="${LEFT}" y1="${TOP - 10}" x2="${LEFT}" y2="${height}"/><line class="life" x1="${RIGHT}" y1="${TOP - 10}" x2="${RIGHT}" y2="${height}"/>
<text class="who" x="${LEFT}" y="20" text-anchor="middle">${names.alice}</text><text class="who" x="${RIGHT}" y="20" text-anchor="middle">${names.bob}</text>
${rows.map((row, i) => {
  const at = rows.findIndex(({ time }) => time === row.arrives);
  const y = heightOf(i);
  return html`${arrow(row, y, at < 0 ? y + ROW / 2 : heightOf(at))}${sideOf(row, 'alice', y)}${sideOf(row, 'bob', y)}
`;
})}</svg>
`;
}

/** When something happens on a side, and the state that it comes into. */
function sideOf(row: ArrowRow, who: 'alice' | 'bob', y: number): Html | string {
  const state = row[who];
  if (row.from !== who && state === undefined) return '';
  const [x, anchor] = who === 'alice' ? [LEFT - 8, 'end'] : [RIGHT + 8, 'start'];
  const text = (top: number, word: string) =>
    html`<text class="note" x="${x}" y="${top}" text-anchor="${anchor}">${word}</text>`;
  return html`${text(y - 3, secondsText(row.time))}${state === undefined ? '' : text(y + 14, state)}`;
}

function arrow({ from, label, lost }: ArrowRow, y: number, end: number): Html | string {
  if (label === undefined) return '';
  const isOut = from === 'alice';
  const [start, far] = isOut ? [LEFT, RIGHT] : [RIGHT, LEFT];
  const part = lost ? LOST : 1;
  const [x2, y2] = [start + (far - start) * part, y + (end - y) * part];
  const angle = (Math.atan2(y2 - y, Math.abs(x2 - start)) * 180) / Math.PI;
  // Words are read from left to right on either slope.
  const slope = (isOut ? angle : -angle).toFixed(2);
  const head = lost
    ? html`<text class="gap" x="${x2}" y="${y2 + 5}" text-anchor="middle">✗</text>`
    : html`<polygon class="head" points="0,0 -10,-5 -10,5" transform="translate(${x2} ${y2}) rotate(${isOut ? slope : (180 - angle).toFixed(2)})"/>`;
  return html`<line class="arrow" x1="${start}" y1="${y}" x2="${x2}" y2="${y2}"/>${head}
<text class="label" transform="translate(${(start + far) / 2} ${(y + end) / 2}) rotate(${slope})" y="-7" text-anchor="middle">${label}</text>`;
}
