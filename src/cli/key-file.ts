/** Key files as commands read them, and passphrases as they are typed. */
import { CryptoError } from '../errors.ts';
import { type KeyFile, parseKeyFile } from '../keys/index.ts';
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
}

/** The key in a file, `-` being standard input. Errors of its contents name the file. */
export async function readKeyFile(
  session: Session,
  path: string,
  { passphrase, lenient = false }: KeyFileOptions,
): Promise<KeyFile> {
  const given =
    passphrase === undefined ? {} : { passphrase: parsePassphrase(session, '--passphrase', passphrase) };
  const bytes = await readAll(session, await openInput(session, path, { mayBeText: false }), FILE_LIMIT);
  try {
    return parseKeyFile(bytes, { ...given, lenient });
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const colon = session.lang === 'zh' ? '：' : ': ';
    throw new CryptoError(error.code, `${path}${colon}${errorText(session, error)}`);
  }
}

/** A passphrase as it is, or as `text:…`, `hex:…`, `base64:…`; of `file:PATH` the first line, as OpenSSL takes it. */
export function parsePassphrase(session: Session, name: string, value: string): Uint8Array {
  const bytes = parseLiteral(session, name, value);
  if (!value.startsWith('file:')) return bytes;
  const end = bytes.indexOf('\n'.charCodeAt(0));
  return end < 0 ? bytes : bytes.subarray(0, end);
}
