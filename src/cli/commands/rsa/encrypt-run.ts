/** The work of `crypto rsa encrypt`. */
import { CryptoError } from '../../../errors.ts';
import { HASHES } from '../../../hash/index.ts';
import { bitLength, byteLength } from '../../../math/index.ts';
import {
  maxOaepLength,
  maxPkcs1Length,
  oaepEncrypt,
  pkcs1Encrypt,
  type RsaPublicKey,
} from '../../../rsa/index.ts';
import type { Trace } from '../../../trace/index.ts';
import { gathered } from '../../gather.ts';
import { expectOneStdin, inputName } from '../../io/input.ts';
import { withOptionNames } from '../../option-names.ts';
import { type PipeOptions, runPipe } from '../../pipeline.ts';
import { openRandom, openRepeatable } from '../../randomness.ts';
import type { Session } from '../../session.ts';
import { tellTrace } from '../../walk-through.ts';
import { type KeyOptions, readPublicRsa, remarkSize } from './key.ts';
import { encryptionFacts, oaepChoices } from './oaep.ts';
import type { OaepOptions } from './options.ts';

export interface EncryptOptions extends PipeOptions, OaepOptions, KeyOptions {
  readonly seed?: string | undefined;
  readonly explain?: true | undefined;
}

export async function runEncrypt(
  session: Session,
  input: string | undefined,
  options: EncryptOptions,
): Promise<void> {
  const { padding } = options;
  expectOneStdin(session, options.key, input ?? '-');
  const oaep = oaepChoices(session, options);
  const { publicKey } = await readPublicRsa(session, options, { use: 'encryption' });
  const limit = messageLimit(session, publicKey, options);
  const source = options.explain ? openRepeatable(session, options.seed) : openRandom(session, options.seed);
  const drawn = () => source.substream('rsa.encrypt');
  const explain = options.explain ? await import('../../../explain/rsa-encrypt.ts') : undefined;
  let trace: Trace | undefined;
  const tooLong = () => {
    const values = { name: inputName(input), limit, bits: bitLength(publicKey.n), padding };
    return new CryptoError('bad-length', session.say('rsa.error.tooLong', values));
  };
  await runPipe(session, input, options, {
    open: () =>
      gathered(limit, tooLong, (msg) =>
        withOptionNames({ publicKey: options.key, msg: inputName(input) }, () => {
          if (padding === 'pkcs1') {
            trace = explain?.explainPkcs1Encrypt(publicKey, msg, drawn());
            return pkcs1Encrypt(publicKey, msg, drawn());
          }
          trace = explain?.explainOaepEncrypt(publicKey, msg, { ...oaep, random: drawn() });
          return oaepEncrypt(publicKey, msg, { ...oaep, random: drawn() });
        }),
      ),
    facts: () => ({ ...encryptionFacts(publicKey, options), ...(trace && { trace }) }),
  });
  remarkSize(session, publicKey);
  if (padding === 'pkcs1') session.note('rsa.weak.pkcs1');
  if (padding === 'oaep' && options.hash === undefined) session.note('rsa.weak.oaepSha1');
  if (trace && !session.json) tellTrace(session, trace);
}

/** In bytes; `bad-length` where not even an empty message fits. */
function messageLimit(
  session: Session,
  publicKey: RsaPublicKey,
  { padding, hash = 'sha1' }: OaepOptions,
): number {
  const limit = padding === 'pkcs1' ? maxPkcs1Length(publicKey) : maxOaepLength(publicKey, HASHES[hash]);
  if (limit >= 0) return limit;
  const bits = bitLength(publicKey.n);
  const needed = 8 * (byteLength(publicKey.n) - limit) - 7;
  throw new CryptoError('bad-length', session.say('rsa.error.noRoom', { bits, padding, needed }));
}
