/** Scene 7: a public key solves distribution, if factoring is hard. Toy RSA by hand, then 2048 bits. */
import { equalConstantTime, utf8 } from '../bytes/index.ts';
import { sha256 } from '../hash/index.ts';
import { factor, findPrime, i2osp, lcm, modInverse } from '../math/index.ts';
import type { RandomSource } from '../random/index.ts';
import {
  decryptBlock,
  encryptBlock,
  generateKey,
  oaepDecrypt,
  oaepEncrypt,
  publicKeyOf,
} from '../rsa/index.ts';
import { keyOf } from './rsa-keys.ts';
import { type Scene, step, traceOf, type WorkRow, type World } from './scene.ts';

/** Small enough for paper: p = 61, q = 53, e = 17, and the message 65. */
const [P, Q, E, M] = [61n, 53n, 17n, 65n];
/** What Bob may be told: as a number, and as a word. No 1, which RSA leaves as it is. */
const YES = { number: 2n, word: utf8('yes') };
const NO = { number: 3n, word: utf8('no') };
const ANSWERS = [YES, NO] as const;

const SMALL_BITS = 48;
const BITS = [32, 40, 48, 56, 64] as const;
/** Moduli of each size, of which the one in the middle counts. */
const SAMPLES = 5;
/** How far the hacker goes with the long modulus. */
const PATIENCE = 1 << 14;
const RHO = ['pollard-rho'] as const;

export function publicKey({ random }: World): Scene {
  const n = P * Q;
  const d = modInverse(E, lcm(P - 1n, Q - 1n));
  const toy = { n, e: E, d };
  const c = encryptBlock(toy, M);

  const draw = random.substream('scene7');
  const small = generateKey(SMALL_BITS, { random: draw.substream('small') });
  const secret = BigInt(1 + draw.substream('secret').bytes(1)[0]!);
  const sent = encryptBlock(small, secret);
  const { factors, steps: walked } = factor(small.n, { methods: RHO });
  const [p = 1n, q = 1n] = factors;
  const stolen = { n: small.n, e: small.e, d: modInverse(small.e, lcm(p - 1n, q - 1n)) };
  const read = decryptBlock(stolen, sent);

  const bob = keyOf(random, 'bob');
  const long = publicKeyOf(bob);
  const given = factor(long.n, { methods: RHO, maxSteps: PATIENCE });

  // Without padding the same number always becomes the same ciphertext, so a few candidates are soon tried.
  const answer = draw.substream('answer').bytes(1)[0]! % 2 === 0 ? YES : NO;
  const bare = encryptBlock(long, answer.number);
  const guessed = ANSWERS.filter(({ number }) => encryptBlock(long, number) === bare);
  const padded = oaepEncrypt(long, answer.word, { hash: sha256, random: draw.substream('oaep') });
  const chance = draw.substream('hacker');
  const [yes, no] = [YES, NO].map(({ word }) => oaepEncrypt(long, word, { hash: sha256, random: chance }));
  const opened = oaepDecrypt(bob, padded, { hash: sha256 });

  const rows = BITS.map((bits): WorkRow => ({ bits, steps: medianSteps(draw.substream(`n${bits}`), bits) }));
  const values = { n: `${n}`, e: `${E}` };
  const steps = [
    step('bob.toy', 'story.step.public.toy', { p: `${P}`, q: `${Q}`, ...values }),
    step('alice.toy', 'story.step.public.encrypt', { m: `${M}`, c: `${c}`, ...values }),
    step('bob.decrypt', 'story.step.public.decrypt', {
      ...{ c: `${c}`, d: `${d}`, n: `${n}` },
      m: `${decryptBlock(toy, c)}`,
    }),
    step('bob.small', 'story.step.public.small', { bits: SMALL_BITS, n: `${small.n}` }),
    step('alice.send', 'story.step.public.send', { m: `${secret}`, c: `${sent}` }),
    step('hacker.factor', 'story.step.public.factor', { p: `${p}`, q: `${q}`, steps: walked }),
    step('hacker.read', 'story.step.public.read', { m: `${read}` }),
    step('bob.long', 'story.step.public.long', { modulus: i2osp(long.n, 256) }),
    step('hacker.try', 'story.step.public.try', { steps: given.steps }),
    step('alice.answer', 'story.step.public.answer', { ciphertext: i2osp(bare, 256) }),
    step('hacker.guess', 'story.step.public.guess', { m: `${guessed[0]?.number ?? 0n}` }),
    step('alice.pad', 'story.step.public.pad', { ciphertext: padded }),
    step('hacker.again', 'story.step.public.again', { yes: yes!, no: no! }),
    step('bob.open', 'story.step.public.open', { plaintext: opened }),
  ];
  return {
    number: 7,
    title: 'story.title.public',
    trace: traceOf(7, steps, i2osp(read, 1)),
    attacks: [
      {
        attempt: 'story.attack.factorSmall',
        succeeded: p * q === small.n && read === secret,
        because: 'story.because.smallModulus',
      },
      {
        attempt: 'story.attack.factorLong',
        succeeded: given.factors.length > 0,
        because: 'story.because.longModulus',
      },
      {
        attempt: 'story.attack.guessPlain',
        succeeded: guessed.length === 1 && guessed[0] === answer,
        because: 'story.because.sameNumber',
      },
      {
        attempt: 'story.attack.guessPadded',
        succeeded: [yes!, no!].some((own) => equalConstantTime(own, padded)),
        because: 'story.because.randomPadding',
      },
    ],
    figures: [{ kind: 'work', caption: 'story.figure.work', rows }],
    pictures: [],
    learned: 'story.learned.public',
    stillCan: 'story.still.public',
  };
}

/** How many steps Pollard's rho takes for a modulus of that size. */
function medianSteps(random: RandomSource, bits: number): number {
  const all = Array.from({ length: SAMPLES }, () => {
    const prime = () => findPrime({ bits: bits / 2, random });
    return factor(prime() * prime(), { methods: RHO }).steps;
  });
  return all.sort((a, b) => a - b)[SAMPLES >> 1]!;
}
