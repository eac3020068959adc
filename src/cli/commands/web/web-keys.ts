/** What the commands over TLS and HTTP need besides their options: keys from the seed, and stdout for one thing only. */
import { CryptoError } from '../../../errors.ts';
import type { PartyKeys } from '../../../explain/tls/index.ts';
import type { PrivateKey } from '../../../keys/index.ts';
import type { RandomSource } from '../../../random/index.ts';
import { generateKey } from '../../../rsa/index.ts';
import { isStdout } from '../../io/descriptor.ts';
import type { Session } from '../../session.ts';

const KEY_BITS = 2048;

export function webKey(random: RandomSource, name: string): PrivateKey {
  return { algorithm: 'rsa', rsa: generateKey(KEY_BITS, { random: random.substream(`key.${name}`) }) };
}

/** The root's and the bank's. */
export function webKeys(random: RandomSource): PartyKeys {
  return { root: webKey(random, 'root'), server: webKey(random, 'server') };
}

export function expectNoJsonBeside(session: Session, pcap: string | undefined): void {
  if (!session.json || pcap === undefined || !isStdout(pcap)) return;
  throw new CryptoError('bad-argument', session.say('web.error.jsonStdout'));
}
