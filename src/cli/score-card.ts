/** A row per protection: what it notices of noise, and of a person. */
import type { Figure } from '../story/index.ts';
import { colorsOf } from './render.ts';
import type { Session } from './session.ts';
import { fitTable, narrowed } from './wrap.ts';

export function scoreCard(session: Session, { rows }: Extract<Figure, { kind: 'score' }>): string {
  const { green, red } = colorsOf(session);
  const noticed = (notices: boolean) =>
    notices ? green(session.say('story.score.noticed')) : red(session.say('story.score.unnoticed'));
  const heading = ['', session.say('story.score.noise'), session.say('story.score.hacker')];
  const lines = rows.map(({ protection, noticesNoise, noticesHacker }) => [
    session.say(protection),
    noticed(noticesNoise),
    noticed(noticesHacker),
  ]);
  return fitTable(narrowed(session.stdout), heading, lines, 2);
}
