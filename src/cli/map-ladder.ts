/** The way from a URL to a page as a ladder, a mark for each question that a message leaves open; and what answers them. */
import { type Figure, type MapRow, QUESTIONS } from '../story/index.ts';
import { colorsOf, columnsOf } from './render.ts';
import type { Session } from './session.ts';
import { fitTable, narrowed } from './wrap.ts';

export function mapLadder(session: Session, { rows }: Extract<Figure, { kind: 'map' }>): string {
  const { red } = colorsOf(session);
  const alice = session.say('story.actor.alice');
  const others = rows.map((row) => session.say(`story.actor.${row.from === 'alice' ? row.to : row.from}`));
  const texts = rows.map(({ carries }) => session.say(carries));
  const width = Math.max(...texts.map(columnsOf)) + 6;
  const right = Math.max(...others.map(columnsOf));
  const marks = ({ gaps }: MapRow) => QUESTIONS.map((question, i) => (gaps[question] ? `✗${i + 1}` : ' ·'));
  const lines = rows.map((row, i) => {
    const line = '─'.repeat(width - columnsOf(texts[i]!) - 3);
    const arrow = row.from === 'alice' ? `─ ${texts[i]} ${line}►` : `◄ ${texts[i]} ${line}─`;
    const other = others[i]! + ' '.repeat(right - columnsOf(others[i]!));
    return `  ${alice} │${arrow}│ ${other}  ${red(marks(row).join(' '))}`;
  });
  const heading = ['', session.say('story.question.heading'), session.say('story.question.by')];
  const questions = QUESTIONS.map((question, i) => [
    String(i + 1),
    session.say(`story.question.${question}`),
    session.say(`story.question.${question}By`),
  ]);
  return [...lines, '', fitTable(narrowed(session.stdout), heading, questions, 2)].join('\n');
}
