/** Scene 9: encrypted to whom? The hacker swaps the public key on its way, and both sides are happy. */
import { equalConstantTime, fromUtf8, utf8 } from '../bytes/index.ts';
import { sha256 } from '../hash/index.ts';
import { i2osp } from '../math/index.ts';
import { modulusLength, publicKeyOf, type RsaPublicKey } from '../rsa/index.ts';
import { keyOf } from './rsa-keys.ts';
import { type Scene, step, traceOf, type World } from './scene.ts';
import { openEnvelope, sealEnvelope } from './scene-8-envelope.ts';

const LETTER = utf8('Dear Bob, the money is 100 paces from the mill. Alice');
const FORGED = utf8(fromUtf8(LETTER).replace('100', '900'));
const NOTHING = new Uint8Array(0);

export function swappedKey({ random }: World): Scene {
  const draw = random.substream('scene9');
  const bob = keyOf(random, 'bob');
  const hacker = keyOf(random, 'hacker');

  // Bob's key goes out, another one arrives: both are just numbers.
  const sentKey = publicKeyOf(bob);
  const arrivedKey = publicKeyOf(hacker);
  const toHacker = sealEnvelope(arrivedKey, LETTER, draw.substream('alice'));
  const read = openEnvelope(hacker, toHacker) ?? NOTHING;
  const toBob = sealEnvelope(sentKey, FORGED, draw.substream('hacker'));
  const received = openEnvelope(bob, toBob) ?? NOTHING;
  const passedOn = openEnvelope(bob, toHacker);

  const fingerprints = { sent: fingerprint(sentKey), arrived: fingerprint(arrivedKey) };
  const noticed = !equalConstantTime(fingerprints.sent, fingerprints.arrived);

  const steps = [
    step('bob.publish', 'story.step.swap.publish', { fingerprint: fingerprints.sent }),
    step('hacker.swap', 'story.step.swap.swap', { fingerprint: fingerprints.arrived }),
    step('alice.seal', 'story.step.swap.seal', { ciphertext: toHacker.sealed }),
    step('hacker.read', 'story.step.swap.read', { plaintext: read }),
    step('hacker.write', 'story.step.swap.write', { ciphertext: toBob.sealed }),
    step('bob.open', 'story.step.swap.open', { plaintext: received }),
    step('alice.phone', noticed ? 'story.step.swap.phone' : 'story.step.swap.same', fingerprints),
  ];
  return {
    number: 9,
    title: 'story.title.swap',
    trace: traceOf(9, steps, read),
    attacks: [
      {
        attempt: 'story.attack.swapRead',
        succeeded: equalConstantTime(read, LETTER),
        because: 'story.because.anyKey',
      },
      {
        attempt: 'story.attack.swapAlter',
        succeeded: equalConstantTime(received, FORGED),
        because: 'story.because.anyKey',
      },
      {
        attempt: 'story.attack.swapForward',
        succeeded: passedOn !== undefined,
        because: 'story.because.otherKey',
      },
      { attempt: 'story.attack.swapCompared', succeeded: !noticed, because: 'story.because.compared' },
    ],
    figures: [
      {
        kind: 'relay',
        caption: 'story.figure.relay',
        legs: [
          { from: 'alice', to: 'hacker', key: 'hacker', plaintext: read },
          { from: 'hacker', to: 'bob', key: 'bob', plaintext: received },
        ],
      },
    ],
    pictures: [],
    learned: 'story.learned.swap',
    stillCan: 'story.still.swap',
  };
}

/** What two people compare by telephone: the first eight bytes of a hash of n. */
function fingerprint(publicKey: RsaPublicKey): Uint8Array {
  return sha256(i2osp(publicKey.n, modulusLength(publicKey))).slice(0, 8);
}
