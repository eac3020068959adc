/** The work of `crypto tcp window`: the run, drawn as it slides. */
import { CryptoError } from '../../../errors.ts';
import { runWindow } from '../../../explain/net/tcp-window.ts';
import { seededRandom } from '../../../random/index.ts';
import type { CaptureOptions } from '../../net/capture-file.ts';
import { expectOne, showLesson } from '../../net/lesson.ts';
import { windowFigure } from '../../net/window-figure.ts';
import type { Session } from '../../session.ts';

export interface WindowOptions extends CaptureOptions {
  readonly bytes: number;
  readonly window: number;
  readonly lose?: number[] | undefined;
  readonly slowReader?: true | undefined;
  readonly all?: true | undefined;
  readonly seed: string;
}

export async function runWindowLesson(session: Session, options: WindowOptions): Promise<void> {
  const { bytes, window, lose, slowReader, all, seed } = options;
  expectOne(session, { '--lose': lose, '--slow-reader': slowReader });
  const random = seededRandom(seed).substream('tcp.window');
  const lesson = runWindow({ random, bytes, window, lose, slowReader });
  const { segments } = lesson.facts;
  const missing = lose?.find((number) => number > segments);
  if (missing !== undefined) {
    const values = { count: String(segments), got: String(missing) };
    throw new CryptoError('bad-argument', session.say('tcp.error.noSegment', values));
  }
  const figure = windowFigure(session, lesson.facts, window, all === true);
  await showLesson(session, lesson, { ...options, figure, noLadder: true });
}
