/**
 * Files of test vectors, as their authors publish them. What a file is, its content says: never its name.
 *
 * Nothing about a case is thrown: what cannot be asked is skipped with the reason. A file that is none of these is `bad-format`.
 */
import { CryptoError } from '../../errors.ts';
import type { VectorFile } from '../vector-file.ts';
import { looksLikeAcvp, readAcvp } from './acvp/index.ts';
import { looksLikeCavp, readCavp } from './cavp/index.ts';
import { expectTextLength, isObject, parseJson } from './json.ts';
import { looksLikeLimbo, readLimbo } from './limbo/index.ts';
import { looksLikeWycheproof, readWycheproof } from './wycheproof/index.ts';

export interface TextFile {
  /** For errors and reports. */
  readonly name: string;
  readonly text: string;
}

/** The vectors of each file, in their order; those of ACVP, whose prompts and results come in two files, behind the others. */
export function readVectors(files: readonly TextFile[]): VectorFile[] {
  const acvp: { readonly name: string; readonly json: unknown }[] = [];
  const read = files.flatMap(({ name, text }) => {
    expectTextLength(name, text);
    if (looksLikeCavp(text)) return [readCavp(name, text)];
    if (!/^\s*[[{]/.test(text)) {
      throw unknownFormat(name, text.trim() === '' ? 'an empty file' : 'something else');
    }
    const json = parseJson(name, text);
    if (!looksLikeAcvp(json)) return [readJson(name, json)];
    acvp.push({ name, json });
    return [];
  });
  return [...read, ...readAcvp(acvp)];
}

function readJson(name: string, value: unknown): VectorFile {
  if (looksLikeLimbo(value)) return readLimbo(name, value);
  if (looksLikeWycheproof(value)) return readWycheproof(name, value);
  throw unknownFormat(name, describe(value));
}

function unknownFormat(name: string, got: string): CryptoError {
  return new CryptoError(
    'bad-format',
    `${name}: expected test vectors of Wycheproof, x509-limbo, CAVP, ACVP or crypto-primer, got ${got}`,
  );
}

function describe(value: unknown): string {
  if (!isObject(value)) return 'other JSON';
  if (Array.isArray(value.testGroups))
    return 'testGroups without an algorithm, such as "algorithm": "AES-GCM"';
  const names = Object.keys(value).slice(0, 4).join(', ');
  return names === '' ? 'an empty JSON object' : `a JSON object of ${names.slice(0, 80)}`;
}
