/** `crypto hmac ALG --key BYTES [FILE…]`: tags of files under a key, in the lines of `crypto hash`. */
import type { Command } from '@commander-js/extra-typings';
import { CryptoError } from '../../errors.ts';
import { HASHES, type HashId } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import { addCheckOptions, type DigestOptions, expectCheckOptions } from '../check-options.ts';
import type { Digester } from '../digests.ts';
import { HASH_IDS, hashIdOf, hashVerb } from '../hashes.ts';
import { addExample } from '../options.ts';
import { parseBytes } from '../parse.ts';
import type { Register } from '../register.ts';
import type { Session } from '../session.ts';

/** 112 bits, below which NIST SP 800-131A, 10, disallows a key. */
const SHORTEST_KEY = 14;

export const register: Register = (noun, session, words = []) => {
  for (const id of HASH_IDS) registerHmac(hashVerb(noun, id, words), session, id);
};

function registerHmac(verb: Command, session: Session, id: HashId): void {
  const { name, digestLength } = HASHES[id];
  const command = verb
    .description(session.say('hash.hmac.about', { name, bits: 8 * digestLength }))
    .argument('[files...]', session.say('hash.arg.files'))
    .option('--key <bytes>', session.say('hash.hmac.key'))
    .option('--verify <tag>', session.say('hash.hmac.verify'));
  addCheckOptions(command, session).action((files, options) => runHmac(session, id, files, options));
  addExample(
    command,
    session,
    `printf abc | crypto hmac ${id} --key 000102030405060708090a0b0c0d0e0f`,
    `printf abc > a.txt; crypto hmac ${id} --key text:sixteen-letters. a.txt > TAGS`,
    `crypto hmac ${id} --key text:sixteen-letters. -c TAGS`,
  );
}

interface HmacOptions extends DigestOptions {
  readonly key?: string | undefined;
  readonly verify?: string | undefined;
}

async function runHmac(
  session: Session,
  id: HashId,
  files: readonly string[],
  options: HmacOptions,
): Promise<void> {
  expectCheckOptions(session, options);
  const digester = keyed(session, id, options.key);
  const paths = files.length === 0 ? ['-'] : files;
  if (options.verify !== undefined) {
    if (options.check || paths.length > 1) {
      throw new CryptoError('bad-argument', session.say('hash.error.verifyOne'));
    }
    const { verifyTag } = await import('./hmac-verify-run.ts');
    await verifyTag(session, digester, paths[0]!, parseBytes(session, '--verify', options.verify));
  } else if (options.check) {
    const { checkLists } = await import('../check-lists.ts');
    await checkLists(session, digester, paths, options);
  } else {
    const { printDigests } = await import('../digests.ts');
    await printDigests(session, digester, paths, { bsd: false });
  }
}

function keyed(session: Session, id: HashId, written: string | undefined): Digester {
  const { name, digestLength } = HASHES[id];
  if (written === undefined) {
    throw new CryptoError('bad-argument', session.say('hash.error.noKey', { example: digestLength }));
  }
  const key = parseBytes(session, '--key', written);
  if (id === 'md5') session.note('hash.weak.hmacMd5');
  if (key.length < SHORTEST_KEY) {
    session.note('hash.weak.shortKey', { got: key.length, least: SHORTEST_KEY, example: digestLength });
  }
  return {
    name: `HMAC-${name}`,
    label: `HMAC-${name.replace('SHA-', 'SHA')}`,
    isLabel: (word) => word.startsWith('HMAC-') && hashIdOf(word.slice('HMAC-'.length)) === id,
    digestLength,
    create: () => hmac.create(HASHES[id], key),
  };
}
