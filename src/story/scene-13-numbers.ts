/** Scene 13: both sides confirm their starting numbers. TCP's handshake, whole, with a SYN lost and with a stale one; and numbers guessed. */
import { utf8 } from '../bytes/index.ts';
import { runHandshake } from '../explain/net/tcp-handshake.ts';
import { type AttackFacts, runIsnAttack } from '../explain/net/tcp-isn-attack.ts';
import { runTwoWay } from '../explain/net/tcp-two-way.ts';
import { SYN, writePcapng } from '../net/index.ts';
import { arrowsOf, firstNumber } from './arrows.ts';
import { type Scene, step, traceOf, type World } from './scene.ts';

export function numbers({ random }: World): Scene {
  const draw = random.substream('scene13');
  const whole = runHandshake({ random: draw.substream('whole') });
  const lost = runHandshake({ random: draw.substream('lost'), lose: 'syn' });
  const stale = runTwoWay(draw.substream('stale')).facts;
  const { predictable, rfc6528 } = runIsnAttack(draw.substream('guess')).facts;
  const [{ noted, frames } = { noted: [], frames: [] }] = whole.scenes;
  const [x, y] = [firstNumber(noted, 'alice', SYN), firstNumber(noted, 'bob', SYN)];
  const { repeats, established } = lost.facts;

  const steps = [
    step('alice.syn', 'story.step.numbers.syn', { x }),
    step('bob.answer', 'story.step.numbers.answer', { y }),
    step('alice.confirm', 'story.step.numbers.confirm', { segments: frames.length }),
    step('alice.repeat', 'story.step.numbers.repeat', {
      after: millis(repeats[0]?.time),
      connected: millis(established.alice),
    }),
    step('bob.stale', 'story.step.numbers.stale', {
      two: stale.twoWay.open,
      three: stale.threeWay.open,
    }),
    step('hacker.ask', 'story.step.numbers.ask', {
      sample: predictable.sample,
      guess: predictable.guess,
    }),
    step('bob.believe', isTaken(predictable) ? 'story.step.numbers.believe' : 'story.step.numbers.doubt', {
      number: predictable.number,
      ...(isTaken(predictable) && { command: utf8(predictable.received) }),
    }),
    step('hacker.again', 'story.step.numbers.again', { guess: rfc6528.guess }),
    step('bob.doubt', isTaken(rfc6528) ? 'story.step.numbers.believe' : 'story.step.numbers.doubt', {
      number: rfc6528.number,
    }),
  ];
  return {
    number: 13,
    title: 'story.title.numbers',
    trace: traceOf(13, steps, utf8(predictable.received)),
    attacks: [
      { attempt: 'story.attack.isnOld', succeeded: isTaken(predictable), because: 'story.because.isnStep' },
      { attempt: 'story.attack.isnHashed', succeeded: isTaken(rfc6528), because: 'story.because.isnSecret' },
    ],
    figures: [
      { kind: 'arrows', caption: 'story.figure.threeArrows', other: 'bob', rows: arrowsOf(noted, { x, y }) },
    ],
    pictures: [],
    documents: [
      {
        name: 'tcp-handshake.pcapng',
        about: 'story.document.tcpHandshake',
        content: writePcapng({ packets: frames, interfaceName: 'line' }),
      },
    ],
    learned: 'story.learned.numbers',
    stillCan: 'story.still.numbers',
  };
}

/** Whether Bob's program was given the hacker's command as Alice's. */
function isTaken({ established, received }: AttackFacts): boolean {
  return established && received !== '';
}

function millis(micros: number | null | undefined): number {
  return Math.round((micros ?? 0) / 1000);
}
