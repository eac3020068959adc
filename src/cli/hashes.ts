/** The hash functions by the names they have on the command line. */
import { type Command, Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { excerpt } from '../bytes/index.ts';
import { HASHES, type HashId } from '../hash/index.ts';
import { listed } from './lists.ts';
import type { Session } from './session.ts';

export const HASH_IDS = Object.keys(HASHES) as HashId[];

/** What is said where collisions matter: of a digest alone, of a signature. HMAC does not rest on them. */
export const HASH_WEAKNESS: Readonly<Partial<Record<HashId, 'hash.weak.md5' | 'hash.weak.sha1'>>> = {
  md5: 'hash.weak.md5',
  sha1: 'hash.weak.sha1',
};

/** The hash function a word means, in any case and the spellings in use: `sha-256`, `SHA512/256`, `SHA2-256`. */
export function hashIdOf(word: string): HashId | undefined {
  const plain = word
    .toLowerCase()
    .replace(/^sha2?-/, 'sha')
    .replace(/[/_]/, '-');
  return HASH_IDS.find((id) => id === plain);
}

/** The verb of a noun that is named after a hash function, and answers to the spelling of it among `words`. */
export function hashVerb(noun: Command, id: HashId, words: readonly string[]): Command {
  const verb = noun.command(id);
  const spelling = words.find((word) => word !== id && hashIdOf(word) === id);
  return spelling === undefined ? verb : verb.alias(spelling);
}

/** An option whose value is a hash function; `undefined` where it is not given and has no `fallback`. */
export function hashOption<Flags extends string, Fallback extends HashId | undefined = undefined>(
  session: Session,
  flags: Flags,
  description: string,
  fallback?: Fallback,
) {
  return new Option(flags, description)
    .choices(HASH_IDS)
    .argParser((word): HashId => {
      const id = hashIdOf(word);
      if (id !== undefined) return id;
      const choices = listed(session, HASH_IDS);
      throw new InvalidArgumentError(session.say('hash.error.unknown', { choices, got: excerpt(word) }));
    })
    .default(fallback as Fallback);
}
