/** The work of `crypto tcp synflood`: the run, and Bob's places over time. */
import { runSynFlood } from '../../../explain/net/tcp-synflood.ts';
import { seededRandom } from '../../../random/index.ts';
import type { CaptureOptions } from '../../net/capture-file.ts';
import { floodFigure } from '../../net/flood-figure.ts';
import { showLesson } from '../../net/lesson.ts';
import type { Session } from '../../session.ts';

export interface SynFloodOptions extends CaptureOptions {
  readonly count: number;
  readonly backlog: number;
  readonly cookies?: true | undefined;
  readonly seed: string;
}

export async function runSynFloodLesson(session: Session, options: SynFloodOptions): Promise<void> {
  const { count, backlog, cookies, seed } = options;
  const random = seededRandom(seed).substream('tcp.synflood');
  const lesson = runSynFlood({ random, count, backlog, cookies });
  const figure = floodFigure(session, lesson.facts);
  await showLesson(session, lesson, { ...options, figure, noLadder: true });
}
