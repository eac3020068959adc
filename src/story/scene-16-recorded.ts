/**
 * Scene 16: recorded today, read tomorrow. A TLS connection is opened years later with the stolen RSA key, from the recorded bytes
 * alone; beside it one whose keys came from Diffie–Hellman.
 */
import { equalConstantTime, utf8 } from '../bytes/index.ts';
import { converse, recordingOf } from '../explain/tls-wire/conversation.ts';
import { converseEphemerally } from '../explain/tls-wire/ephemeral.ts';
import { tryPrivateKey } from '../explain/tls-wire/thief.ts';
import { byteLength, i2osp } from '../math/index.ts';
import { decryptRecording } from '../tls/index.ts';
import { keyOf } from './rsa-keys.ts';
import { type Scene, step, type TapeRow, traceOf, type World } from './scene.ts';
import { introduceTlsPeople } from './tls-people.ts';

const SECRET = utf8('The gold lies 40 paces north of the mill. Alice');
const ANSWER = utf8('I have read and burnt it. Bob');
const LATER = utf8('It now lies under the bridge. Alice');
const NOTHING = new Uint8Array(0);

export function recorded({ random }: World): Scene {
  const draw = random.substream('scene16');
  const people = introduceTlsPeople(random, draw.substream('serials'));
  const said = { request: [SECRET], answer: [ANSWER] };
  const told = converse(people.plan(draw.substream('rsa'), said));
  const tape = recordingOf(told);
  const ephemeral = converseEphemerally({
    certificates: people.certificates,
    privateKey: people.keys.bob,
    request: SECRET,
    answer: ANSWER,
    random: draw.substream('dh'),
  });

  // Today the hacker has both tapes, what everybody has, and a key of his own.
  const today = decryptRecording(tape, people.keys.hacker);
  const todayDh = tryPrivateKey(ephemeral, keyOf(random, 'hacker'));

  // Years later he has Bob's private key.
  const later = decryptRecording(tape, people.keys.bob);
  const laterDh = tryPrivateKey(ephemeral, keyOf(random, 'bob'));
  const read = later.opened ? later.data.client : NOTHING;

  // And from now on he answers as Bob.
  const posed = converse(people.plan(draw.substream('posed'), { request: [LATER], answer: [ANSWER] }));
  const deceived = posed.sides.client.connected ? posed.sides.server.read : NOTHING;

  const steps = [
    step('alice.tell', 'story.step.tape.tell', {
      ciphertext: told.passed.find(({ type }) => type === 'application_data')?.record ?? NOTHING,
      bytes: tape.client.length + tape.server.length,
    }),
    step('hacker.record', today.opened ? 'story.step.tape.open' : 'story.step.tape.record'),
    step('hacker.steal', 'story.step.tape.steal'),
    step('hacker.read', later.opened ? 'story.step.tape.read' : 'story.step.tape.closed', {
      ...(later.opened && { premaster: later.premasterSecret, master: later.masterSecret }),
      plaintext: read,
    }),
    step('alice.agree', ephemeral.agreed ? 'story.step.tape.agree' : 'story.step.tape.disagree', {
      aliceSends: bytesOf(ephemeral.publicValues.client),
      bobSends: bytesOf(ephemeral.publicValues.server),
    }),
    step('hacker.try', laterDh.opened > 0 ? 'story.step.tape.openDh' : 'story.step.tape.try', {
      tries: laterDh.tries,
      opened: laterDh.opened,
    }),
    step('hacker.pose', 'story.step.tape.pose', { plaintext: deceived }),
  ];
  const rows: TapeRow[] = [
    {
      tape: 'story.tape.rsa',
      readable: { talk: today.opened, goodbye: today.opened, theft: later.opened },
    },
    {
      tape: 'story.tape.dh',
      readable: { talk: todayDh.opened > 0, goodbye: todayDh.opened > 0, theft: laterDh.opened > 0 },
    },
  ];
  return {
    number: 16,
    title: 'story.title.tape',
    trace: traceOf(16, steps, read),
    attacks: [
      {
        attempt: 'story.attack.tapeToday',
        succeeded: today.opened,
        because: 'story.because.privateKey',
      },
      {
        attempt: 'story.attack.tapeRsa',
        succeeded: equalConstantTime(read, SECRET),
        because: 'story.because.keyOnTape',
      },
      {
        attempt: 'story.attack.tapeDh',
        succeeded: laterDh.opened > 0,
        because: 'story.because.valuesGone',
      },
      {
        attempt: 'story.attack.tapePose',
        succeeded: equalConstantTime(deceived, LATER),
        because: 'story.because.keyIsBob',
      },
    ],
    figures: [{ kind: 'timeline', caption: 'story.figure.timeline', rows }],
    pictures: [],
    learned: 'story.learned.tape',
    stillCan: 'story.still.tape',
  };
}

function bytesOf(number: bigint): Uint8Array {
  return i2osp(number, byteLength(number));
}
