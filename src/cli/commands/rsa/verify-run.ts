/** The work of `crypto rsa verify`: the file is hashed as it comes, and the digest held against the signature. */
import { toHex } from '../../../bytes/index.ts';
import { HASHES } from '../../../hash/index.ts';
import { pkcs1VerifyDigest, pssVerifyDigest, type Verdict } from '../../../rsa/index.ts';
import { CheckFailed } from '../../check-failed.ts';
import { errorText } from '../../chinese/errors.ts';
import { digestInput } from '../../digest-input.ts';
import { HASH_WEAKNESS } from '../../hashes.ts';
import { expectOneStdin, openInput, readAll } from '../../io/input.ts';
import type { Encoding } from '../../io/text-encoding.ts';
import { decoded } from '../../pipeline.ts';
import type { Session } from '../../session.ts';
import { type KeyOptions, readPublicRsa, remarkSize } from './key.ts';
import type { SignatureOptions } from './options.ts';
import { expectPssChoices, saltLength, signatureFacts } from './pss.ts';

export interface VerifyOptions extends SignatureOptions, KeyOptions {
  readonly signature: string;
  readonly signatureEncoding?: Encoding | undefined;
  readonly inputEncoding?: Encoding | undefined;
}

/** A signature in hex, with line ends, of the longest key there is. */
const SIGNATURE_LIMIT = 1 << 16;

export async function runVerify(
  session: Session,
  input: string | undefined,
  options: VerifyOptions,
): Promise<void> {
  const { hash: hashId, mgfHash = hashId, padding, salt = 'auto' } = options;
  expectOneStdin(session, options.key, options.signature, input ?? '-');
  expectPssChoices(session, options);
  const { publicKey, restriction } = await readPublicRsa(session, options, {
    use: padding,
    hash: hashId,
    mgfHash,
  });
  const signature = await readSignature(session, options);
  const hash = HASHES[hashId];
  const digest = await digestInput(session, input, options.inputEncoding ?? 'raw', hash);
  const verdict =
    padding === 'pkcs1'
      ? pkcs1VerifyDigest(publicKey, hash, digest, signature)
      : pssVerifyDigest(publicKey, hash, digest, signature, {
          mgfHash: HASHES[mgfHash],
          saltLength: salt === 'auto' ? salt : saltLength(publicKey, hashId, salt),
        });
  const { valid, ...found } = verdict;
  const salted = 'saltLength' in verdict ? Number(verdict.saltLength) : undefined;
  // RFC 4055, 3.3: the key says how short a salt may be.
  const shortOf =
    salted !== undefined && restriction && salted < restriction.saltLength ? restriction : undefined;
  const facts = {
    signature: valid && !shortOf ? 'valid' : 'invalid',
    ...signatureFacts(publicKey, options),
    ...evidence(found),
  };
  if (!verdict.valid) {
    throw new CheckFailed(
      session.say('rsa.verify.invalid', { reason: refusalText(session, verdict) }),
      facts,
    );
  }
  if (shortOf) {
    const reason = session.say('rsa.refusal.short-salt', { least: shortOf.saltLength, found: salted! });
    throw new CheckFailed(session.say('rsa.verify.invalid', { reason }), { ...facts, reason: 'short-salt' });
  }
  remarkSize(session, publicKey);
  if (HASH_WEAKNESS[hashId]) session.note('rsa.weak.signHash', { hash: hash.name });
  if (session.json) session.printJson(facts);
  else if (salted === undefined) session.print(session.say('rsa.verify.valid'));
  else session.print(session.say('rsa.verify.validSalt', { count: salted }));
}

async function readSignature(
  session: Session,
  { signature, signatureEncoding = 'raw' }: VerifyOptions,
): Promise<Uint8Array> {
  const input = await openInput(session, signature, { mayBeText: false });
  const chunks = decoded(input.chunks, signatureEncoding, signature);
  return readAll(session, { ...input, chunks }, SIGNATURE_LIMIT);
}

type Refused = Extract<Verdict, { readonly valid: false }>;

function refusalText(session: Session, verdict: Refused): string {
  switch (verdict.reason) {
    case 'unusable-key':
      return session.say('rsa.refusal.unusable-key', { reason: errorText(session, verdict.error) });
    case 'wrong-length':
      return session.say('rsa.refusal.wrong-length', verdict);
    case 'key-too-short':
      return session.say('rsa.refusal.key-too-short', verdict);
    case 'other-hash':
      return session.say('rsa.refusal.other-hash', verdict);
    case 'other-salt-length':
      return session.say('rsa.refusal.other-salt-length', verdict);
    default:
      return session.say(`rsa.refusal.${verdict.reason}`);
  }
}

/** Bytes in hex, an error as what it says. */
function evidence(found: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? toHex(value) : value instanceof Error ? value.message : value,
    ]),
  );
}
