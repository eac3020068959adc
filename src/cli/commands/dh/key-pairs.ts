/** Private values as the user gives them, or drawn, with the public ones that go with them. */
import { type DhGroup, type DhKeyPair, dhKeyPair, dhPublic, judgePublicValue } from '../../../dh/index.ts';
import { CryptoError } from '../../../errors.ts';
import type { RandomSource } from '../../../random/index.ts';
import { openRandom } from '../../randomness.ts';
import type { Session } from '../../session.ts';
import { numberFor } from './number-text.ts';

/** Makes the pair of one party: `option` is where its private value may be given, as `given`. */
export type PairMaker = (
  party: 'alice' | 'bob' | 'mallory' | 'own',
  option: string,
  given: bigint | undefined,
) => DhKeyPair;

/** The random source is opened, and a seed spoken of, only where something is drawn. */
export function pairMaker(session: Session, group: DhGroup, seed: string | undefined): PairMaker {
  let random: RandomSource | undefined;
  return (party, option, given) => {
    if (given !== undefined) return givenPair(session, group, option, given);
    random ??= openRandom(session, seed);
    return dhKeyPair(group, random.substream(`dh.${party}`));
  };
}

/** Throws `bad-argument` unless x is from 1 to p - 2, or where its public value is one that every peer refuses. */
function givenPair(session: Session, group: DhGroup, name: string, privateValue: bigint): DhKeyPair {
  if (privateValue < 1n || privateValue > group.p - 2n) {
    const values = { name, most: numberFor(session, group.p - 2n), got: numberFor(session, privateValue) };
    throw new CryptoError('bad-argument', session.say('dh.error.privateValue', values));
  }
  const publicValue = dhPublic(group, privateValue);
  if (!judgePublicValue(group, publicValue).valid) {
    const values = { name, got: numberFor(session, privateValue), value: numberFor(session, publicValue) };
    throw new CryptoError('bad-argument', session.say('dh.error.badPrivate', values));
  }
  return { privateValue, publicValue };
}

/** In groups of another than prime order the secret itself may be one that anybody guesses. */
export function remarkSecret(session: Session, { p }: DhGroup, secret: bigint): void {
  if (secret === 1n || secret === p - 1n) session.note('dh.weak.secret', { got: numberFor(session, secret) });
}
