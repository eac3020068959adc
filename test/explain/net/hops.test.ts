/** HTTP between the parties of a line: one answer to a request, whatever a client sends behind it. */
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../../../src/bytes/index.ts';
import { Hops } from '../../../src/explain/net/hops.ts';
import { BOB, openLine } from '../../../src/explain/net/line.ts';
import { bareAnswer } from '../../../src/net/http/bare-answer.ts';
import { seededRandom } from '../../../src/random/index.ts';

/** The status of each answer to what a client sends, a piece every 100 ms. */
function answersTo(...pieces: string[]): string[] {
  const line = openLine({ random: seededRandom('hops') });
  new Hops(line).serve({
    host: line.bob,
    as: 'bank',
    port: 80,
    answer: (_request, reply) => reply(bareAnswer(204)),
  });
  let got = '';
  const socket = line.alice.connect(BOB.address, 80, {
    onData: (bytes) => {
      got += fromUtf8(bytes);
    },
  });
  pieces.forEach((piece, i) => {
    line.clock.at((i + 1) * 100_000, () => socket.send(utf8(piece)));
  });
  line.clock.run({ until: 5_000_000 });
  return [...got.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status!);
}

const get = (more = '') => `GET / HTTP/1.1\r\nHost: bank.example\r\n${more}\r\n`;

describe('a server of the lessons', () => {
  it('answers each request', () => expect(answersTo(get() + get(), get())).toEqual(['204', '204', '204']));

  it('says no more behind the answer to Connection: close', () => {
    expect(answersTo(`${get('Connection: close\r\n')}${get()}`)).toEqual(['204']);
    expect(answersTo(get('Connection: close\r\n'), get())).toEqual(['204']);
  });

  it('refuses nonsense once', () => {
    expect(answersTo(`${get()}nonsense\r\n`, 'more\r\n')).toEqual(['204', '400']);
  });
});
