/** A stolen session used from another address: each theft with and without what stops it, and after the log-out. */
import { describe, expect, it } from 'vitest';
import {
  runSessionLesson,
  SESSION_TOPICS,
  type SessionTopic,
} from '../../../src/explain/net/http-session.ts';
import { lastState } from '../../../src/explain/net/line.ts';
import { runSession } from '../../../src/explain/net/session-theft.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { demoKeys } from '../tls-conversation.ts';

const keys = demoKeys();
const run = (topic: SessionTopic) => runSessionLesson(seededRandom('session'), keys, topic);

describe('the stolen session', () => {
  // Whether he got it, was taken for Alice, and still was after she logged out.
  it.each<[SessionTopic, string[]]>([
    ['plain', ['got entered -']],
    ['secure', ['got entered -', '- - -']],
    ['http-only', ['got entered -', '- - -']],
    ['signed', ['got entered still', 'got - -', 'got entered still']],
    ['url', ['got entered -', '- - -', 'got entered -']],
  ])('%s', (topic, expected) => {
    const { tries, learned, scenes } = run(topic);
    const found = tries.map(({ got, entered, enteredAfterLogout }) =>
      [got === null ? '-' : 'got', entered ? 'entered' : '-', enteredAfterLogout ? 'still' : '-'].join(' '),
    );
    expect(found).toEqual(expected);
    expect(learned).toBe(`session.learned.${topic}`);
    for (const { noted } of scenes) expect(lastState(noted, 'alice')).toBe('CLOSED');
  });

  it('logs out by POST, since a GET is safe', () => {
    const { hops } = runSession({ random: seededRandom('x'), ...SESSION_TOPICS.plain[0] });
    const requests = hops.flatMap((hop) =>
      hop.kind === 'message' && 'method' in hop.message ? [hop.message] : [],
    );
    const changing = requests.filter(({ method }) => method !== 'GET').map(({ target }) => target);
    expect(changing).toEqual(['/login', '/logout']);
  });

  it('comes from an address of the hacker’s own', () => {
    const { hops, facts } = runSession({ random: seededRandom('x'), ...SESSION_TOPICS.plain[0] });
    const his = hops.filter((hop) => hop.kind === 'message' && hop.from === 'hacker');
    expect(his).toHaveLength(2);
    expect(facts.from).toBe('203.0.113.66');
  });

  it('with Secure is nowhere on the line in the clear', () => {
    const [without, withIt] = run('secure').scenes.map(({ frames }) =>
      frames.map(({ frame }) => String.fromCharCode(...frame)).join('\n'),
    );
    expect(without).toContain('Cookie: session=');
    expect(withIt).not.toContain('Cookie: session=');
  });
});
