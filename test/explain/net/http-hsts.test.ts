/** SSL stripping with and without HSTS: what the hacker reads, and what left in the clear. */
import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../src/explain/net/bank.ts';
import { type HstsPlan, runHsts, runHstsCase, runHstsLesson } from '../../../src/explain/net/http-hsts.ts';
import { header } from '../../../src/net/http/message.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { demoKeys } from '../tls-conversation.ts';

const keys = demoKeys();
const base = {
  random: seededRandom('hsts'),
  keys,
  visit: 'first',
  hsts: true,
  preload: false,
  hacker: true,
} as const;
const run = (plan: Partial<HstsPlan>) => runHsts({ ...base, ...plan });

describe('SSL stripping', () => {
  it.each<[string, Partial<HstsPlan>, boolean, string]>([
    ['succeeds on a first visit, though the bank sends HSTS', {}, true, 'hsts.learned.first'],
    ['fails once HSTS is remembered', { visit: 'second' }, false, 'hsts.learned.remembered'],
    [
      'succeeds on the second visit, too, without HSTS',
      { visit: 'second', hsts: false },
      true,
      'hsts.learned.never',
    ],
    ['fails on a first visit to a preloaded name', { preload: true }, false, 'hsts.learned.preload'],
    ['and a preloaded name needs no HSTS', { preload: true, hsts: false }, false, 'hsts.learned.preload'],
  ])('%s', (_, plan, succeeds, learned) => {
    const { facts, frames } = run(plan);
    expect(facts.passwordRead).toBe(succeeds ? PASSWORD : null);
    expect(facts.cookieRead === null).toBe(!succeeds);
    expect(facts.clearRequests).toBe(succeeds ? 3 : 0);
    expect(facts.status).toBe(200);
    expect(facts.addressBar).toBe(`${succeeds ? 'http' : 'https'}://bank.example/account`);
    const line = frames.map(({ frame }) => String.fromCharCode(...frame)).join('\n');
    expect(line.includes(PASSWORD)).toBe(succeeds);
    expect(runHstsCase({ ...base, ...plan }).learned).toBe(learned);
  });

  it('has its gap in the redirect also where nobody is there', () => {
    const { facts, hops } = run({ hacker: false });
    expect(facts).toMatchObject({ clearRequests: 1, passwordRead: null, status: 200 });
    expect(
      hops.flatMap((hop) => (hop.kind === 'message' && 'status' in hop.message ? [hop.message.status] : [])),
    ).toEqual([301, 200, 303, 200]);
    for (const hop of hops) {
      if (hop.kind !== 'message' || !('status' in hop.message)) continue;
      expect(header(hop.message, 'Date')).toMatch(/ GMT$/);
      expect(header(hop.message, 'Content-Length')).toBe(String(hop.message.body.length));
    }
    expect(runHstsCase({ ...base, hacker: false }).learned).toBe('hsts.learned.gap');
    expect(runHstsCase({ ...base, hacker: false, visit: 'second' }).learned).toBe('hsts.learned.known');
  });

  it('is told as both visits, from the same seed in the same bytes', () => {
    const lesson = runHstsLesson(seededRandom('hsts'), keys);
    expect(lesson.learned).toBe('hsts.learned.both');
    expect(lesson.scenes.map(({ hacker }) => hacker)).toEqual([true, true]);
    expect(runHstsLesson(seededRandom('hsts'), keys).scenes[0]!.frames).toEqual(lesson.scenes[0]!.frames);
  });
});
