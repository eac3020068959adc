/** A lesson on the network as text or JSON, and its capture: ladders, a figure if there is one, a sentence. */
import { CryptoError } from '../../errors.ts';
import type { NetLesson, NetScene } from '../../explain/net/lesson.ts';
import type { Noted } from '../../explain/net/noted.ts';
import { flagNames } from '../../net/index.ts';
import { messageOf } from '../../trace/index.ts';
import type { Session } from '../session.ts';
import { widthOf, wrap } from '../wrap.ts';
import {
  type CaptureOptions,
  expectCapture,
  inOneCapture,
  isCaptureOnly,
  writeCapture,
} from './capture-file.ts';
import { type LadderOptions, ladderText } from './ladder.ts';

export interface ShowOptions extends CaptureOptions, LadderOptions {
  readonly seed: string;
  /** Stands between ladders and sentence. */
  readonly figure?: string | undefined;
  /** The figure tells it, and there are no ladders. */
  readonly noLadder?: true;
}

/** As wide as ladders and figures. */
const WIDTH = 80;

export async function showLesson(session: Session, lesson: NetLesson, options: ShowOptions): Promise<void> {
  await expectCapture(session, options);
  await writeCapture(session, options, inOneCapture(lesson.scenes));
  if (isCaptureOnly(options)) return;
  const learned = messageOf(session.lang, lesson.learned, lesson.values);
  if (session.json) {
    const { name, facts, scenes } = lesson;
    session.printJson({ lesson: name, seed: options.seed, facts, scenes: scenes.map(sceneJson), learned });
    return;
  }
  const told = (text: string) => wrap(text, Math.min(WIDTH, widthOf(session.stdout)));
  const drawn = options.noLadder ? [] : lesson.scenes;
  const ladders = drawn.map((scene) => {
    const ladder = ladderText(session, scene.noted, options);
    return scene.title === undefined
      ? ladder
      : `${told(messageOf(session.lang, scene.title, {}))}\n${ladder}`;
  });
  const figure = options.figure === undefined ? [] : [options.figure];
  session.print([...ladders, ...figure, told(learned)].join('\n\n'));
}

/** At most one of them. */
export function expectOne(session: Session, options: Readonly<Record<string, unknown>>): void {
  const [first, second] = Object.keys(options).filter((name) => options[name] !== undefined);
  if (first === undefined || second === undefined) return;
  throw new CryptoError('bad-argument', session.say('tcp.error.together', { first, second }));
}

function sceneJson({ noted }: NetScene) {
  return noted.map(notedJson);
}

function notedJson(one: Noted): Record<string, unknown> {
  if (one.kind !== 'frame') return { ...one };
  const { seen, packet, time, again = null, delayed } = one;
  const { tcp } = packet;
  return {
    kind: 'frame',
    time,
    from: seen.from === 'a' ? 'alice' : 'bob',
    fate: seen.fate,
    again,
    ...(delayed && { delayed }),
    ...(tcp && {
      flags: flagNames(tcp.flags),
      seq: tcp.seq,
      ack: tcp.ack,
      length: tcp.payload.length,
    }),
  };
}
