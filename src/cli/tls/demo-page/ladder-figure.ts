/** The ladder as a picture: SVG, each message a link to its bytes. */
import type { Session } from '../../session.ts';
import type { ShownMessage } from '../handshake-ladder.ts';
import { sizeText } from '../handshake-ladder.ts';
import { type Html, html } from './html.ts';

const WIDTH = 760;
const CLIENT = 110;
const SERVER = 690;
const TOP = 52;
const ROW = 42;
const HEAD = 9;

export function ladderFigure(session: Session, messages: readonly ShownMessage[]): Html {
  const height = TOP + ROW * messages.length + 12;
  const title = session.say('tls.demoPage.ladder');
  return html`<svg class="ladder" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">
${[CLIENT, SERVER].map((x) => html`<line class="life" x1="${x}" y1="${TOP - 14}" x2="${x}" y2="${height}"/>`)}
<text class="who" x="${CLIENT}" y="26" text-anchor="middle">${session.say('tls.ladder.client')}</text>
<text class="who" x="${SERVER}" y="26" text-anchor="middle">${session.say('tls.ladder.server')}</text>
${messages.map((message, i) => rowFigure(session, message, TOP + ROW * i))}
</svg>`;
}

function rowFigure(session: Session, message: ShownMessage, top: number): Html {
  const { number, from, label, isProtected, isEncrypted } = message;
  const y = top + 29;
  const isRight = from === 'client';
  const [start, end] = isRight ? [CLIENT, SERVER] : [SERVER, CLIENT];
  const back = isRight ? -HEAD : HEAD;
  const head = `${end},${y} ${end + back},${y - 5} ${end + back},${y + 5}`;
  const lock = isEncrypted ? lockFigure(CLIENT + 14, top + 9) : '';
  return html`<a href="#m${number}"><g class="${isProtected ? 'sealed' : 'open'}">
<rect class="band" x="${CLIENT + 2}" y="${top + 2}" width="${SERVER - CLIENT - 4}" height="${ROW - 4}" rx="5"/>
<text class="number" x="${CLIENT - 22}" y="${y + 4}" text-anchor="end">${number}</text>
<text class="label" x="${CLIENT + (isEncrypted ? 32 : 16)}" y="${y - 8}">${label}</text>
<text class="note" x="${SERVER - 16}" y="${y - 8}" text-anchor="end">${sizeText(session, message)}</text>
<line class="arrow" x1="${start}" y1="${y}" x2="${end + back}" y2="${y}"/><polygon class="head" points="${head}"/>${lock}
</g></a>
`;
}

function lockFigure(x: number, y: number): Html {
  return html`<rect class="head" x="${x}" y="${y + 5}" width="11" height="8" rx="1.5"/><path d="M${x + 2.5} ${y + 6} v-2.5 a3 3 0 0 1 6 0 v2.5" fill="none" stroke="currentColor" class="arrow" style="stroke-width:1.6"/>`;
}
