/** The work of `crypto udp`: both runs, side by side. */
import { runUdp } from '../../../explain/net/udp.ts';
import { seededRandom } from '../../../random/index.ts';
import type { CaptureOptions } from '../../net/capture-file.ts';
import { showLesson } from '../../net/lesson.ts';
import { udpFigure } from '../../net/udp-figure.ts';
import type { Session } from '../../session.ts';

export interface UdpOptions extends CaptureOptions {
  readonly count: number;
  readonly loss: number;
  readonly all?: true | undefined;
  readonly seed: string;
}

export async function runUdpLesson(session: Session, options: UdpOptions): Promise<void> {
  const { count, loss, all, seed } = options;
  const lesson = runUdp({ random: seededRandom(seed).substream('udp'), count, loss });
  const figure = udpFigure(session, lesson.facts, all === true);
  await showLesson(session, lesson, { ...options, figure, noLadder: true });
}
