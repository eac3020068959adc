/** A scene of the story as text for a terminal. */
import type { Attack, Figure, Scene } from '../story/index.ts';
import { type MessageKey, messageOf, type TraceStep } from '../trace/index.ts';
import { blockStrip } from './block-strip.ts';
import { costTable, judgeTable, relayLines, workBars } from './key-figures.ts';
import { letterHistogram } from './letter-histogram.ts';
import { colorsOf, columnsOf, table } from './render.ts';
import { scoreCard } from './score-card.ts';
import type { Session } from './session.ts';
import { shownValues } from './shown-values.ts';

/** The scene's number and title, across the terminal. */
export function titleText(session: Session, { number, title }: Scene): string {
  return ruled(session, `${session.say('story.scene', { number })} · ${session.say(title)}`);
}

/** Who did what, with the bytes that matter, and figures. */
export function sceneText(session: Session, scene: Scene): string {
  return [
    ...scene.trace.steps.map((step) => stepText(session, step)),
    ...scene.figures.map((figure) => `\n${figureText(session, figure)}`),
  ].join('\n');
}

/** Outcome of each attack, the sentence learned, and what stays open. */
export function outcomeText(session: Session, scene: Scene): string {
  const { bold } = colorsOf(session);
  const attacks = scene.attacks.map((attack) => [
    `  ${session.say(attack.attempt)}`,
    resultOf(session, attack),
    session.say(attack.because),
  ]);
  return [
    table([session.say('story.attacks'), '', ''], attacks),
    `${bold(session.say('story.learned'))}${session.say(scene.learned)}`,
    `${bold(session.say('story.still'))}${session.say(scene.stillCan)}`,
  ].join('\n');
}

/** The matrix at the end: every attempt of every scene. */
export function matrixText(session: Session, scenes: readonly Scene[]): string {
  const rows = scenes.flatMap((scene) =>
    scene.attacks.map((attack) => [
      String(scene.number),
      session.say(attack.attempt),
      resultOf(session, attack),
      session.say(attack.because),
    ]),
  );
  const columns = ['scene', 'attempt', 'result', 'because'] as const;
  const heading = columns.map((column) => session.say(`story.column.${column}`));
  return `${ruled(session, session.say('story.matrix'))}\n${table(heading, rows)}`;
}

function ruled(session: Session, title: string): string {
  const { bold } = colorsOf(session);
  return bold(`── ${title} ${'─'.repeat(Math.max(2, 76 - columnsOf(title)))}`);
}

function resultOf(session: Session, attack: Attack): string {
  const { red, green } = colorsOf(session);
  return attack.succeeded ? red(session.say('story.succeeds')) : green(session.say('story.fails'));
}

function stepText(session: Session, step: TraceStep): string {
  const { cyan } = colorsOf(session);
  const actor = session.say(
    `story.actor.${step.id.split('.')[0]}` as Extract<MessageKey, `story.actor.${string}`>,
  );
  const sentence = `${cyan(actor.padEnd(7 - (columnsOf(actor) - actor.length)))}${messageOf(session.lang, step.say, step.values)}`;
  const lines = shownValues(session, step, 'story').map((line) => `       ${line}`);
  return [sentence, ...lines].join('\n');
}

function figureText(session: Session, figure: Figure): string {
  return `  ${session.say(figure.caption)}\n${drawn(session, figure)}`;
}

function drawn(session: Session, figure: Figure): string {
  switch (figure.kind) {
    case 'histogram':
      return letterHistogram(session, figure.letters);
    case 'score':
      return scoreCard(session, figure);
    case 'work':
      return workBars(session, figure);
    case 'costs':
      return costTable(session, figure);
    case 'relay':
      return relayLines(session, figure);
    case 'judge':
      return judgeTable(session, figure);
    case 'strips':
      return figure.rows
        .map(({ mode, result }) => `  ${mode.toUpperCase()}  ${blockStrip(session, result)}`)
        .join('\n');
  }
}
