/** The work of `crypto tcp close`: runs the one lesson that the options ask for. */
import { type ForgetFacts, runClose, runForgetClose } from '../../../explain/net/tcp-close.ts';
import { runLastAckLost, runReusePort } from '../../../explain/net/tcp-time-wait.ts';
import { seededRandom } from '../../../random/index.ts';
import { type CaptureOptions, expectCapture } from '../../net/capture-file.ts';
import { secondsText } from '../../net/ladder.ts';
import { expectOne, showLesson } from '../../net/lesson.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';

export interface CloseOptions extends CaptureOptions {
  readonly lose?: 'last-ack' | undefined;
  readonly reusePort?: true | undefined;
  readonly half?: true | undefined;
  readonly three?: true | undefined;
  readonly simultaneous?: true | undefined;
  readonly forgetClose?: true | undefined;
  readonly seed: string;
}

export async function runCloseLesson(session: Session, options: CloseOptions): Promise<void> {
  const { lose, reusePort, half, three, simultaneous, forgetClose, seed } = options;
  expectOne(session, {
    '--lose': lose,
    '--reuse-port': reusePort,
    '--half': half,
    '--three': three,
    '--simultaneous': simultaneous,
    '--forget-close': forgetClose,
  });
  await expectCapture(session, options);
  const random = seededRandom(seed).substream('tcp.close');
  if (lose) return showLesson(session, runLastAckLost(random), options);
  if (reusePort) return showLesson(session, runReusePort(random), options);
  if (forgetClose) {
    const lesson = runForgetClose(random);
    return showLesson(session, lesson, { ...options, figure: tallyText(session, lesson.facts) });
  }
  const kind = half ? 'half' : three ? 'three' : simultaneous ? 'simultaneous' : 'four';
  await showLesson(session, runClose(random, kind), options);
}

/** The states there are, each with its number of connections. */
function tallyText(session: Session, { time, tally }: ForgetFacts): string {
  const rows = Object.entries(tally).flatMap(([state, count]) => (count > 0 ? [[state, String(count)]] : []));
  const [heading, ...rest] = rows;
  return `${session.say('tcp.close.tally', { time: secondsText(time) })}\n${table(heading!, rest)}`;
}
