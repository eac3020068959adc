/** Files made into digests or tags, one line each, as the coreutils' `sha256sum` prints them. */
import { toHex } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import type { HashState } from '../hash/index.ts';
import { ErrorWithEvidence } from './check-failed.ts';
import { type ChecksumKind, writeChecksum } from './checksum-lines.ts';
import { digestInput } from './digest-input.ts';
import { failureOf } from './failure.ts';
import { expectOneStdin } from './io/input.ts';
import type { Session } from './session.ts';

/** A hash function, or HMAC under a key. */
export interface Digester extends ChecksumKind {
  /** The standard's name: `SHA-256`. */
  readonly name: string;
  create(): HashState;
}

/** The digest of a file of any size, in constant memory; `-` is standard input. */
export function digestFile(session: Session, digester: Digester, path: string): Promise<Uint8Array> {
  return digestInput(session, path, 'raw', digester);
}

/** One line per file. One that cannot be read does not keep the others from being printed: `io` comes at the end. */
export async function printDigests(
  session: Session,
  digester: Digester,
  paths: readonly string[],
  options: { readonly bsd: boolean },
): Promise<void> {
  expectOneStdin(session, ...paths);
  const files: Record<string, unknown>[] = [];
  let failed = 0;
  for (const name of paths) {
    try {
      const digest = await digestFile(session, digester, name);
      files.push({ name, digest: toHex(digest) });
      if (!session.json) session.print(writeChecksum(digester, { name, digest }, options));
    } catch (error) {
      if (paths.length === 1 || !(error instanceof CryptoError)) throw error;
      files.push({ name, error: complain(session, error) });
      failed++;
    }
  }
  const facts = { algorithm: digester.name, files };
  if (failed > 0) {
    throw new ErrorWithEvidence(
      'io',
      session.say('hash.error.files', { failed, count: paths.length }),
      facts,
    );
  }
  if (session.json) session.printJson(facts);
}

/** Says what went wrong with one of several, in a line of its own. */
export function complain(session: Session, error: CryptoError): string {
  const { message } = failureOf(session, error);
  session.stderr.write(`crypto: ${message}\n`);
  return message;
}
