/** The RSA-2048 keys of the people in the story, made once for all scenes of one telling. */
import type { RandomSource } from '../random/index.ts';
import { generateKey, type RsaPrivateKey } from '../rsa/index.ts';

export type Person = 'alice' | 'bob' | 'hacker';

const BITS = 2048;
const made = new WeakMap<RandomSource, Map<Person, RsaPrivateKey>>();

/** The key depends on the source and the person only, so that it is the same in whichever scene it is first asked for. */
export function keyOf(random: RandomSource, person: Person): RsaPrivateKey {
  const keys = made.get(random) ?? new Map<Person, RsaPrivateKey>();
  made.set(random, keys);
  const key = keys.get(person) ?? generateKey(BITS, { random: random.substream(`key.${person}`) });
  keys.set(person, key);
  return key;
}
