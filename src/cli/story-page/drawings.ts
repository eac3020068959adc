/** Figures of the story that are drawn: SVG, with the numbers in words for those who cannot see it. */
import { englishLetterShares } from '../../classical/index.ts';
import { type Figure, type MapRow, QUESTIONS } from '../../story/index.ts';
import type { Session } from '../session.ts';
import { type Html, html } from '../tls/demo-page/html.ts';
import { num, tableOf } from './cells.ts';

type FigureOf<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;

const A = 65;
const LETTER = 28;
const BAR = 120;

/** Two bars for each letter: this text, and English. */
export function histogramFigure(session: Session, { letters }: FigureOf<'histogram'>): Html {
  const most = Math.max(...letters, 1);
  const english = englishLetterShares();
  const mostEnglish = Math.max(...english);
  const bar = (share: number, x: number, name: string) => {
    const height = Math.round(BAR * share);
    return html`<rect class="${name}" x="${x}" y="${BAR + 8 - height}" width="10" height="${height}"/>`;
  };
  const said = letters.map((count, i) => `${String.fromCharCode(A + i)} ${count}`).join(', ');
  return html`<svg class="drawn letters" viewBox="0 0 ${LETTER * 26} ${BAR + 34}" role="img" aria-label="${said}">
${letters.map(
  (
    count,
    i,
  ) => html`${bar(count / most, LETTER * i + 3, 'bar')}${bar(english[i]! / mostEnglish, LETTER * i + 14, 'other')}
<text x="${LETTER * i + 13}" y="${BAR + 27}" text-anchor="middle">${String.fromCharCode(A + i)}</text>`,
)}</svg>
<p class="legend"><span class="key bar"></span>${session.say('cli.histogram.text')} <span class="key other"></span>${session.say('cli.histogram.english')}</p>`;
}

/** So narrow that its words can still be read on a telephone. */
const WIDTH = 484;
const LEFT = 12;
const RIGHT = 318;
const TOP = 40;
const ROW = 42;
/** From one mark to the next. */
const MARK = 27;

/** The way from the URL to the page: a mark for each question that a message leaves open. */
export function mapFigure(session: Session, { rows }: FigureOf<'map'>): Html {
  const height = TOP + ROW * rows.length + 10;
  const said = rows.map((row) => `${nameOf(session, row)}: ${session.say(row.carries)}`).join('; ');
  const questions = QUESTIONS.map((question, i) => [
    `${i + 1} · ${session.say(`story.question.${question}`)}`,
    session.say(`story.question.${question}By`),
  ]);
  const heading = [session.say('story.question.heading'), session.say('story.question.by')];
  return html`<svg class="drawn" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${said}">
<line class="life" x1="${LEFT}" y1="${TOP - 10}" x2="${LEFT}" y2="${height}"/><line class="life" x1="${RIGHT}" y1="${TOP - 10}" x2="${RIGHT}" y2="${height}"/>
<text class="who" x="0" y="20">${session.say('story.actor.alice')}</text>
${rows.map((row, i) => mapRow(session, row, TOP + ROW * i))}</svg>
${tableOf(heading, questions)}`;
}

function mapRow(session: Session, row: MapRow, top: number): Html {
  const y = top + 30;
  const isOut = row.from === 'alice';
  const [start, end, back] = isOut ? [LEFT, RIGHT, -10] : [RIGHT, LEFT, 10];
  const other = session.say(`story.actor.${isOut ? row.to : row.from}`);
  return html`<text class="label" x="${LEFT + 10}" y="${y - 8}">${session.say(row.carries)}</text>
<line class="arrow" x1="${start}" y1="${y}" x2="${end + back}" y2="${y}"/><polygon class="head" points="${end},${y} ${end + back},${y - 5} ${end + back},${y + 5}"/>
<text class="note" x="${RIGHT + 8}" y="${y + 5}">${other}</text>
${QUESTIONS.map((question, i) =>
  row.gaps[question]
    ? html`<circle class="gap" cx="${WIDTH - 12 - MARK * (2 - i)}" cy="${y}" r="11"/><text class="gap" x="${WIDTH - 12 - MARK * (2 - i)}" y="${y + 5}" text-anchor="middle">${i + 1}</text>`
    : '',
)}
`;
}

function nameOf(session: Session, { from, to }: MapRow): string {
  return `${session.say(`story.actor.${from}`)} → ${session.say(`story.actor.${to}`)}`;
}

const LONGEST = 300;

/** A bar for each size of modulus, all to one scale. */
export function workFigure(session: Session, { rows }: FigureOf<'work'>): Html {
  const most = Math.max(...rows.map(({ steps }) => steps));
  return tableOf(
    [session.say('story.work.bits'), session.say('story.work.steps'), ''],
    rows.map(({ bits, steps }) => {
      const width = Math.max(2, Math.round((LONGEST * steps) / most));
      const bar = html`<svg class="line" viewBox="0 0 ${LONGEST} 12" aria-hidden="true"><rect class="bar" width="${width}" height="12"/></svg>`;
      return [num(bits), num(steps), { text: bar }];
    }),
  );
}

const CELL = 14;
const SHOWN = 48;

/** What a flipped bit did to each block, a square each. */
export function stripsFigure(session: Session, { rows }: FigureOf<'strips'>): Html {
  const fates = ['intact', 'bits', 'garbled'] as const;
  return html`<div class="strips">${rows.map(({ mode, result }) => {
    const blocks = result.after === undefined ? [] : result.blocks.slice(0, SHOWN);
    const said = blocks.map(({ fate }) => fate).join(', ') || '–';
    return html`<b>${mode.toUpperCase()}</b>${
      blocks.length === 0
        ? html`<span>–</span>`
        : html`<svg viewBox="0 0 ${CELL * blocks.length} ${CELL}" width="${CELL * blocks.length}" height="${CELL}" role="img" aria-label="${said}">${blocks.map(
            ({ fate }, i) =>
              html`<rect class="${fate}" x="${CELL * i + 1}" y="1" width="${CELL - 2}" height="${CELL - 2}"/>${
                fate === 'bits'
                  ? html`<text x="${CELL * i + CELL / 2}" y="${CELL - 3}" text-anchor="middle">x</text>`
                  : ''
              }`,
          )}</svg>`
    }`;
  })}</div>
<p class="legend strips-key">${fates.map((fate) => html`<span class="key ${fate}">${fate === 'bits' ? 'x' : ''}</span>${session.say(`story.strips.${fate}`)} `)}<b>–</b> ${session.say('story.strips.refused')}</p>`;
}
