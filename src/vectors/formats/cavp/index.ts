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
import { type CavpKind, NotAsked, skipped } from './kind.ts';
import { otherAlgorithm } from './other-algorithms.ts';
import { type CavpFile, type CavpRecord, readRecords } from './records.ts';
import { rsaFile } from './rsa.ts';

/** Text with `NAME = value` on lines of their own. */
export function looksLikeCavp(text: string): boolean {
  const start = text.slice(0, 65536);
  return /^[ \t]*[A-Za-z][\w ]*=[^=\n]*$/m.test(start) && !/^\s*[{[]\s*["{\]]/.test(start);
}

export function readCavp(name: string, text: string): VectorFile {
  const file = readRecords(name, text);
  if (file.records.length === 0) {
    throw new CryptoError('bad-format', `${name}: expected records of NAME = value, got none`);
  }
  const { algorithm, make } = kindOf(file);
  const used = new Map<string, number>();
  const cases = file.records.map((record): VectorCase => {
    const made = madeOf(name, make, record);
    const common = { id: uniqueId(idOf(record), used), comment: commentOf(record), flags: flagsOf(record) };
    return 'skip' in made ? { ...common, checks: [], skip: made.skip } : { ...common, checks: made };
  });
  return { name, format: 'cavp', algorithm, cases };
}

const KINDS = [gcmFile, rsaFile, derivationFile, hmacFile, hashFile, blockCipherFile];

function kindOf(file: CavpFile): CavpKind {
  const path = file.name.split(/[\\/]/).slice(-3).join(' ').slice(-200);
  // The comments first: a name may be anything.
  for (const about of [file.comments, `${file.comments}\n${path}`]) {
    const other = otherAlgorithm(about);
    if (other !== undefined) return unknown(other);
    for (const kind of KINDS) {
      const found = kind(file, about);
      if (found && !/\?|^hash/.test(found.algorithm)) return found;
    }
  }
  return unknown(/"([^"\n]+)" *information/i.exec(file.comments)?.[1] ?? file.name);
}

function unknown(algorithm: string): CavpKind {
  const name = algorithm.trim().slice(-60);
  return { algorithm: name, make: () => skipped(saying('vectors.skip.algorithm', { name })) };
}

function madeOf(name: string, make: CavpKind['make'], record: CavpRecord) {
  try {
    return make(record);
  } catch (error) {
    if (error instanceof NotAsked) return skipped(error.why);
    if (!(error instanceof CryptoError)) throw error;
    throw new CryptoError(error.code, `${name}: ${error.message}`);
  }
}

/** `ENCRYPT 3`: the section and the record's COUNT or, where it has none, which of the section it is. */
function idOf({ label, fields, number }: CavpRecord): string {
  const count = fields.get('count')?.slice(0, 40) ?? String(number);
  return `${label.slice(0, 100)} ${count}`.trim();
}

/** Two records of one COUNT are numbered. */
function uniqueId(id: string, used: Map<string, number>): string {
  const before = used.get(id) ?? 0;
  used.set(id, before + 1);
  return before === 0 ? id : uniqueId(`${id} (${before + 1})`, used);
}

/** What the file says of a result: `F (1 - Message changed)`. */
function commentOf({ fields }: CavpRecord): string {
  return /\(([^()]*)\)/.exec(fields.get('result')?.slice(0, 200) ?? '')?.[1]?.trim() ?? '';
}

/** The direction, the size of a key or digest: what a summary is made by. */
function flagsOf({ label }: CavpRecord): string[] {
  return label.split(' ').filter((word) => /^(?:(?:en|de)crypt$|(?:l|mod|keylen)=)/i.test(word));
}
