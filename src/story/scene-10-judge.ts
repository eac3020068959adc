/** Scene 10: a signature convinces a third party, a MAC cannot. Sign, verify, deny; and the judge's table. */
import { equalConstantTime, fromUtf8, utf8 } from '../bytes/index.ts';
import { sha256 } from '../hash/index.ts';
import { hmac } from '../mac/index.ts';
import {
  decryptBlock,
  encryptBlock,
  pssSign,
  pssVerify,
  publicKeyOf,
  type RsaPrivateKey,
} from '../rsa/index.ts';
import { keyOf, type Person } from './rsa-keys.ts';
import { type JudgeRow, type Scene, step, traceOf, type World } from './scene.ts';

const ORDER = utf8('I, Alice, order 100 horses from Bob.');
const FORGED = utf8(fromUtf8(ORDER).replace('100', '900'));

export function judge({ random }: World): Scene {
  const draw = random.substream('scene10');
  const alice = keyOf(random, 'alice');
  const known = publicKeyOf(alice);
  const shared = draw.substream('mac').bytes(32);

  // What the judge does with what is put before him; for a tag both must tell him their key.
  const fitsSignature = (order: Uint8Array, signature: Uint8Array) =>
    pssVerify(known, sha256, order, signature).valid;
  const fitsTag = (order: Uint8Array, tag: Uint8Array) => equalConstantTime(hmac(sha256, shared, order), tag);

  const signature = pssSign(alice, sha256, ORDER, { random: draw.substream('salt') });
  const tag = hmac(sha256, shared, ORDER);

  // Everybody tries to make a piece of evidence for the forged order: with all the keys that they have.
  const holdsMacKey: Record<Person, boolean> = { alice: true, bob: true, hacker: false };
  const signs = (person: Person, key: RsaPrivateKey) =>
    fitsSignature(FORGED, pssSign(key, sha256, FORGED, { random: draw.substream(`salt.${person}`) }));
  const tags = (person: Person) =>
    fitsTag(FORGED, hmac(sha256, holdsMacKey[person] ? shared : draw.substream('guess').bytes(32), FORGED));
  const bobs = keyOf(random, 'bob');
  const hackers = keyOf(random, 'hacker');
  const made = {
    tag: { alice: tags('alice'), bob: tags('bob'), hacker: tags('hacker') },
    signature: { alice: signs('alice', alice), bob: signs('bob', bobs), hacker: signs('hacker', hackers) },
  };
  const onlyAlice = ({ alice: a, bob: b, hacker: h }: Readonly<Record<Person, boolean>>) => a && !b && !h;
  const rows: JudgeRow[] = [
    { evidence: 'story.evidence.tag', makes: made.tag, convinced: onlyAlice(made.tag) },
    { evidence: 'story.evidence.signature', makes: made.signature, convinced: onlyAlice(made.signature) },
  ];

  const moved = fitsSignature(FORGED, signature);
  // Textbook RSA signs bare numbers, and signatures multiply as the numbers do: from 9 and 100 comes 900.
  const product = (decryptBlock(alice, 9n) * decryptBlock(alice, 100n)) % known.n;
  const textbook = encryptBlock(known, product) === 900n;
  const padded = pssVerify(known, sha256, FORGED, draw.substream('random').bytes(256)).valid;

  const steps = [
    step('alice.sign', 'story.step.judge.sign', { plaintext: ORDER, signature }),
    step('bob.verify', fitsSignature(ORDER, signature) ? 'story.step.judge.good' : 'story.step.judge.bad'),
    step('hacker.forge', moved ? 'story.step.judge.good' : 'story.step.judge.moved', { plaintext: FORGED }),
    step('hacker.multiply', 'story.step.judge.multiply', { n: `${encryptBlock(known, product)}` }),
    step('alice.deny', 'story.step.judge.deny'),
    step('bob.sue', rows[1]!.convinced ? 'story.step.judge.proved' : 'story.step.judge.open'),
    step('alice.tag', 'story.step.judge.tag', { tag }),
    step('bob.sueTag', rows[0]!.convinced ? 'story.step.judge.proved' : 'story.step.judge.open'),
    step('bob.tag', 'story.step.judge.bobTag', { plaintext: FORGED, tag: hmac(sha256, shared, FORGED) }),
  ];
  return {
    number: 10,
    title: 'story.title.judge',
    trace: traceOf(10, steps, signature),
    attacks: [
      {
        attempt: 'story.attack.forgeSignature',
        succeeded: moved || padded || made.signature.hacker,
        because: 'story.because.noPrivateKey',
      },
      { attempt: 'story.attack.forgeTextbook', succeeded: textbook, because: 'story.because.noHash' },
      {
        attempt: 'story.attack.denySignature',
        succeeded: !rows[1]!.convinced,
        because: 'story.because.onlySigner',
      },
      { attempt: 'story.attack.denyTag', succeeded: !rows[0]!.convinced, because: 'story.because.sharedKey' },
    ],
    figures: [{ kind: 'judge', caption: 'story.figure.judge', rows }],
    pictures: [],
    learned: 'story.learned.judge',
    stillCan: 'story.still.judge',
  };
}
