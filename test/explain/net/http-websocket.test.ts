/** The upgrade of RFC 6455's example, and who masks what. */
import { describe, expect, it } from 'vitest';
import { runWebSocket } from '../../../src/explain/net/http-websocket.ts';
import { lastState } from '../../../src/explain/net/line.ts';
import { header } from '../../../src/net/http/message.ts';
import { seededRandom } from '../../../src/random/index.ts';

const lesson = runWebSocket(seededRandom('websocket'), 'dGhlIHNhbXBsZSBub25jZQ==');

describe('the lesson on WebSocket', () => {
  it('has the accept key of RFC 6455, 1.3, step by step', () => {
    expect(lesson.digest).toBe('b37a4f2cc0624f1690f64606cf385945b2bec4ea');
    expect(lesson.accept).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
  });

  it('asks as a browser must: with the origin of the page (RFC 6455, 4.1)', () => {
    expect(header(lesson.request, 'Origin')).toBe('http://bank.example');
  });

  it('says text, ping, pong and close; the client masks with a fresh key each time, the server never', () => {
    expect(lesson.frames.map(({ from, opcode, text }) => `${from} ${opcode} ${text}`)).toEqual([
      'alice text balance?',
      'bank text 100 euros',
      'bank ping there?',
      'alice pong there?',
      'alice close 1000 bye',
      'bank close 1000 bye',
    ]);
    const masks = lesson.frames.filter(({ from }) => from === 'alice').map(({ mask }) => mask);
    expect(new Set(masks).size).toBe(3);
    expect(masks).not.toContain(null);
    expect(lesson.frames.every(({ from, mask }) => (from === 'bank') === (mask === null))).toBe(true);
    const ends = (['alice', 'bob'] as const).map((who) => lastState(lesson.scenes[0]!.noted, who));
    expect(ends).toEqual(['CLOSED', 'CLOSED']);
  });

  it('draws a key where none is given', () => {
    const drawn = [runWebSocket(seededRandom('a')), runWebSocket(seededRandom('b'))].map(({ key }) => key);
    expect(new Set(drawn).size).toBe(2);
    expect(drawn[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });
});
