/**
 * Files of NIST's Cryptographic Algorithm Validation Program, `.rsp` and `.txt`. What a file tests, its comments and fields say;
 * its name only where they do not. Every record is a case; what cannot be asked is skipped with the reason.
 */
import { CryptoError } from '../../../errors.ts';
import { saying } from '../../saying.ts';
import type { VectorCase, VectorFile } from '../../vector-file.ts';
import { blockCipherFile } from './block-ciphers.ts';
import { gcmFile } from './gcm.ts';
import { derivationFile, hashFile, hmacFile } from './hashes.ts';
import { type CavpKind, skipped } from './kind.ts';
import { type CavpFile, type CavpRecord, readRecords } from './records.ts';
import { rsaFile } from './rsa.ts';

/** Text with `NAME = value` on lines of their own. */
export function looksLikeCavp(text: string): boolean {
  return /^[ \t]*[A-Za-z][\w ]* *=[^=\n]*$/m.test(text.slice(0, 65536)) && !/^\s*[{[]\s*["{\]]/.test(text);
}

export function readCavp(name: string, text: string): VectorFile {
  const file = readRecords(name, text);
  if (file.records.length === 0) {
    throw new CryptoError('bad-format', `${name}: expected records of NAME = value, got none`);
  }
  const { algorithm, make } = kindOf(file);
  const used = new Map<string, number>();
  const cases = file.records.map((record, i): VectorCase => {
    const made = madeOf(name, make, record);
    const common = {
      id: uniqueId(idOf(record, i), used),
      comment: commentOf(record),
      flags: flagsOf(record),
    };
    return 'skip' in made ? { ...common, checks: [], skip: made.skip } : { ...common, checks: made };
  });
  return { name, format: 'cavp', algorithm, cases };
}

function kindOf(file: CavpFile): CavpKind {
  const name = file.name.split(/[\\/]/).slice(-3).join(' ');
  // The comments first: a name may be anything.
  for (const about of [file.comments, `${file.comments}\n${name}`]) {
    const kind =
      gcmFile(file, about) ??
      rsaFile(file, about) ??
      derivationFile(file, about) ??
      hmacFile(file, about) ??
      hashFile(file, about) ??
      blockCipherFile(file, about);
    if (kind && !/\?|^hash/.test(kind.algorithm)) return kind;
  }
  const said = /"([^"]+)" *information|^#\s*(.*\b(?:vectors|test)\b.*)$/im.exec(file.comments);
  const algorithm = (said?.[1] ?? said?.[2] ?? name).trim().slice(0, 60);
  return { algorithm, make: () => skipped(saying('vectors.skip.algorithm', { name: algorithm })) };
}

function madeOf(name: string, make: CavpKind['make'], record: CavpRecord) {
  try {
    return make(record);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    throw new CryptoError(error.code, `${name}: ${error.message}`);
  }
}

function idOf({ section, fields }: CavpRecord, i: number): string {
  const count = fields.get('count') ?? fields.get('len') ?? String(i + 1);
  return [...sectionWords(section), count].join(' ');
}

function sectionWords(section: ReadonlyMap<string, string>): string[] {
  return [...section].map(([name, value]) => (value === '' ? name.toUpperCase() : `${name}=${value}`));
}

/** Two records of one COUNT are numbered. */
function uniqueId(id: string, used: Map<string, number>): string {
  const before = used.get(id) ?? 0;
  used.set(id, before + 1);
  return before === 0 ? id : `${id} (${before + 1})`;
}

/** What the file says of a result: `F (1 - Message changed)`. */
function commentOf({ fields }: CavpRecord): string {
  return /\((.*)\)/.exec(fields.get('result') ?? '')?.[1]?.trim() ?? '';
}

/** The direction, the size of a key or digest: what a summary is made by. */
function flagsOf({ section }: CavpRecord): string[] {
  return sectionWords(section).filter((word) => /^(ENCRYPT|DECRYPT|l=|mod=|keylen=)/.test(word));
}
