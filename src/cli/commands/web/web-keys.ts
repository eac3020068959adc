/** What the commands over TLS and HTTP need besides their options: keys from the seed. */
import type { PartyKeys } from '../../../explain/tls/index.ts';
import type { PrivateKey } from '../../../keys/index.ts';
import type { RandomSource } from '../../../random/index.ts';
import { generateKey } from '../../../rsa/index.ts';

const KEY_BITS = 2048;

export function webKey(random: RandomSource, name: string): PrivateKey {
  return { algorithm: 'rsa', rsa: generateKey(KEY_BITS, { random: random.substream(`key.${name}`) }) };
}

/** The root's and the bank's. */
export function webKeys(random: RandomSource): PartyKeys {
  return { root: webKey(random, 'root'), server: webKey(random, 'server') };
}
