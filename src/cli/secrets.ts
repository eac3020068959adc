/** Key and IV of an experiment: given, or drawn from streams of its own and told. */
import { toHex } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { CIPHERS, type CipherName } from './ciphers.ts';
import { parseBytes } from './parse.ts';
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
  /** Says on stderr what was drawn, once it is clear that it will be used. */
  readonly tell: () => void;
}

/**
 * What is not given is drawn from the sub-streams `<consumer>.key` and `<consumer>.iv`, which `tell` tells.
 * `ivLength` is that of a drawn IV in bytes; 0 where there is none (ECB), and giving one is refused.
 */
export function drawSecrets(
  session: Session,
  options: SecretOptions,
  { consumer, ivLength }: { readonly consumer: string; readonly ivLength: number },
): Secrets {
  if (ivLength === 0) expectNoIv(session, options.iv !== undefined);
  const drawsKey = options.key === undefined;
  const drawsIv = ivLength > 0 && options.iv === undefined;
  const random = openRandom(session, drawsKey || drawsIv ? options.seed : undefined);
  const draw = (name: 'key' | 'iv', length: number) => random.substream(`${consumer}.${name}`).bytes(length);
  const key =
    options.key === undefined
      ? draw('key', CIPHERS[options.cipher].drawnKeyLength)
      : parseBytes(session, '--key', options.key);
  const given = options.iv === undefined ? undefined : parseBytes(session, '--iv', options.iv);
  const iv = drawsIv ? draw('iv', ivLength) : given;
  const tell = () => {
    if (session.json) return;
    if (drawsKey) session.tell('key', toHex(key));
    if (drawsIv && iv) session.tell('iv', toHex(iv));
  };
  return { key, iv, tell };
}

/** Refuses an IV where the mode takes none, which is ECB. */
export function expectNoIv(session: Session, given: boolean): void {
  if (given) throw new CryptoError('bad-argument', session.say('cli.error.ecbIv'));
}
