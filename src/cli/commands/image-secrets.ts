/** Key and IV of the picture commands: given, or drawn from named streams and told. */
import { CryptoError, expectLength } from '../../errors.ts';
import { CIPHERS, type CipherName, givenOrDrawn } from '../ciphers.ts';
import { parseBytes } from '../parse.ts';
import { openRandom } from '../randomness.ts';
import type { Session } from '../session.ts';

export interface SecretOptions {
  readonly cipher: CipherName;
  readonly key?: string | undefined;
  readonly iv?: string | undefined;
  readonly seed?: string | undefined;
}

export interface Secrets {
  readonly key: Uint8Array;
  /** None for ECB alone. */
  readonly iv: Uint8Array | undefined;
}

/** What is not given is drawn, and told on stderr. */
export function drawnSecrets(session: Session, options: SecretOptions, chained: boolean): Secrets {
  const { drawnKeyLength, blockSize } = CIPHERS[options.cipher];
  expectNoEcbIv(session, options, chained);
  const draws = options.key === undefined || (chained && options.iv === undefined);
  const random = openRandom(session, draws ? options.seed : undefined);
  const key = givenOrDrawn(session, 'key', options.key, {
    random: random.substream('image.key'),
    length: drawnKeyLength,
  });
  if (!chained) return { key, iv: undefined };
  const iv = givenOrDrawn(session, 'iv', options.iv, {
    random: random.substream('image.iv'),
    length: blockSize,
  });
  expectLength('iv', iv, blockSize);
  return { key, iv };
}

/** For decryption: nothing can be drawn. */
export function givenSecrets(session: Session, options: SecretOptions, chained: boolean): Secrets {
  const { keyLengths, blockSize } = CIPHERS[options.cipher];
  expectNoEcbIv(session, options, chained);
  if (options.key === undefined) {
    const lengths = keyLengths.join(', ');
    throw new CryptoError('bad-argument', session.say('image.error.noKey', { lengths }));
  }
  const key = parseBytes(session, '--key', options.key);
  if (!chained) return { key, iv: undefined };
  if (options.iv === undefined) {
    throw new CryptoError('bad-argument', session.say('image.error.noIv', { length: blockSize }));
  }
  const iv = parseBytes(session, '--iv', options.iv);
  expectLength('iv', iv, blockSize);
  return { key, iv };
}

function expectNoEcbIv(session: Session, { iv }: SecretOptions, chained: boolean): void {
  if (!chained && iv !== undefined) throw new CryptoError('bad-argument', session.say('cli.error.ecbIv'));
}
