/** The work of `crypto http hsts`: both visits, or the one case that the options ask for. */

import { runHstsCase, runHstsLesson } from '../../../explain/net/http-hsts.ts';
import { seededRandom } from '../../../random/index.ts';
import type { CaptureOptions } from '../../net/capture-file.ts';
import { expectCapture } from '../../net/capture-file.ts';
import { showHops } from '../../net/hops.ts';
import type { Session } from '../../session.ts';
import { webKeys } from './web-keys.ts';

export interface HstsOptions extends CaptureOptions {
  readonly visit?: 'first' | 'second' | undefined;
  readonly preload?: true | undefined;
  readonly hsts: boolean;
  readonly hacker: boolean;
  readonly secrets: boolean;
  readonly seed: string;
}

export async function runHstsCommand(session: Session, options: HstsOptions): Promise<void> {
  const { visit, preload, hsts, hacker, seed } = options;
  await expectCapture(session, options);
  const random = seededRandom(seed).substream('http.hsts');
  const keys = webKeys(random);
  const one = visit !== undefined || preload === true || !hsts || !hacker;
  const plan = { random, keys, hsts, hacker, preload: preload === true };
  const lesson = one
    ? runHstsCase({ ...plan, visit: visit ?? (hsts ? 'first' : 'second') })
    : runHstsLesson(random, keys);
  await showHops(session, lesson, options);
}
