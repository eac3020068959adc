/**
 * What public-key and symmetric operations cost beside each other, and so what it costs to send a message each way;
 * by a clock that the caller brings.
 */
import { aes } from '../block/index.ts';
import { sha256 } from '../hash/index.ts';
import { gcmOpen, gcmSeal } from '../modes/index.ts';
import { openJsbn, openNoble } from '../reference/index.ts';
import {
  decryptBlock,
  encryptBlock,
  maxOaepLength,
  maxPkcs1Length,
  modulusLength,
  type RsaPrivateKey,
} from '../rsa/index.ts';
import { fixedBytes } from './inputs.ts';
import { type Clock, medianTimes } from './speed.ts';

/** 1 MB, in bytes. */
export const MESSAGE_LENGTH = 1_000_000;

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** How often a short operation runs in one round: more than the clock's grain. */
const REPEATS = 20;

/** In milliseconds. */
export interface Times {
  readonly scratch: number;
  readonly reference: number;
}

/** One way of sending the message. */
export interface Sending {
  readonly way: 'aes' | 'rsa' | 'envelope';
  readonly messages: number;
  /** In bytes, with nonce, tag and padding. */
  readonly bytes: number;
  readonly sender: Times;
  readonly receiver: Times;
}

export interface Costs {
  /** In milliseconds for one operation. */
  readonly rsaPublic: Times;
  readonly rsaPrivate: Times;
  /** In milliseconds for the message. */
  readonly aesSeal: Times;
  readonly aesOpen: Times;
  /** The longest message, in bytes. */
  readonly limit: { readonly oaep: number; readonly pkcs1: number };
  readonly sendings: readonly Sending[];
}

/**
 * Measures with `key`; `done` is told after each of the four operations. RSA alone is computed from one operation.
 * `messageLength` is in bytes.
 */
export async function measureCosts(
  key: RsaPrivateKey,
  now: Clock,
  done: () => Promise<void>,
  messageLength = MESSAGE_LENGTH,
): Promise<Costs> {
  const [{ jsbnPrivate, jsbnPublic }, { nobleAesGcm }] = await Promise.all([openJsbn(), openNoble()]);
  const m = key.n / 3n;
  const c = encryptBlock(key, m);
  const aesKey = fixedBytes(16);
  const cipher = aes(aesKey);
  const nonce = fixedBytes(NONCE_LENGTH);
  const msg = fixedBytes(messageLength);
  const sealed = gcmSeal(cipher, nonce, msg);
  const aad = new Uint8Array(0);

  const measured = async (ours: () => unknown, theirs: () => unknown, repeats = 1): Promise<Times> => {
    const [scratch = 0, reference = 0] = medianTimes([ours, theirs], now, repeats);
    await done();
    return { scratch, reference };
  };
  const rsaPublic = await measured(
    () => encryptBlock(key, m),
    () => jsbnPublic(key, m),
    REPEATS,
  );
  const rsaPrivate = await measured(
    () => decryptBlock(key, c),
    () => jsbnPrivate(key, c),
  );
  const aesSeal = await measured(
    () => gcmSeal(aes(aesKey), nonce, msg),
    () => nobleAesGcm.seal(aesKey, nonce, msg, aad),
  );
  const aesOpen = await measured(
    () => gcmOpen(aes(aesKey), nonce, sealed),
    () => nobleAesGcm.open(aesKey, nonce, sealed, aad),
  );

  const limit = { oaep: maxOaepLength(key, sha256), pkcs1: maxPkcs1Length(key) };
  const k = modulusLength(key);
  const messages = Math.ceil(messageLength / limit.oaep);
  const sealedLength = NONCE_LENGTH + messageLength + TAG_LENGTH;
  const sendings: Sending[] = [
    { way: 'aes', messages: 1, bytes: sealedLength, sender: aesSeal, receiver: aesOpen },
    {
      way: 'rsa',
      messages,
      bytes: messages * k,
      sender: timesOf(messages, rsaPublic),
      receiver: timesOf(messages, rsaPrivate),
    },
    {
      way: 'envelope',
      messages: 2,
      bytes: k + sealedLength,
      sender: sum(rsaPublic, aesSeal),
      receiver: sum(rsaPrivate, aesOpen),
    },
  ];
  return { rsaPublic, rsaPrivate, aesSeal, aesOpen, limit, sendings };
}

function timesOf(count: number, one: Times): Times {
  return { scratch: count * one.scratch, reference: count * one.reference };
}

function sum(a: Times, b: Times): Times {
  return { scratch: a.scratch + b.scratch, reference: a.reference + b.reference };
}
