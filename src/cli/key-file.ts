/** Key files as commands read them, and passphrases as they are typed. */
import { CryptoError } from '../errors.ts';
import { type KeyFile, parseKeyFile, type ReadOptions } from '../keys/index.ts';
import { errorText } from './chinese/errors.ts';
import { openInput, readAll } from './io/input.ts';
import { parseLiteral } from './parse.ts';
import type { Session } from './session.ts';

/** A key of 16384 bits as PEM takes 13 KiB; text may stand around it. */
const FILE_LIMIT = 1 << 20;

export interface KeyFileOptions {
  /** As typed: see `parsePassphrase`. */
  readonly passphrase?: string | undefined;
  /** Set to look at a key whose numbers do not fit each other. */
  readonly lenient?: boolean;
  /** Of several keys in one file, the first of this kind, where there is one. */
  readonly prefer?: 'private';
}

/** The key in a file, `-` being standard input. Errors of its contents name the file. */
export async function readKeyFile(
  session: Session,
  path: string,
  { passphrase, lenient = false, prefer }: KeyFileOptions,
): Promise<KeyFile> {
  const options: ReadOptions = {
    ...(passphrase !== undefined && { passphrase: parsePassphrase(session, '--passphrase', passphrase) }),
    ...(prefer && { prefer }),
    lenient,
  };
  const bytes = await readAll(session, await openInput(session, path, { mayBeText: false }), FILE_LIMIT);
  try {
    return parseKeyFile(bytes, options);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const colon = session.lang === 'zh' ? '：' : ': ';
    const next = nextStep(session, bytes, error, options);
    throw new CryptoError(error.code, `${path}${colon}${errorText(session, error)}${next}`);
  }
}

/** What to do about an error, behind its sentence; empty where nobody knows. */
function nextStep(session: Session, bytes: Uint8Array, error: CryptoError, options: ReadOptions): string {
  // Only a passphrase can be missing.
  if (error.code === 'bad-argument' && !options.passphrase) return session.say('rsa.hint.passphrase');
  if (options.lenient || error.code !== 'bad-format') return '';
  try {
    const { kind } = parseKeyFile(bytes, { ...options, lenient: true });
    return kind === 'private' ? session.say('rsa.hint.check') : '';
  } catch {
    return '';
  }
}

/** A passphrase as it is, or as `text:…`, `hex:…`, `base64:…`; of `file:PATH` the first line, as OpenSSL takes it. */
function parsePassphrase(session: Session, name: string, value: string): Uint8Array {
  const bytes = parseLiteral(session, name, value);
  if (!value.startsWith('file:')) return bytes;
  const end = bytes.indexOf('\n'.charCodeAt(0));
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** As `parsePassphrase`, for a key that is written: an empty one, perhaps a variable that is not set, is refused. */
export function parseNewPassphrase(
  session: Session,
  name: string,
  value: string | undefined,
): Uint8Array | undefined {
  if (value === undefined) return undefined;
  const passphrase = parsePassphrase(session, name, value);
  if (passphrase.length > 0) return passphrase;
  throw new CryptoError('bad-argument', session.say('rsa.error.emptyPassphrase', { name }));
}
