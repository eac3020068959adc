/** The work of `crypto tcp handshake`: runs the one lesson that the options ask for. */
import { runHandshake } from '../../../explain/net/tcp-handshake.ts';
import { runIsnAttack } from '../../../explain/net/tcp-isn-attack.ts';
import { runTwoWay } from '../../../explain/net/tcp-two-way.ts';
import { seededRandom } from '../../../random/index.ts';
import { type CaptureOptions, expectCapture } from '../../net/capture-file.ts';
import { expectOne, showLesson } from '../../net/lesson.ts';
import type { Session } from '../../session.ts';

export interface HandshakeOptions extends CaptureOptions {
  readonly lose?: 'syn' | 'syn-ack' | 'ack' | undefined;
  readonly twoWay?: true | undefined;
  readonly isn?: [number, number] | undefined;
  readonly predictable?: true | undefined;
  readonly seed: string;
}

export async function runHandshakeLesson(session: Session, options: HandshakeOptions): Promise<void> {
  const { lose, twoWay, isn, predictable, seed } = options;
  expectOne(session, { '--two-way': twoWay, '--predictable': predictable, '--lose': lose });
  expectOne(session, { '--two-way': twoWay, '--predictable': predictable, '--isn': isn });
  await expectCapture(session, options);
  const random = seededRandom(seed).substream('tcp.handshake');
  const lesson = twoWay
    ? runTwoWay(random)
    : predictable
      ? runIsnAttack(random)
      : runHandshake({ random, lose, isn });
  const absolute = isn !== undefined || predictable === true;
  await showLesson(session, lesson, { ...options, absolute });
}
