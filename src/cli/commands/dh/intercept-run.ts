/**
 * The work of `crypto dh intercept`: Mallory stands between Alice and Bob, shares a secret with each, and reads and
 * changes what they encrypt.
 *
 * The secret becomes a key by HKDF (SP 800-56C has the same two steps), and the key encrypts with AES-128-GCM: the tag
 * holds, for it is Mallory who makes it.
 */
import { aes } from '../../../block/index.ts';
import { fromUtf8, toHex, utf8 } from '../../../bytes/index.ts';
import { type DhGroup, dhShared } from '../../../dh/index.ts';
import { sha256 } from '../../../hash/index.ts';
import { hkdf } from '../../../mac/index.ts';
import { byteLength, i2osp } from '../../../math/index.ts';
import { gcmOpen, gcmSeal } from '../../../modes/index.ts';
import { colorsOf, table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { prose } from '../../wrap.ts';
import { chosenGroup, remarkGroup } from './chosen-group.ts';
import { pairMaker } from './key-pairs.ts';
import { actorLines, groupLine } from './lines.ts';
import { decimals, numberFor, powerText } from './number-text.ts';
import type { GroupOptions } from './options.ts';

export interface InterceptOptions extends GroupOptions {
  readonly a?: bigint | undefined;
  readonly b?: bigint | undefined;
  readonly m?: bigint | undefined;
  readonly seed?: string | undefined;
  readonly all?: true | undefined;
}

const ORDER = 'Please pay Bob 100 euros. Alice';
const FORGED = ORDER.replace('100', '900');

export function runIntercept(session: Session, options: InterceptOptions): void {
  const group = chosenGroup(session, options);
  const pair = pairMaker(session, group, options.seed);
  const alice = pair('alice', '--a', options.a);
  const bob = pair('bob', '--b', options.b);
  const mallory = pair('mallory', '--m', options.m);
  const numbers: Numbers = {
    a: alice.privateValue,
    b: bob.privateValue,
    m: mallory.privateValue,
    A: alice.publicValue,
    B: bob.publicValue,
    M: mallory.publicValue,
    aliceShared: dhShared(group, alice.privateValue, mallory.publicValue),
    bobShared: dhShared(group, bob.privateValue, mallory.publicValue),
    malloryWithAlice: dhShared(group, mallory.privateValue, alice.publicValue),
    malloryWithBob: dhShared(group, mallory.privateValue, bob.publicValue),
  };
  remarkGroup(session, group);
  const relay = relayed(group, numbers);
  if (session.json) {
    const { name, p, g } = group;
    session.printJson({ group: name, ...decimals({ p, g, ...numbers }), ...relay });
    return;
  }
  session.print(groupLine(session, group, options.all));
  session.print(`\n${numberLines(session, group, numbers, options.all)}`);
  session.print(`\n${knowledge(session, numbers)}`);
  session.print(`\n${relayLines(session, relay)}`);
  session.print(`\n${prose(session.stdout, session.say('dh.intercept.learned'))}`);
}

interface Numbers {
  readonly a: bigint;
  readonly b: bigint;
  readonly m: bigint;
  readonly A: bigint;
  readonly B: bigint;
  readonly M: bigint;
  readonly aliceShared: bigint;
  readonly bobShared: bigint;
  readonly malloryWithAlice: bigint;
  readonly malloryWithBob: bigint;
}

interface Relay {
  readonly sent: string;
  /** What Alice sends, and what Bob gets: ciphertext and tag, in hex. */
  readonly sealed: string;
  readonly resealed: string;
  readonly malloryReads: string;
  readonly bobReads: string;
}

/** An order from Alice to Bob, each half of the way under the secret of those two. Throws `bad-tag` if one notices. */
function relayed(group: DhGroup, numbers: Numbers): Relay {
  const cipherOf = (secret: bigint) => aes(keyOf(group, secret));
  const sealed = gcmSeal(cipherOf(numbers.aliceShared), NONCE, utf8(ORDER));
  const read = gcmOpen(cipherOf(numbers.malloryWithAlice), NONCE, sealed);
  const resealed = gcmSeal(cipherOf(numbers.malloryWithBob), NONCE, utf8(FORGED));
  const received = gcmOpen(cipherOf(numbers.bobShared), NONCE, resealed);
  return {
    sent: ORDER,
    sealed: toHex(sealed),
    resealed: toHex(resealed),
    malloryReads: fromUtf8(read),
    bobReads: fromUtf8(received),
  };
}

function keyOf({ p }: DhGroup, secret: bigint): Uint8Array {
  return hkdf(sha256, i2osp(secret, byteLength(p)), new Uint8Array(0), utf8('crypto dh intercept'), 16);
}

/** Each key encrypts one message, so the nonce may be any. */
const NONCE = new Uint8Array(12);

function numberLines(session: Session, { p, g }: DhGroup, numbers: Numbers, all: true | undefined): string {
  const { a, b, m, A, B, M } = numbers;
  const secret = (name: string, value: bigint) =>
    session.say('dh.step.secret', { name, value: numberFor(session, value, all) });
  const power = (letters: string, base: bigint, exponent: bigint, value: bigint) =>
    powerText(session, letters, [base, exponent, p], value, all);
  const instead = (name: string, owner: string) =>
    session.say('dh.step.instead', { name, owner, value: numberFor(session, M, all) });
  return actorLines(session, [
    ['Alice', secret('a', a)],
    ['Bob', secret('b', b)],
    ['Mallory', secret('m', m)],
    ['Mallory', power('M = g^m', g, m, M)],
    ['Alice → Mallory', power('A = g^a', g, a, A)],
    ['Mallory → Bob', instead('A', 'Alice')],
    ['Bob → Mallory', power('B = g^b', g, b, B)],
    ['Mallory → Alice', instead('B', 'Bob')],
    ['Alice', power('s1 = M^a', M, a, numbers.aliceShared)],
    ['Mallory', power('s1 = A^m', A, m, numbers.malloryWithAlice)],
    ['Bob', power('s2 = M^b', M, b, numbers.bobShared)],
    ['Mallory', power('s2 = B^m', B, m, numbers.malloryWithBob)],
  ]);
}

function knowledge(
  session: Session,
  { aliceShared, bobShared, malloryWithAlice, malloryWithBob }: Numbers,
): string {
  const { green, red } = colorsOf(session);
  const has = (known: readonly bigint[], secret: bigint) =>
    known.includes(secret) ? green(session.say('dh.knows.yes')) : red(session.say('dh.knows.no'));
  const row = (name: string, ...known: readonly bigint[]) => [
    name,
    has(known, aliceShared),
    has(known, bobShared),
  ];
  const rows = [
    row('Alice', aliceShared),
    row('Bob', bobShared),
    row('Mallory', malloryWithAlice, malloryWithBob),
  ];
  return table([session.say('dh.knows'), 's1', 's2'], rows);
}

function relayLines(session: Session, { sent, malloryReads, bobReads }: Relay): string {
  return actorLines(session, [
    ['Alice → Mallory', session.say('dh.relay.sends', { secret: 's1', text: sent })],
    ['Mallory', session.say('dh.relay.reads', { text: malloryReads })],
    ['Mallory → Bob', session.say('dh.relay.sends', { secret: 's2', text: FORGED })],
    ['Bob', session.say('dh.relay.receives', { text: bobReads })],
  ]);
}
