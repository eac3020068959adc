/**
 * Files of test vectors, as their authors publish them. What a file is, its content says: never its name.
 *
 * Nothing about a case is thrown: what cannot be asked is skipped with the reason. A file that is none of these is `bad-format`.
 */
import { CryptoError } from '../../errors.ts';
import type { VectorFile } from '../vector-file.ts';
import { looksLikeCavp, readCavp } from './cavp/index.ts';
import { isObject, parseJson } from './json.ts';
import { looksLikeLimbo, readLimbo } from './limbo/index.ts';
import { looksLikeWycheproof, readWycheproof } from './wycheproof/index.ts';

export interface TextFile {
  /** For errors and reports. */
  readonly name: string;
  readonly text: string;
}

/** The vectors of each file, in their order. */
export function readVectors(files: readonly TextFile[]): VectorFile[] {
  return files.map(({ name, text }) =>
    looksLikeCavp(text) ? readCavp(name, text) : readJson(name, parseJson(name, text)),
  );
}

function readJson(name: string, value: unknown): VectorFile {
  if (looksLikeLimbo(value)) return readLimbo(name, value);
  if (looksLikeWycheproof(value)) return readWycheproof(name, value);
  throw new CryptoError(
    'bad-format',
    `${name}: expected test vectors of Wycheproof, x509-limbo, CAVP, ACVP or crypto-primer, got ${describe(value)}`,
  );
}

function describe(value: unknown): string {
  if (!isObject(value)) return 'other JSON';
  const names = Object.keys(value).slice(0, 4).join(', ');
  return names === '' ? 'an empty JSON object' : `a JSON object of ${names.slice(0, 80)}`;
}
