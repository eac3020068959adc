/** Key and IV of an experiment: given, or drawn from streams of its own and told. */
import { CryptoError } from '../errors.ts';
import { CIPHERS, type CipherName, givenOrDrawn } from './ciphers.ts';
import { openRandom } from './randomness.ts';
import type { Session } from './session.ts';

export interface SecretOptions {
  readonly cipher: CipherName;
  readonly key?: string | undefined;
  readonly iv?: string | undefined;
  readonly seed?: string | undefined;
}

export interface Secrets {
  readonly key: Uint8Array;
  /** Undefined where none is needed. */
  readonly iv: Uint8Array | undefined;
}

/**
 * What is not given is drawn from the sub-streams `<consumer>.key` and `<consumer>.iv`, and told on stderr.
 * `ivLength` is that of a drawn IV in bytes; 0 where there is none (ECB), and giving one is refused.
 */
export function drawSecrets(
  session: Session,
  options: SecretOptions,
  { consumer, ivLength }: { readonly consumer: string; readonly ivLength: number },
): Secrets {
  if (ivLength === 0 && options.iv !== undefined) {
    throw new CryptoError('bad-argument', session.say('cli.error.ecbIv'));
  }
  const draws = options.key === undefined || (ivLength > 0 && options.iv === undefined);
  const random = openRandom(session, draws ? options.seed : undefined);
  const key = givenOrDrawn(session, 'key', options.key, {
    random: random.substream(`${consumer}.key`),
    length: CIPHERS[options.cipher].drawnKeyLength,
  });
  if (ivLength === 0) return { key, iv: undefined };
  const iv = givenOrDrawn(session, 'iv', options.iv, {
    random: random.substream(`${consumer}.iv`),
    length: ivLength,
  });
  return { key, iv };
}
