/** From the URL to the page, in memory: with TLS and without, on a good line and a bad one. */
import { describe, expect, it } from 'vitest';
import { fromUtf8 } from '../../../src/bytes/index.ts';
import { BOB, lastState } from '../../../src/explain/net/line.ts';
import { cachesBefore } from '../../../src/explain/net/name-lookup.ts';
import { LOSSY, PASSWORD, runWeb } from '../../../src/explain/net/web.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { demoKeys } from '../tls-conversation.ts';

const keys = demoKeys();
const clear = runWeb({ random: seededRandom('web') });
const secure = runWeb({ random: seededRandom('web'), keys });
const text = (lesson: typeof clear) =>
  lesson.frames.map(({ seen }) => String.fromCharCode(...seen.frame)).join('\n');

describe('the way to the page', () => {
  it('costs one round trip each for DNS, TCP and the close, three for HTTP, and two for TLS', () => {
    const trips = (lesson: typeof clear) => lesson.phases.map(({ phase, time }) => [phase, time / 20_000]);
    const before = [
      ['dns', 1],
      ['tcp', 1],
    ];
    const after = [
      ['http', 3],
      ['close', 1],
    ];
    expect(trips(clear)).toEqual([...before, ...after]);
    expect(trips(secure)).toEqual([...before, ['tls', 2], ...after]);
    expect(secure.phases.reduce((sum, { frames }) => sum + frames, 0)).toBe(secure.frames.length);
  });

  it('asks for the address since only the resolver has it, and would not ask again', () => {
    expect(clear.known).toEqual({ address: BOB.address, by: 'resolver', ttl: 3600 });
    const caches = cachesBefore('bank.example', 0);
    caches.find('bank.example', 0);
    expect(caches.find('bank.example', 3599)).toEqual({ address: BOB.address, by: 'browser', ttl: 1 });
    expect(caches.find('bank.example', 3600)).toBeUndefined();
  });

  it('stays at the bank for a path that begins with two slashes', () => {
    for (const path of ['//evil.example/x', '//[']) {
      const { request } = runWeb({ random: seededRandom('web'), path }).exchanges.at(-1)!;
      expect([request.target, request.headers[0]?.value]).toEqual([path, 'bank.example']);
    }
  });

  it('goes where the log-in leads first, and then to another page that is wanted', () => {
    const { exchanges } = runWeb({ random: seededRandom('web'), path: '/account?all' });
    expect(exchanges.map(({ request, response }) => [request.target, response.status])).toEqual([
      ['/login', 200],
      ['/login', 303],
      ['/account', 200],
      ['/account?all', 200],
    ]);
  });

  it('is the same log-in both times, but for what only https has', () => {
    const lines = (lesson: typeof clear) =>
      lesson.exchanges.map(({ request, response }) => [request.method, request.target, response.status]);
    expect(lines(clear)).toEqual([
      ['GET', '/login', 200],
      ['POST', '/login', 303],
      ['GET', '/account', 200],
    ]);
    expect(lines(secure)).toEqual(lines(clear));
    expect(fromUtf8(secure.exchanges[2]!.response.body)).toContain('Your account');
    const cookieOf = (lesson: typeof clear) =>
      lesson.exchanges[1]!.response.headers.find(({ name }) => name === 'Set-Cookie')!.value;
    expect(cookieOf(secure)).toMatch(/; Secure/);
    expect(cookieOf(clear)).not.toMatch(/; Secure/);
  });

  it('shows password and cookie on the line in clear, and with TLS neither', () => {
    for (const secret of [PASSWORD, clear.cookie!, 'GET /account']) {
      expect(text(clear)).toContain(secret);
      expect(text(secure)).not.toContain(secret);
    }
    expect(text(secure)).not.toContain(secure.cookie!);
    expect(text(secure)).toContain('bank.example');
  });

  it('gives the same bytes from the same seed, and others from another', () => {
    expect(text(runWeb({ random: seededRandom('web'), keys }))).toBe(text(secure));
    expect(text(runWeb({ random: seededRandom('else'), keys }))).not.toBe(text(secure));
  });

  it('reaches the page on a bad line too, and both ends end in CLOSED', () => {
    let again = 0;
    for (let n = 0; n < 40; n++) {
      const lesson = runWeb({ random: seededRandom(`bad${n}`), hazards: LOSSY });
      expect(lesson.exchanges.map(({ response }) => response.status)).toEqual([200, 303, 200]);
      expect([lastState(lesson.noted, 'alice'), lastState(lesson.noted, 'bob')]).toEqual([
        'CLOSED',
        'CLOSED',
      ]);
      again += lesson.frames.filter((frame) => frame.again).length;
    }
    expect(again).toBeGreaterThan(20);
  });
});
