/**
 * The books of an authority: every certificate that it issued, and which of them it took back.
 *
 * An entry is written before the files of its certificate get their names: there is no certificate that the books do not know.
 */
import { readFileSync } from 'node:fs';
import { CryptoError } from '../../errors.ts';
import { CRL_REASONS, type CrlReason } from '../../x509/index.ts';
import { isFileName } from './file-names.ts';

export interface IndexEntry {
  /** Lower hex. */
  readonly serial: string;
  /** Of its files in `issued/`. */
  readonly name: string;
  /** As text (RFC 4514). */
  readonly subject: string;
  readonly profile: 'ca' | 'server' | 'client';
  /** ISO 8601. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly revoked?: { readonly at: string; readonly reason: CrlReason };
}

export interface AuthorityIndex {
  readonly version: 1;
  /** Of the newest revocation list. */
  readonly crlNumber: number;
  readonly issued: readonly IndexEntry[];
}

/** Certificates of one authority: a toy in size. */
export const MAX_ISSUED = 100_000;

/** `bad-format` for a file that is none; what the operating system says is thrown as it is. */
export function readIndex(path: string): AuthorityIndex {
  const text = readFileSync(path, 'utf8');
  try {
    const index: unknown = JSON.parse(text);
    if (isIndex(index)) return index;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CryptoError('bad-format', path);
}

function isIndex(value: unknown): value is AuthorityIndex {
  const { version, crlNumber, issued } = (value ?? {}) as Partial<AuthorityIndex>;
  return (
    version === 1 &&
    Number.isSafeInteger(crlNumber) &&
    crlNumber! >= 0 &&
    Array.isArray(issued) &&
    issued.every(isEntry)
  );
}

function isEntry(value: unknown): value is IndexEntry {
  const { serial, name, subject, profile, notBefore, notAfter, revoked } = (value ??
    {}) as Partial<IndexEntry>;
  const isTime = (text: unknown) => typeof text === 'string' && !Number.isNaN(Date.parse(text));
  return (
    /^[0-9a-f]{1,40}$/.test(String(serial)) &&
    typeof name === 'string' &&
    isFileName(name) &&
    typeof subject === 'string' &&
    ['ca', 'server', 'client'].includes(String(profile)) &&
    isTime(notBefore) &&
    isTime(notAfter) &&
    (revoked === undefined ||
      (isTime(revoked.at) && (CRL_REASONS as readonly unknown[]).includes(revoked.reason)))
  );
}
