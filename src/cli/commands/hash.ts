/** `crypto hash ALG [FILE…]`: a verb for each hash function, and `compare`. */
import type { Command } from '@commander-js/extra-typings';
import { HASHES, type HashId } from '../../hash/index.ts';
import { addCheckOptions, type DigestOptions, expectCheckOptions } from '../check-options.ts';
import { HASH_IDS, HASH_WEAKNESS, hashIdOf, hashVerb } from '../hashes.ts';
import { addExample } from '../options.ts';
import type { Register } from '../register.ts';
import type { Session } from '../session.ts';
import { registerHashCompare } from './hash-compare.ts';

export const register: Register = (noun, session, words = []) => {
  for (const id of HASH_IDS) registerHash(hashVerb(noun, id, words), session, id);
  registerHashCompare(noun, session);
  addExample(noun, session, 'printf abc | crypto hash sha256');
};

function registerHash(verb: Command, session: Session, id: HashId): void {
  const { name, digestLength } = HASHES[id];
  const command = verb
    .description(session.say('hash.about', { name, bits: 8 * digestLength }))
    .argument('[files...]', session.say('hash.arg.files'))
    .option('--tag', session.say('hash.opt.tag'));
  addCheckOptions(command, session).action((files, options) => runHash(session, id, files, options));
  addExample(
    command,
    session,
    `printf abc | crypto hash ${id}`,
    `printf abc > a.txt; crypto hash ${id} a.txt > SUMS; crypto hash ${id} -c SUMS`,
  );
}

async function runHash(
  session: Session,
  id: HashId,
  files: readonly string[],
  options: DigestOptions & { readonly tag?: true | undefined },
): Promise<void> {
  expectCheckOptions(session, options);
  const { name, digestLength, create } = HASHES[id];
  const label = name.replace('SHA-', 'SHA');
  const isLabel = (word: string) => hashIdOf(word) === id;
  const digester = { name, label, isLabel, digestLength, create };
  const weakness = HASH_WEAKNESS[id];
  if (weakness) session.note(weakness);
  const paths = files.length === 0 ? ['-'] : files;
  if (options.check) {
    const { checkLists } = await import('../check-lists.ts');
    await checkLists(session, digester, paths, options);
  } else {
    const { printDigests } = await import('../digests.ts');
    await printDigests(session, digester, paths, { bsd: options.tag === true });
  }
}
