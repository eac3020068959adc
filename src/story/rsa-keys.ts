/** The RSA-2048 keys of the people in the story and of the CA, made once for all scenes of one telling. */
import type { RandomSource } from '../random/index.ts';
import { generateKey, type RsaPrivateKey } from '../rsa/index.ts';

export type Person = 'alice' | 'bob' | 'hacker';

/** The CA has two: that of its root, and that of the intermediate. */
export type KeyHolder = Person | 'root' | 'ca';

const BITS = 2048;
const made = new WeakMap<RandomSource, Map<KeyHolder, RsaPrivateKey>>();

/** The key depends on the source and its holder only, so that it is the same in whichever scene it is first asked for. */
export function keyOf(random: RandomSource, holder: KeyHolder): RsaPrivateKey {
  const keys = made.get(random) ?? new Map<KeyHolder, RsaPrivateKey>();
  made.set(random, keys);
  const key = keys.get(holder) ?? generateKey(BITS, { random: random.substream(`key.${holder}`) });
  keys.set(holder, key);
  return key;
}
