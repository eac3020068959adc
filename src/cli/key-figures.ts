/** The figures of the scenes about public keys: work as bars, costs, two padlocks, and the judge's table. */
import { fromUtf8 } from '../bytes/index.ts';
import type { Figure } from '../story/index.ts';
import { colorsOf } from './render.ts';
import type { Session } from './session.ts';
import { fitTable, narrowed } from './wrap.ts';

const BAR_COLUMNS = 40;

type FigureOf<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;

/** A bar for each size, all to one scale. */
export function workBars(session: Session, { rows }: FigureOf<'work'>): string {
  const most = Math.max(...rows.map(({ steps }) => steps));
  const lines = rows.map(({ bits, steps }) => [
    String(bits),
    String(steps),
    '█'.repeat(Math.max(1, Math.round((BAR_COLUMNS * steps) / most))),
  ]);
  const heading = [session.say('story.work.bits'), session.say('story.work.steps'), ''];
  return fitTable(narrowed(session.stdout), heading, lines, 2);
}

export function costTable(session: Session, { rows }: FigureOf<'costs'>): string {
  const heading = (['way', 'rsa', 'aes', 'bytes'] as const).map((column) =>
    session.say(`story.cost.${column}`),
  );
  const lines = rows.map(({ way, rsaBlocks, aesBlocks, bytes }) => [
    session.say(way),
    String(rsaBlocks),
    String(aesBlocks),
    String(bytes),
  ]);
  return fitTable(narrowed(session.stdout), heading, lines, 2);
}

/** A line for each stretch of the way: who sends to whom, for whose key it is locked, what is read there. */
export function relayLines(session: Session, { legs }: FigureOf<'relay'>): string {
  const { red } = colorsOf(session);
  const lines = legs.map(({ from, to, key, plaintext }) => {
    const owner = session.say(`story.actor.${key}`);
    return [
      `${session.say(`story.actor.${from}`)} → ${session.say(`story.actor.${to}`)}`,
      session.say('story.relay.leg', { key: key === 'hacker' ? red(owner) : owner }),
      `${session.say('story.relay.reads')} "${fromUtf8(plaintext)}"`,
    ];
  });
  return fitTable(narrowed(session.stdout), ['', '', ''], lines, 2).replace(/^\s*\n/, '');
}

export function judgeTable(session: Session, { rows }: FigureOf<'judge'>): string {
  const { green, red } = colorsOf(session);
  const people = ['alice', 'bob', 'hacker'] as const;
  const heading = [
    session.say('story.judge.evidence'),
    ...people.map((person) => session.say(`story.actor.${person}`)),
    session.say('story.judge.proof'),
  ];
  const lines = rows.map(({ evidence, makes, convinced }) => [
    session.say(evidence),
    ...people.map((person) => session.say(makes[person] ? 'story.judge.can' : 'story.judge.cannot')),
    convinced ? green(session.say('story.judge.yes')) : red(session.say('story.judge.no')),
  ]);
  return fitTable(narrowed(session.stdout), heading, lines, 2);
}
