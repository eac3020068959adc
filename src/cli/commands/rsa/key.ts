/** The keys that the verbs of `crypto rsa` use: read, judged for the use they are put to, and remarked upon. */
import { CryptoError } from '../../../errors.ts';
import type { HashId } from '../../../hash/index.ts';
import type { KeyFile, PssRestriction } from '../../../keys/index.ts';
import { bitLength } from '../../../math/index.ts';
import { publicKeyOf, type RsaPrivateKey, type RsaPublicKey } from '../../../rsa/index.ts';
import { type KeyFileOptions, readKeyFile } from '../../key-file.ts';
import type { Session } from '../../session.ts';

export interface KeyOptions {
  readonly key: string;
  readonly passphrase?: string | undefined;
}

/** What a key is wanted for: a key may be made for PSS alone, perhaps with one hash function alone. */
export type Use =
  | { readonly use: 'encryption' | 'pkcs1' }
  | { readonly use: 'pss'; readonly hash: HashId; readonly mgfHash: HashId };

export interface RsaKeyFile {
  readonly file: KeyFile;
  readonly rsa: RsaPublicKey | RsaPrivateKey;
  /** The private half, where the file holds it. */
  readonly privateKey: RsaPrivateKey | undefined;
  /** Set for a key that is for PSS alone. */
  readonly pssOnly: boolean;
  readonly restriction: PssRestriction | undefined;
}

/** Any RSA key; `unsupported` for a key of another kind, which it names. */
export async function readRsaKey(
  session: Session,
  { key: path, ...options }: KeyOptions & KeyFileOptions,
): Promise<RsaKeyFile> {
  const file = await readKeyFile(session, path, options);
  const { key } = file;
  if (key.algorithm === 'unknown') {
    throw new CryptoError('unsupported', session.say('rsa.error.otherKind', { path, name: key.name }));
  }
  const privateKey = 'd' in key.rsa ? key.rsa : undefined;
  const pssOnly = key.algorithm === 'rsassa-pss';
  const restriction = pssOnly ? key.restriction : undefined;
  return { file, rsa: key.rsa, privateKey, pssOnly, restriction };
}

/** The public half of the key in a public or private key file. */
export async function readPublicRsa(
  session: Session,
  options: KeyOptions,
  use: Use,
): Promise<{ readonly publicKey: RsaPublicKey; readonly restriction: PssRestriction | undefined }> {
  const key = await readRsaKey(session, options);
  expectUse(session, options.key, key, use);
  const publicKey = key.privateKey ? publicKeyOf(key.privateKey) : key.rsa;
  return { publicKey, restriction: key.restriction };
}

/** `bad-argument` for a public key. Says how a key of more than two primes is used. */
export async function readPrivateRsa(
  session: Session,
  options: KeyOptions,
  use: Use,
): Promise<{ readonly privateKey: RsaPrivateKey; readonly restriction: PssRestriction | undefined }> {
  const key = await readRsaKey(session, { ...options, prefer: 'private' });
  const { privateKey, restriction } = key;
  if (!privateKey) {
    throw new CryptoError('bad-argument', session.say('rsa.error.publicKey', { path: options.key }));
  }
  expectUse(session, options.key, key, use);
  const others = privateKey.otherPrimes?.length ?? 0;
  if (others > 0) session.note('rsa.note.otherPrimes', { count: others + 2 });
  return { privateKey, restriction };
}

/** Says in one line why a key of this size is weak, if it is. */
export function remarkSize(session: Session, { n }: RsaPublicKey): void {
  const bits = bitLength(n);
  if (bits <= PAPER_BITS) session.note('rsa.weak.paper', { bits });
  else if (bits < FACTORED_BITS) session.note('rsa.weak.factored', { bits });
  else if (bits < 2048) session.note('rsa.weak.short', { bits });
}

/** What `crypto rsa factor` takes apart in its default time. */
const PAPER_BITS = 80;
/** 829 bits were factored in 2020 (RSA-250). */
const FACTORED_BITS = 1024;

/** `bad-argument` naming the first option that is given although it belongs to another padding. */
export function expectOnlyFor(
  session: Session,
  padding: 'oaep' | 'pss',
  options: Readonly<Record<string, unknown>>,
): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    throw new CryptoError('bad-argument', session.say('rsa.error.onlyFor', { name, padding }));
  }
}

function expectUse(session: Session, path: string, key: RsaKeyFile, use: Use): void {
  if (!key.pssOnly) return;
  if (use.use !== 'pss') throw new CryptoError('bad-argument', session.say('rsa.error.pssOnly', { path }));
  const { restriction } = key;
  if (!restriction) return;
  const { hash, mgfHash } = restriction;
  if (hash === use.hash && mgfHash === use.mgfHash) return;
  throw new CryptoError('bad-argument', session.say('rsa.error.pssHash', { path, hash, mgfHash }));
}
