/** A scene of the story as text for a terminal. */
import { type Attack, type Figure, type Scene, tallyOf } from '../story/index.ts';
import { type MessageKey, messageOf, type TraceStep } from '../trace/index.ts';
import { arrowLines, captureTable, checksumTable, hopLines } from './arrow-figures.ts';
import { blockStrip } from './block-strip.ts';
import { costTable, judgeTable, relayLines, workBars } from './key-figures.ts';
import { letterHistogram } from './letter-histogram.ts';
import { mapLadder } from './map-ladder.ts';
import { colorsOf, columnsOf } from './render.ts';
import { scoreCard } from './score-card.ts';
import type { Session } from './session.ts';
import { shownValues } from './shown-values.ts';
import { derivationLines, knowledgeTable, timeline } from './tls-figures.ts';
import { stageLines, triesTable } from './trust-figures.ts';
import { fitTable, narrowed, prose } from './wrap.ts';

/** The scene's number and title, across the terminal. */
export function titleText(session: Session, { number, title }: Scene): string {
  return ruled(session, `${session.say('story.scene', { number })} · ${session.say(title)}`);
}

/** Who did what, with the bytes that matter. */
export function stepsText(session: Session, steps: readonly TraceStep[]): string {
  return steps.map((step) => stepText(session, step)).join('\n');
}

/** Each figure after an empty line. */
export function figuresText(session: Session, { figures }: Scene): string {
  return figures.map((figure) => `\n${figureText(session, figure)}`).join('\n');
}

/** Outcome of each attack, the sentence learned, and what stays open. */
export function outcomeText(session: Session, scene: Scene): string {
  const { bold } = colorsOf(session);
  const rows = scene.attacks.map((attack) => [
    session.say(attack.attempt),
    resultOf(session, attack),
    session.say(attack.because),
  ]);
  const table = fitTable(narrowed(session.stdout), ['', '', ''], rows, 2).replace(/^\s*\n/, '');
  const attacks = rows.length > 0 ? [session.say('story.attacks'), table] : [];
  return [
    ...attacks,
    prose(narrowed(session.stdout), `${bold(session.say('story.learned'))}${session.say(scene.learned)}`, 2),
    prose(narrowed(session.stdout), `${bold(session.say('story.still'))}${session.say(scene.stillCan)}`, 2),
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
  return [
    ruled(session, session.say('story.matrix')),
    fitTable(narrowed(session.stdout), heading, rows),
    session.say('story.tally', tallyOf(scenes)),
  ].join('\n');
}

function ruled(session: Session, title: string): string {
  const { bold } = colorsOf(session);
  const room = 76 - columnsOf(title);
  const text = `── ${title}${room > 0 ? ` ${'─'.repeat(room)}` : ''}`;
  return bold(prose(narrowed(session.stdout), text, 3));
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
  return [prose(narrowed(session.stdout), sentence, 7), ...lines].join('\n');
}

function figureText(session: Session, figure: Figure): string {
  return `${prose(narrowed(session.stdout), `  ${session.say(figure.caption)}`, 2)}\n${drawn(session, figure)}`;
}

function drawn(session: Session, figure: Figure): string {
  switch (figure.kind) {
    case 'map':
      return mapLadder(session, figure);
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
    case 'tries':
      return triesTable(session, figure);
    case 'stages':
      return stageLines(session, figure);
    case 'knows':
      return knowledgeTable(session, figure);
    case 'derivation':
      return derivationLines(session, figure);
    case 'timeline':
      return timeline(session, figure);
    case 'checksums':
      return checksumTable(session, figure);
    case 'arrows':
      return arrowLines(session, figure);
    case 'hops':
      return hopLines(session, figure);
    case 'capture':
      return captureTable(session, figure);
    case 'strips':
      return stripLines(session, figure);
  }
}

/** A strip for each mode, and what its marks mean. */
function stripLines(session: Session, { rows }: Extract<Figure, { kind: 'strips' }>): string {
  const marks = { intact: '·', bits: 'x', garbled: '█', refused: '–' } as const;
  const key = Object.entries(marks).map(
    ([fate, mark]) => `${mark} ${session.say(`story.strips.${fate as keyof typeof marks}`)}`,
  );
  return [
    ...rows.map(({ mode, result }) => `  ${mode.toUpperCase()}  ${blockStrip(session, result)}`),
    `  ${key.join('  ')}`,
  ].join('\n');
}
