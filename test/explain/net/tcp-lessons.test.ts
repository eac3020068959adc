/** What the lessons on TCP's opening and closing tell, by exact timelines; times are microseconds. */
import { describe, expect, it } from 'vitest';
import type { NetLesson } from '../../../src/explain/net/lesson.ts';
import { runClose, runForgetClose } from '../../../src/explain/net/tcp-close.ts';
import { HANDSHAKE_LOSSES, runHandshake } from '../../../src/explain/net/tcp-handshake.ts';
import { runIsnAttack } from '../../../src/explain/net/tcp-isn-attack.ts';
import { runLastAckLost, runReusePort } from '../../../src/explain/net/tcp-time-wait.ts';
import { runTwoWay } from '../../../src/explain/net/tcp-two-way.ts';
import { flagLetters } from '../../../src/net/index.ts';
import { seededRandom } from '../../../src/random/index.ts';

const random = seededRandom('test');

/** `0 a S`: when, from which end, which flags; `!` where it was lost. */
function timeline({ scenes }: NetLesson, scene = 0): string[] {
  return scenes[scene]!.noted.flatMap((one) => {
    if (one.kind !== 'frame') return [];
    const lost = one.seen.fate === 'dropped' ? '!' : '';
    return [`${one.time} ${one.seen.from} ${flagLetters(one.packet.tcp!.flags)}${lost}`];
  });
}

describe('the handshake', () => {
  it('takes three segments', () => {
    const lesson = runHandshake({ random, isn: [3_626_544_836, 1_739_326_486] });
    expect(timeline(lesson)).toEqual(['0 a S', '10000 b S.', '20000 a .']);
    expect(lesson.facts).toEqual({
      segments: 3,
      isn: { alice: 3_626_544_836, bob: 1_739_326_486 },
      established: { alice: 20_000, bob: 30_000 },
      repeats: [],
    });
  });

  it.each([
    ['syn', ['0 a S!', '1000000 a S', '1010000 b S.', '1020000 a .']],
    ['syn-ack', ['0 a S', '10000 b S.!', '1000000 a S', '1010000 b S.', '1010000 b .', '1020000 a .']],
    ['ack', ['0 a S', '10000 b S.', '20000 a .!', '1010000 b S.', '1020000 a .']],
  ] as const)('without the first %s', (lose, lines) => {
    expect(HANDSHAKE_LOSSES).toContain(lose);
    expect(timeline(runHandshake({ random, lose }))).toEqual(lines);
  });

  it('of two segments leaves a connection that nobody wants', () => {
    const lesson = runTwoWay(random);
    // One answer to one SYN, and nothing else.
    expect(timeline(lesson)).toEqual(['0 a S!', '2000000 a S', '2010000 b S.']);
    expect(timeline(lesson, 1)).toEqual(['0 a S!', '2000000 a S', '2010000 b S.', '2020000 a R']);
    expect(lesson.facts).toEqual({
      twoWay: { open: 1, resets: 0 },
      threeWay: { open: 0, resets: 1 },
    });
    // It was not lost, and nobody else put it in.
    for (const { noted } of lesson.scenes) {
      const marks = noted.flatMap((one) => (one.kind === 'frame' ? [one.delayed] : []));
      expect(marks.slice(0, 3)).toEqual(['held', 'late', undefined]);
    }
  });

  it('is forged where the number can be guessed, and only there', () => {
    const lesson = runIsnAttack(random);
    const { predictable, rfc6528 } = lesson.facts;
    // Chosen from the facts: both halves of the sentence are true of the run.
    expect(lesson.learned).toBe('tcp.handshake.learned.attack');
    // Alice, without power, says nothing in either panel; Bob resets what acknowledges another number.
    expect(
      [0, 1].map((scene) =>
        lesson.scenes[scene]!.noted.some((one) => one.kind !== 'frame' && one.who === 'alice'),
      ),
    ).toEqual([false, false]);
    expect(
      timeline(lesson)
        .filter((line) => line.includes(' b '))
        .map((line) => line.split(' ')[2]),
    ).toEqual(['S.', 'S.']);
    expect(timeline(lesson, 1).slice(-2)).toEqual(['70000 b R', '70000 b R']);
    expect(predictable).toEqual({
      sample: 1,
      guess: 64_001,
      number: 64_001,
      established: true,
      received: 'echo + + >> .rhosts\n',
    });
    expect(rfc6528).toMatchObject({ established: false, received: '' });
  });
});

describe('the close', () => {
  const closing = (lesson: NetLesson) => timeline(lesson).slice(3);

  it.each([
    ['four', ['100000 a F.', '110000 b .', '115000 b F.', '125000 a .']],
    ['three', ['100000 a F.', '110000 b F.', '120000 a .']],
    ['simultaneous', ['100000 a F.', '100000 b F.', '110000 b .', '110000 a .']],
    ['half', ['100000 a F.', '110000 b .', '115000 b P.', '140000 b F.', '150000 a .']],
  ] as const)('%s', (kind, lines) => {
    const lesson = runClose(random, kind);
    expect(closing(lesson).sort()).toEqual([...lines].sort());
    expect(lesson.facts).toMatchObject({ timeWait: 60_000_000, receivedAfterFin: kind === 'half' ? 22 : 0 });
  });

  it('by both at once goes through CLOSING on both sides', () => {
    const states = ['SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-1', 'CLOSING', 'TIME-WAIT', 'CLOSED'];
    expect(runClose(random, 'simultaneous').facts.states).toEqual({
      alice: states,
      bob: ['SYN-RECEIVED', ...states.slice(1)],
    });
  });

  it('goes through CLOSE-WAIT before LAST-ACK, also where the program closes at once', () => {
    expect(runClose(random, 'three').facts.states).toMatchObject({
      bob: ['SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSED'],
    });
  });

  it('with the last ACK lost: TIME-WAIT answers, without it there is a reset', () => {
    expect(runLastAckLost(random).facts).toMatchObject({
      withTimeWait: { resets: 0, repeats: [{ who: 'bob', time: 330_000, why: 'timeout' }] },
      without: { resets: 1, repeats: [{ who: 'bob', time: 330_000 }] },
    });
  });

  it('without TIME-WAIT an old duplicate is taken into the new connection', () => {
    expect(runReusePort(random).facts).toEqual({
      withTimeWait: { refused: true, payments: 1 },
      without: { refused: false, payments: 2 },
    });
  });

  it('that is forgotten fills the server', () => {
    expect(runForgetClose(random).facts.tally).toMatchObject({ LISTEN: 1, 'CLOSE-WAIT': 5, ESTABLISHED: 0 });
  });
});
