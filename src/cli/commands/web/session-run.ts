/** The work of `crypto http session`: the theft, or the tries of one topic, with a table of how they ended. */

import { runSessionLesson, type SessionTopic } from '../../../explain/net/http-session.ts';
import { seededRandom } from '../../../random/index.ts';
import { messageOf } from '../../../trace/index.ts';
import type { CaptureOptions } from '../../net/capture-file.ts';
import { expectCapture } from '../../net/capture-file.ts';
import { HOP_WIDTH, showHops } from '../../net/hops.ts';
import { expectOne } from '../../net/lesson.ts';
import type { Session } from '../../session.ts';
import { proseTable, type Screen } from '../../wrap.ts';
import { webKeys } from './web-keys.ts';

export interface SessionOptions extends CaptureOptions {
  readonly topic?: Exclude<SessionTopic, 'plain'> | undefined;
  readonly url?: true | undefined;
  readonly secrets: boolean;
  readonly seed: string;
}

const FIELDS = ['Location', 'Set-Cookie', 'Cookie', 'Referer'];

export async function runSessionCommand(session: Session, options: SessionOptions): Promise<void> {
  const { topic = options.url ? 'url' : 'plain', seed } = options;
  await expectCapture(session, options);
  expectOne(session, { '--url': options.url, '--topic': options.topic });
  const random = seededRandom(seed).substream('http.session');
  // Keys take a second; only one topic has TLS in it.
  const lesson = runSessionLesson(random, topic === 'secure' ? webKeys(random) : undefined, topic);
  const yes = (is: boolean) => session.say(is ? 'session.yes' : 'session.no');
  const figure = proseTable(
    { isTTY: true, columns: HOP_WIDTH } as Screen,
    (['got', 'entered', 'after', 'try'] as const).map((name) => session.say(`session.head.${name}`)),
    lesson.tries.map(({ got, entered, enteredAfterLogout }, i) => [
      yes(got !== null),
      yes(entered),
      yes(enteredAfterLogout),
      messageOf(session.lang, lesson.scenes[i]!.title, {}),
    ]),
  );
  await showHops(session, lesson, { ...options, figure, fields: FIELDS });
}
