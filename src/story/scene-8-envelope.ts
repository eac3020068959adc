/** Scene 8: slow RSA carries the fast key. A letter under AES, and its key under RSA: a digital envelope. */
import { aes } from '../block/index.ts';
import { concatAll, equalConstantTime, utf8 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { sha256 } from '../hash/index.ts';
import { gcmOpen, gcmSeal } from '../modes/index.ts';
import type { RandomSource } from '../random/index.ts';
import {
  maxOaepLength,
  modulusLength,
  oaepDecrypt,
  oaepEncrypt,
  publicKeyOf,
  type RsaPrivateKey,
  type RsaPublicKey,
} from '../rsa/index.ts';
import { keyOf } from './rsa-keys.ts';
import { type CostRow, type Scene, step, traceOf, type World } from './scene.ts';

const LINE = utf8('Dear Bob, here are the plans of the bridge, page by page, as I promised you. ');
const LETTER = concatAll(Array.from({ length: 1300 }, () => LINE));
const FORGED = utf8('Dear Bob, please burn the plans. Yours, Alice');
/** Keys that the hacker draws at random. */
const GUESSES = 1000;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

export interface Envelope {
  /** The AES key under RSA-OAEP. */
  readonly wrapped: Uint8Array;
  readonly nonce: Uint8Array;
  /** The letter under AES-128-GCM. */
  readonly sealed: Uint8Array;
}

export function envelope({ random }: World): Scene {
  const draw = random.substream('scene8');
  const bob = keyOf(random, 'bob');
  const hacker = keyOf(random, 'hacker');
  const sent = sealEnvelope(publicKeyOf(bob), LETTER, draw.substream('alice'));
  const received = openEnvelope(bob, sent);

  const withOwnKey = openEnvelope(hacker, sent);
  const guesses = draw.substream('guesses');
  let guessed = false;
  for (let i = 0; i < GUESSES; i++) guessed ||= openWithKey(guesses.bytes(16), sent) !== undefined;
  const altered = { ...sent, sealed: sent.sealed.slice() };
  altered.sealed[0]! ^= 1;
  const bobReads = openEnvelope(bob, altered);
  const forged = openEnvelope(bob, sealEnvelope(publicKeyOf(bob), FORGED, draw.substream('hacker')));

  const room = maxOaepLength(bob, sha256);
  const blocks = Math.ceil(LETTER.length / room);
  const k = modulusLength(bob);
  const aesBlocks = Math.ceil(LETTER.length / 16);
  const rows: CostRow[] = [
    { way: 'story.way.rsa', rsaBlocks: blocks, aesBlocks: 0, bytes: blocks * k },
    {
      way: 'story.way.envelope',
      rsaBlocks: 1,
      aesBlocks,
      bytes: sent.wrapped.length + sent.nonce.length + sent.sealed.length,
    },
    {
      way: 'story.way.aes',
      rsaBlocks: 0,
      aesBlocks,
      bytes: LETTER.length + NONCE_LENGTH + TAG_LENGTH,
    },
  ];
  const steps = [
    step('alice.limit', 'story.step.envelope.limit', { room, bytes: LETTER.length }),
    step('alice.seal', 'story.step.envelope.seal', { ciphertext: sent.sealed.slice(0, 64) }),
    step('alice.wrap', 'story.step.envelope.wrap', { wrapped: sent.wrapped }),
    step('bob.open', 'story.step.envelope.open', { plaintext: (received ?? new Uint8Array(0)).slice(0, 77) }),
    step('hacker.listen', 'story.step.envelope.listen', { guesses: GUESSES }),
    step('hacker.alter', 'story.step.envelope.alter'),
    step('hacker.write', 'story.step.envelope.write', { plaintext: forged ?? new Uint8Array(0) }),
  ];
  return {
    number: 8,
    title: 'story.title.envelope',
    trace: traceOf(8, steps, forged ?? new Uint8Array(0)),
    attacks: [
      {
        attempt: 'story.attack.openEnvelope',
        succeeded: withOwnKey !== undefined,
        because: 'story.because.privateKey',
      },
      { attempt: 'story.attack.guessKey', succeeded: guessed, because: 'story.because.manyKeys' },
      {
        attempt: 'story.attack.alterEnvelope',
        succeeded: bobReads !== undefined,
        because: 'story.because.tag',
      },
      {
        attempt: 'story.attack.ownEnvelope',
        succeeded: forged !== undefined && equalConstantTime(forged, FORGED),
        because: 'story.because.keyIsPublic',
      },
    ],
    figures: [{ kind: 'costs', caption: 'story.figure.costs', rows }],
    pictures: [],
    learned: 'story.learned.envelope',
    stillCan: 'story.still.envelope',
  };
}

/** A fresh AES key for the letter, and that key for the holder of the private key. */
export function sealEnvelope(publicKey: RsaPublicKey, letter: Uint8Array, random: RandomSource): Envelope {
  const key = random.bytes(16);
  const nonce = random.bytes(NONCE_LENGTH);
  return {
    wrapped: oaepEncrypt(publicKey, key, { hash: sha256, random }),
    nonce,
    sealed: gcmSeal(aes(key), nonce, letter),
  };
}

/** The letter, or nothing where the key is another or anything was changed. */
export function openEnvelope(privateKey: RsaPrivateKey, sent: Envelope): Uint8Array | undefined {
  const key = attempt(() => oaepDecrypt(privateKey, sent.wrapped, { hash: sha256 }));
  return key && openWithKey(key, sent);
}

function openWithKey(key: Uint8Array, { nonce, sealed }: Envelope): Uint8Array | undefined {
  return attempt(() => gcmOpen(aes(key), nonce, sealed));
}

/** Nothing where a padding, a tag or a number does not fit: the other side sends what it likes. */
function attempt(open: () => Uint8Array): Uint8Array | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}
