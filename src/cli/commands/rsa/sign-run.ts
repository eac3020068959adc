/** The work of `crypto rsa sign`: the file is hashed as it comes, and the digest is signed. */
import { CryptoError } from '../../../errors.ts';
import { HASHES } from '../../../hash/index.ts';
import { pkcs1SignDigest, pssSignDigest } from '../../../rsa/index.ts';
import type { Trace } from '../../../trace/index.ts';
import { digested } from '../../gather.ts';
import { HASH_WEAKNESS } from '../../hashes.ts';
import { expectOneStdin } from '../../io/input.ts';
import { withOptionNames } from '../../option-names.ts';
import { type PipeOptions, runPipe } from '../../pipeline.ts';
import { openRandom, openRepeatable } from '../../randomness.ts';
import type { Session } from '../../session.ts';
import { tellTrace } from '../../walk-through.ts';
import { type KeyOptions, readPrivateRsa, remarkSize } from './key.ts';
import type { SignatureOptions } from './options.ts';
import { expectPssChoices, saltLength, signatureFacts } from './pss.ts';

export interface SignOptions extends PipeOptions, SignatureOptions, KeyOptions {
  readonly seed?: string | undefined;
  readonly explain?: true | undefined;
}

export async function runSign(
  session: Session,
  input: string | undefined,
  options: SignOptions,
): Promise<void> {
  const { padding, hash: hashId, mgfHash = hashId, salt = 'digest' } = options;
  expectOneStdin(session, options.key, input ?? '-');
  expectPssChoices(session, options);
  const { privateKey, restriction } = await readPrivateRsa(session, options, {
    use: padding,
    hash: hashId,
    mgfHash,
  });
  const hash = HASHES[hashId];
  const length = saltLength(privateKey, hashId, salt === 'auto' ? 'max' : salt);
  if (restriction && length < restriction.saltLength) {
    const values = { path: options.key, least: restriction.saltLength, got: length };
    throw new CryptoError('bad-argument', session.say('rsa.error.pssSalt', values));
  }
  const draws = padding === 'pss' && length > 0;
  const open = options.explain ? openRepeatable : openRandom;
  const source = open(session, draws ? options.seed : undefined);
  const explain = options.explain ? await import('../../../explain/rsa-sign.ts') : undefined;
  let trace: Trace | undefined;
  const pssChoices = () => ({
    mgfHash: HASHES[mgfHash],
    saltLength: length,
    random: source.substream('rsa.salt'),
  });
  const signDigest = (digest: Uint8Array) => {
    if (padding === 'pkcs1') {
      trace = explain?.explainPkcs1Sign(privateKey, hash, digest);
      return pkcs1SignDigest(privateKey, hash, digest);
    }
    trace = explain?.explainPssSign(privateKey, hash, digest, pssChoices());
    return pssSignDigest(privateKey, hash, digest, pssChoices());
  };
  await runPipe(session, input, options, {
    open: () =>
      digested(hash, (digest) =>
        withOptionNames({ privateKey: options.key, saltLength: '--salt' }, () => signDigest(digest)),
      ),
    facts: () => ({
      ...signatureFacts(privateKey, options),
      ...(padding === 'pss' && { salt: length }),
      ...(trace && { trace }),
    }),
  });
  remarkSize(session, privateKey);
  if (HASH_WEAKNESS[hashId]) session.note('rsa.weak.signHash', { hash: hash.name });
  if (trace && !session.json) tellTrace(session, trace);
}
