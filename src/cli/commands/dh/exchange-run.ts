/** The work of `crypto dh exchange`: two who share a secret, and one who listens. */
import { type DhGroup, dhShared } from '../../../dh/index.ts';
import { bitLength, isqrt, modPow } from '../../../math/index.ts';
import { startSearch } from '../../io/search.ts';
import { colorsOf, table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { prose } from '../../wrap.ts';
import { chosenGroup, PAPER_BITS, remarkGroup } from './chosen-group.ts';
import { type Eavesdropping, eavesdrop } from './eavesdrop.ts';
import { pairMaker, remarkSecret } from './key-pairs.ts';
import { actorLines, groupLine } from './lines.ts';
import { decimals, numberFor, powerText } from './number-text.ts';
import type { GroupOptions } from './options.ts';
import { strengthOf } from './strength.ts';

export interface ExchangeOptions extends GroupOptions {
  readonly a?: bigint | undefined;
  readonly b?: bigint | undefined;
  readonly tries?: number | undefined;
  readonly seed?: string | undefined;
  readonly all?: true | undefined;
}

/** How many exponents are tried without `--tries`: each takes longer in a long group. */
const TRIES = { short: 2 ** 20, long: 2 ** 16 };

export function runExchange(session: Session, options: ExchangeOptions): void {
  const group = chosenGroup(session, options);
  const pair = pairMaker(session, group, options.seed);
  const alice = pair('alice', '--a', options.a);
  const bob = pair('bob', '--b', options.b);
  const exchange: Exchange = {
    a: alice.privateValue,
    b: bob.privateValue,
    A: alice.publicValue,
    B: bob.publicValue,
    aliceShared: dhShared(group, alice.privateValue, bob.publicValue),
    bobShared: dhShared(group, bob.privateValue, alice.publicValue),
  };
  remarkGroup(session, group);
  remarkSecret(session, group, exchange.aliceShared);

  const tries = options.tries ?? TRIES[bitLength(group.p) <= PAPER_BITS ? 'short' : 'long'];
  const search = startSearch(session);
  const eve = eavesdrop(group, { a: exchange.A, b: exchange.B }, tries, (count) =>
    search.update(() => session.say('dh.eve.searching', { count })),
  );
  search.stop();
  const eveShared = sharedOfEve(group, exchange, eve);
  if (session.json) {
    const { name, p, g } = group;
    session.printJson({
      group: name,
      ...decimals({ p, g, ...exchange }),
      equal: exchange.aliceShared === exchange.bobShared,
      eve: {
        tries: eve.tries,
        found: eve.found !== undefined,
        ...(eve.found && { of: eve.found.of, exponent: eve.found.exponent.toString() }),
        ...(eveShared !== undefined && { shared: eveShared.toString() }),
      },
    });
    return;
  }
  session.print(groupLine(session, group, options.all));
  session.print(`\n${exchangeLines(session, group, exchange, options.all)}`);
  session.print(`\n${knowledge(session, eveShared === exchange.aliceShared)}`);
  session.print(`\n${prose(session.stdout, eveText(session, group, exchange, eve, eveShared))}`);
}

interface Exchange {
  readonly a: bigint;
  readonly b: bigint;
  readonly A: bigint;
  readonly B: bigint;
  readonly aliceShared: bigint;
  readonly bobShared: bigint;
}

/** With the exponent of one she does what that one does. */
function sharedOfEve({ p }: DhGroup, { A, B }: Exchange, { found }: Eavesdropping): bigint | undefined {
  return found && modPow(found.of === 'a' ? B : A, found.exponent, p);
}

function exchangeLines(
  session: Session,
  { p, g }: DhGroup,
  { a, b, A, B, aliceShared, bobShared }: Exchange,
  all: true | undefined,
): string {
  const secret = (name: string, value: bigint) =>
    session.say('dh.step.secret', { name, value: numberFor(session, value, all) });
  const power = (letters: string, base: bigint, exponent: bigint, value: bigint) =>
    powerText(session, letters, [base, exponent, p], value, all);
  const lines = actorLines(session, [
    ['Alice', secret('a', a)],
    ['Bob', secret('b', b)],
    ['Alice → Bob', power('A = g^a', g, a, A)],
    ['Bob → Alice', power('B = g^b', g, b, B)],
    ['Alice', power('s = B^a', B, a, aliceShared)],
    ['Bob', power('s = A^b', A, b, bobShared)],
  ]);
  return aliceShared === bobShared ? `${lines}\n\n${session.say('dh.exchange.same')}` : lines;
}

/** Who can compute what in the end. */
function knowledge(session: Session, isBroken: boolean): string {
  const { green, red } = colorsOf(session);
  const [yes, no] = [green(session.say('dh.knows.yes')), red(session.say('dh.knows.no'))];
  const rows = [
    ['Alice', yes, yes, no, yes, yes],
    ['Bob', yes, no, yes, yes, yes],
    ['Eve', yes, no, no, yes, isBroken ? session.say('dh.knows.computed') : no],
  ];
  return table([session.say('dh.knows'), 'p, g', 'a', 'b', 'A, B', 's'], rows);
}

function eveText(
  session: Session,
  group: DhGroup,
  { a, b }: Exchange,
  { tries, found }: Eavesdropping,
  shared: bigint | undefined,
): string {
  if (found && shared !== undefined) {
    const { of, exponent } = found;
    const isTheirs = exponent === (of === 'a' ? a : b);
    return session.say(isTheirs ? 'dh.eve.found' : 'dh.eve.foundAlike', {
      tries,
      letter: of,
      sent: of.toUpperCase(),
      other: of === 'a' ? 'B' : 'A',
      exponent: exponent.toString(),
      shared: numberFor(session, shared),
    });
  }
  return `${session.say('dh.eve.failed', { tries })}\n${whyNot(session, group)}`;
}

/** What stands between Eve and the exponent, as far as anybody knows. */
function whyNot(session: Session, group: DhGroup): string {
  const strength = strengthOf(group.name);
  if (strength !== undefined) return session.say('dh.eve.standard', { bits: group.privateBits, strength });
  if (bitLength(group.p) > PAPER_BITS) return session.say('dh.eve.long', { bits: group.privateBits });
  const root = isqrt(group.order - 1n) + 1n;
  return session.say('dh.eve.short', { order: group.order.toString(), root: root.toString() });
}
