/** The work of `crypto https proxy`: both runs, and the two certificates side by side. */

import { runProxyLesson, type ShownCertificate } from '../../../explain/net/https-proxy.ts';
import { seededRandom } from '../../../random/index.ts';
import type { CaptureOptions } from '../../net/capture-file.ts';
import { expectCapture } from '../../net/capture-file.ts';
import { showHops } from '../../net/hops.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { webKey, webKeys } from './web-keys.ts';

export interface ProxyOptions extends CaptureOptions {
  readonly root?: 'installed' | 'unknown' | undefined;
  readonly secrets: boolean;
  readonly seed: string;
}

export async function runProxyCommand(session: Session, options: ProxyOptions): Promise<void> {
  const { root, seed } = options;
  await expectCapture(session, options);
  const random = seededRandom(seed).substream('https.proxy');
  const proxyKeys = { root: webKey(random, 'proxy.root'), server: webKey(random, 'proxy.server') };
  const lesson = runProxyLesson({ random, keys: webKeys(random), proxyKeys }, root);
  const { shown, bank } = lesson.certificates;
  const row = (name: keyof ShownCertificate) => [
    session.say(`proxy.row.${name}`),
    short(shown[name]),
    short(bank[name]),
  ];
  const figure = table(
    [session.say('proxy.head.what'), session.say('proxy.head.shown'), session.say('proxy.head.bank')],
    [row('subject'), row('issuer'), row('fingerprint')],
  );
  await showHops(session, lesson, { ...options, figure });
}

function short(text: string): string {
  return /^[\da-f]{64}$/.test(text) ? `${text.slice(0, 16)}…` : text;
}
