/**
 * HTTP forgets who asked; a cookie or an id in the path reminds it, and whoever holds that is the user. Here the hacker gets
 * at it in five ways, each with and without what is said to help, and tries it from an address of his own.
 */
import type { RandomSource } from '../../random/index.ts';
import type { PartyKeys } from '../tls/parties.ts';
import type { HopLesson } from './hops.ts';
import { HACKER } from './middle.ts';
import { runSession, type SessionFacts, type SessionPlan } from './session-theft.ts';

/** What each topic tries, in order. */
export const SESSION_TOPICS = {
  plain: [{ theft: 'line', carrier: 'id' }],
  secure: [
    { theft: 'line', carrier: 'id', https: true },
    { theft: 'line', carrier: 'id', https: true, secure: true },
  ],
  'http-only': [
    { theft: 'script', carrier: 'id' },
    { theft: 'script', carrier: 'id', httpOnly: true },
  ],
  signed: [
    { theft: 'alter', carrier: 'name' },
    { theft: 'alter', carrier: 'signed' },
    { theft: 'line', carrier: 'signed' },
  ],
  url: [
    { theft: 'referer', carrier: 'url', wholeReferer: true },
    { theft: 'referer', carrier: 'url' },
    { theft: 'link', carrier: 'url' },
  ],
} as const satisfies Readonly<Record<string, readonly Omit<SessionPlan, 'random' | 'keys'>[]>>;
export type SessionTopic = keyof typeof SESSION_TOPICS;

/** The tries of one topic. */
export function runSessionLesson(
  random: RandomSource,
  keys: PartyKeys | undefined,
  topic: SessionTopic,
): HopLesson & {
  readonly tries: readonly SessionFacts[];
} {
  const scenes = SESSION_TOPICS[topic].map((plan, i) =>
    runSession({ ...plan, random: random.substream(`${topic}.${i}`), keys }),
  );
  const tries = scenes.map(({ facts }) => facts);
  return {
    name: 'http-session',
    scenes,
    facts: { topic, tries },
    learned: asTold(topic, tries) ? `session.learned.${topic}` : 'session.learned.other',
    values: { address: HACKER.address },
    tries,
  };
}

/** Whether the run went as the sentence says. */
function asTold(topic: SessionTopic, tries: readonly SessionFacts[]): boolean {
  const found = tries.map(({ entered, enteredAfterLogout }) => `${+entered}${+enteredAfterLogout}`).join(' ');
  const told: Record<SessionTopic, string> = {
    plain: '10',
    secure: '10 00',
    'http-only': '10 00',
    signed: '11 00 11',
    url: '10 00 10',
  };
  return found === told[topic];
}
