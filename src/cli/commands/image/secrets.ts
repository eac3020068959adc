/** Key and IV of the picture commands: given, or drawn from named streams and told. */
import { CryptoError, expectLength } from '../../../errors.ts';
import { CIPHERS } from '../../ciphers.ts';
import { anyOf } from '../../lists.ts';
import { parseBytes } from '../../parse.ts';
import { drawSecrets, expectNoIv, type SecretOptions, type Secrets as ToldSecrets } from '../../secrets.ts';
import type { Session } from '../../session.ts';

export type { SecretOptions };

/** A key, and an IV where the mode chains. */
export type Secrets = Pick<ToldSecrets, 'key' | 'iv'>;

/** What is not given is drawn, and told on stderr. */
export function drawnSecrets(session: Session, options: SecretOptions, chained: boolean): Secrets {
  const { blockSize } = CIPHERS[options.cipher];
  const secrets = drawSecrets(session, options, { consumer: 'image', ivLength: chained ? blockSize : 0 });
  if (secrets.iv) expectLength('iv', secrets.iv, blockSize);
  secrets.tell();
  return secrets;
}

/** For decryption: nothing can be drawn. */
export function givenSecrets(session: Session, options: SecretOptions, chained: boolean): Secrets {
  const { keyLengths, blockSize } = CIPHERS[options.cipher];
  if (!chained) expectNoIv(session, options.iv !== undefined);
  if (options.key === undefined) {
    const lengths = anyOf(session, keyLengths);
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
